"""What a patient has just been told is not told again as if for the first time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.content import Content, topics
from bot.conversation.live_answer import text_of
from bot.conversation.sympathy import tells_of_loss
from bot.conversation.unsaid import OF_MANY, in_the_guide, known, unsaid
from bot.conversation.wording import CONTACT, Part, instead, only_answer
from bot.phrasebook.leaning import ABOUT_ME
from bot.phrasebook.new_words import asks_for_one_more, named_first, new_word

SAID = "said"
"""The key of a conversation's state under which it is kept which answers the last reply gave."""
SHORT = "#"
"""Behind the name of an answer that was given in short."""
BOOKING = topics.BOOKING
EXACT = re.compile(
    r"\b(?:exact\w*|precise\w*|specific\w*|details?|in numbers|more (?:than that|info\w*)|what (?:size|gauge|number)"
    r"|how (?:thin|thick|big|small|fine|sharp|deep|high|many|much))\b",
    re.I,
)
"""Asks to have it more exactly."""
ROUGHLY = re.compile(
    r"\b(?:rough\w*|ball ?park|approx\w*|about how|around|estimate\w*|range|guess|average|typical\w*|usual\w*|more or less|or so"
    r"|(?:under|over|less|more|above|below) (?:than )?\W?\d+|how much|at least)\b|\d",
    re.I,
)
"""Would be content with less than an exact answer."""
EITHER = "said_not_covered_either"
"""Said of one more thing that isn't in the guide."""
NAMED = (*OF_MANY, topics.WHAT_IS_SI_PAIN, topics.EVIDENCE, topics.EVIDENCE_PREGNANCY, topics.GUIDELINES)
"""Answers of which one may ask whether they hold for one more thing: `and my groin?`."""
ONCE_MORE = re.compile(
    r"\b(?:again|once more|one more time|repeat\w*|remind me|say (?:that|it)|what (?:was|were) (?:that|it|the)|come again"
    r"|sorry what"
    r"|missed (?:that|it)|simpler|shorter)\b",
    re.I,
)
"""Wants to hear what was said."""
FIND_OUT = re.compile(
    r"\b(?:can|could|will|would|cant|can'?t|couldn'?t)(?: not)? (?:you|u|ya|y'?all)\b(?: \w+){0,2}? "
    r"(?:(?:check|ask|find out|look (?:it |that |this )?(?:up|into)|see (?:if|whether|when|what|how|which|who)|book it|cancel it"
    r"|do (?:it|that|this)(?= for (?:me|us|her|him)\b|\W*$)|call them|text them)\b|(?:look|see)(?: please| pls| for me)?\W*$)",
    re.I,
)
"""Wants done for her what can't be done from here; `can you see twins` asks whether they treat them."""


def not_again(parts: list[Part], text: str, state: Mapping[str, Any], content: Content, channel: str) -> list[Part]:
    """The parts; a reply that only says what the last one said owns up to it.

    Who asks `how thin` behind what is known of the needles hears in short that the guide isn't more exact, and then that it goes
    no further; who asks on about what it doesn't cover hears that there is nothing more, or that this isn't covered either.

    Args:
        parts: what is to be said.
        text: what the patient said.
        state: the conversation's, as it stood before this message.
        content: where the words come from.
        channel: `web` or `sms`.
    """
    part, said = only_answer(parts), state.get(SAID, ())
    if part is None or not {_name(part), _name(part) + SHORT} & set(said):
        return parts
    return instead(parts, part, _again(part, text, content, channel, in_short=_name(part) + SHORT in said))


def remembered(parts: list[Part], state: Mapping[str, Any]) -> dict[str, list[str]]:
    """What the conversation is to remember of this reply, and whether it came again."""
    names = [_name(part) for part in parts if not part.beside and part.kind != "emergency"]
    said = {name.removesuffix(SHORT) for name in state.get(SAID, ())}
    return {SAID: [name + SHORT if len(names) == 1 and name in said else name for name in names]}


def answered_before(state: Mapping[str, Any]) -> list[str]:
    """The labels of what the last reply answered."""
    return [name.removesuffix(SHORT).removesuffix("+") for name in state.get(SAID, ())]


def _name(part: Part) -> str:
    """The answer by its label; that for a pregnant patient is another one."""
    return f"{part.label}+" if part.pregnant and part.kind == "answer" else part.label


def _again(part: Part, text: str, content: Content, channel: str, in_short: bool) -> Part:
    like = content.properties(part.label)
    if FIND_OUT.search(text) and (part.kind == "not_covered" or part.label == BOOKING):
        return replace(part, text=content.reply("said_cannot", channel), offer=CONTACT)
    if part.label == BOOKING:
        return replace(part, text=content.reply("said_booking", channel))
    if part.kind == "answer":
        short = text_of(part.label, content, "sms", part.pregnant) or part.text  # a text message says it in fewer words
        if tells_of_loss(text):
            return replace(part, text=content.reply("said_after_loss", channel), offer=CONTACT)
        if in_short and not like.one_thing and not ONCE_MORE.search(text):
            return replace(part, text=content.reply("said_answer_twice", channel), offer=CONTACT)
        opening = unsaid(part, text, content, channel) or _opening(part, text, short, content, channel)
        return replace(part, text=f"{opening} {short}".strip(), offer=CONTACT)
    if part.kind == "not_covered":
        of_many = like.again or EITHER
        if of_many == EITHER and in_the_guide(text, content):
            of_many = "said_not_known"
        nothing_rough = like.one_thing and ROUGHLY.search(text)
        return replace(part, text=content.reply("said_not_covered" if nothing_rough else of_many, channel))
    if part.label == ABOUT_ME:
        return replace(part, text=content.reply("said_about_me", channel))
    return part


def _opening(part: Part, text: str, short: str, content: Content, channel: str) -> str:
    """How an answer begins that is given again, to a question that may be another one."""
    if content.properties(part.label).one_thing:  # who asks for a number again gets it and no excuse
        return ""
    if EXACT.search(text):
        return content.reply("said_answer_exact", channel)
    if ONCE_MORE.search(text):
        return content.reply("said_answer", channel)
    asked = named_first(text)
    name = not in_the_guide(asked, content) and new_word(asked, f"{short} {known(part, content)}")
    one_more = part.label in NAMED and asks_for_one_more(text)
    return content.reply("said_answer" if not name else "said_answer_named" if one_more else "said_answer_more", channel)
