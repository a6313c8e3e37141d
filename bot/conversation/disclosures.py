"""What a patient tells of herself right behind a reply belongs to it: she isn't asked anew what she would like to know."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.content import Content, topics
from bot.conversation.live_answer import text_of
from bot.conversation.repeats import answered_before
from bot.conversation.wording import UNHEARD, Part, instead, only_answer
from bot.phrasebook.context import says_pregnant
from bot.phrasebook.leaning import ABOUT_ME
from bot.phrasebook.remark import REMARK

URGENT_OR_NOT, DENY = topics.IS_IT_URGENT, topics.DENY
DENIES = re.compile(
    r"(?:\W*(?:no|nope|nah|none|nothing|not|neither|nor|or|and|without|any|of|that|those|them|these|at all|thank god|so far"
    r"|i|thanks|have|had|it'?s|its|is|severe|sudden|a|the|fever|fall|falls|crash|accident|bleeding|blood|numbness|numb|weakness|weak"
    r"|legs?|trouble|problems?|with|bladder|bowels?|either|really|just|my|usual|pain|like)\b)+\W*",
    re.I,
)
"""Nothing but signs and a no to them: `no feeling in my legs` is none."""
NO = re.compile(r"\W*(?:no|nope|nah|none|nothing|not|neither|without)\b", re.I)
SIGN = r"(?:sever\w*|sudden\w*|crash\w*|accident|fall|fell|fever|bleed\w*|blood|numb\w*|weak\w*|bladder|bowels?|pee|poo|yes)\b"
SIGNS = re.compile(rf"\b{SIGN}", re.I)
"""What `should I go to the ER` was answered with, told in return."""
HAS_ONE = re.compile(rf"\b(?:it'?s|its|it is|is|was|came|got|have|has) (?!not\b|no\b)(?:\w+ ){{0,2}}?{SIGN}", re.I)
"""`no its severe and sudden` denies none of them."""
ANSWERED = ("faq/", "not_covered/")
"""What the names of answers begin with."""


def met(parts: list[Part], text: str, state: Mapping[str, Any], content: Content, channel: str) -> list[Part]:
    """The parts, what is only told or denied in them met by what was said last.

    `I'm 70 though`, behind an answer, is worth telling the practitioner; who has none of the signs that call for an emergency
    room hears what to do then, and who has one hears once more what that means.

    Args:
        parts: what is to be said.
        text: what the patient said.
        state: the conversation's, as it stood before this message.
        content: where the words come from.
        channel: `web` or `sms`.
    """
    part, said = only_answer(parts), answered_before(state)
    if part is None:
        return parts
    told = part.label in (ABOUT_ME, DENY) or (part.kind in UNHEARD and URGENT_OR_NOT in said)
    words = _words(part, text, said, content, channel) if told else ""
    return instead(parts, part, replace(part, text=words)) if words else parts


def _words(part: Part, text: str, said: Sequence[str], content: Content, channel: str) -> str:
    if URGENT_OR_NOT in said:
        if NO.match(text) and DENIES.fullmatch(text) and not HAS_ONE.search(text):
            return content.reply("none_of_those", channel)
        return text_of(URGENT_OR_NOT, content, channel) if SIGNS.search(text) else ""
    if part.label != ABOUT_ME:
        return ""
    if any(_of_treatment(each, content) for each in said):
        return content.reply("told_pregnant" if says_pregnant(text) else "told_after_answer", channel)
    if any(name.startswith("not_covered/") for name in said):
        return content.reply("told_after_practical", channel)
    return content.reply("said_about_me", channel) if any(name.startswith(REMARK) for name in said) else ""


def _of_treatment(label: str, content: Content) -> bool:
    """Whether an answer is one of those that depend on who asks."""
    return label.startswith(ANSWERED) and not content.properties(label).practical
