"""What a patient has just been told is not told again as if for the first time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.content import Content
from bot.live_words import text_of
from bot.understanding.leaning import ABOUT_ME
from bot.wording import CONTACT, Part

SAID = "said"
"""The key of a conversation's state under which it is kept which answers the last reply gave."""
SHORT = "#"
"""Behind the name of an answer that was given in short."""
URGENT_OR_NOT, DENY = "smalltalk/is_it_urgent", "smalltalk/deny"
DENIES = re.compile(r"\W*(?:no|nope|nah|none|nothing|not|neither|without)\b(?!.*\b(?:but|except|only|though|just a)\b)", re.I)
SIGNS = re.compile(
    r"\b(?:sever\w*|sudden\w*|crash\w*|accident|fall|fell|fever|bleed\w*|blood|numb\w*|weak\w*|bladder|bowels?|pee|poo|yes)\b",
    re.I,
)
"""What it was asked for, told in answer."""
ANSWERED = ("faq/", "not_covered/")
"""What the names of answers begin with: what is told of oneself behind one belongs to it."""
PRACTICAL = frozenset(
    """booking contact location practitioner references price insurance hours parking gift_cards telehealth cancellation_policy
    companions privacy new_patients other""".split()
)
"""Topics of which no practitioner need know what one tells behind them."""
ONE_THING = frozenset("price insurance hours gift_cards telehealth referral cancellation_policy privacy".split())
"""What isn't covered and is a single thing: who asks on about it asks for the same.

`massage?` behind `cupping?` asks for another of the same topic.
"""


def not_again(parts: list[Part], text: str, state: Mapping[str, Any], content: Content, channel: str) -> list[Part]:
    """The parts; a reply that only says what the last one said owns up to it.

    Who asks `how thin` behind what is known of the needles hears in short that this is all that the guide says; who asks on about
    what the guide doesn't cover hears that there is nothing more, or that this isn't covered either. Who only adds something
    about herself, as `I'm 70 though`, isn't asked anew what she would like to know.

    Args:
        parts: what is to be said.
        text: what the patient said.
        state: the conversation's, as it stood before this message.
        content: where the words come from.
        channel: `web` or `sms`.
    """
    main = [part for part in parts if not part.beside]
    said = state.get(SAID, ())
    if len(main) == 1 and main[0].kind == "smalltalk":
        parts = [_told(part, text, said, content, channel) if part is main[0] else part for part in parts]
        main = [part for part in parts if not part.beside]
    if len(main) != 1 or not {_name(main[0]), _name(main[0]) + SHORT} & set(said):
        return parts
    again = _again(main[0], content, channel, in_short=_name(main[0]) + SHORT in said)
    return [again if part is main[0] else part for part in parts]


def remembered(parts: list[Part], state: Mapping[str, Any]) -> dict[str, list[str]]:
    """What the conversation is to remember of this reply, and whether it came again."""
    names = [_name(part) for part in parts if not part.beside and part.kind != "emergency"]
    said = {name.removesuffix(SHORT) for name in state.get(SAID, ())}
    return {SAID: [name + SHORT if len(names) == 1 and name in said else name for name in names]}


def _name(part: Part) -> str:
    """The answer by its label; that for a pregnant patient is another one."""
    return f"{part.label}+" if part.pregnant and part.kind == "answer" else part.label


def _told(part: Part, text: str, said: Sequence[str], content: Content, channel: str) -> Part:
    """What is told of oneself, or denied, read after what was said last: the signs asked about are there, or they aren't."""
    if {URGENT_OR_NOT, URGENT_OR_NOT + SHORT} & set(said) and part.label in (ABOUT_ME, DENY):
        if DENIES.match(text):
            return replace(part, text=content.reply("none_of_those", channel))
        return replace(part, text=text_of(URGENT_OR_NOT, content, channel)) if SIGNS.search(text) else part
    if part.label == ABOUT_ME and any(map(_of_treatment, said)):
        return replace(part, text=content.reply("told_after_answer", channel))
    return part


def _of_treatment(name: str) -> bool:
    """Whether an answer is one of those that depend on who asks."""
    return name.startswith(ANSWERED) and name.split("/")[1].strip(f"+{SHORT}") not in PRACTICAL


def _again(part: Part, content: Content, channel: str, in_short: bool) -> Part:
    if part.kind == "answer":
        short = text_of(part.label, content, "sms", part.pregnant) or part.text  # a text message says it in fewer words
        opening = content.reply("said_answer_twice" if in_short else "said_answer", channel)
        return replace(part, text=f"{opening} {short}", offer=CONTACT)
    if part.kind == "not_covered":
        single = part.label.split("/")[-1] in ONE_THING
        return replace(part, text=content.reply("said_not_covered" if single else "said_not_covered_either", channel))
    if part.label == ABOUT_ME:
        return replace(part, text=content.reply("said_about_me", channel))
    return part
