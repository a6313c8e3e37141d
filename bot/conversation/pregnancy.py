"""Whether the patient said to be pregnant, in the events that a conversation goes on from, or asks of a pregnancy by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.content import topics
from bot.conversation import after_birth
from bot.conversation.wording import Part
from bot.phrasebook.context import NOT_PREGNANT, SOMEBODY_ELSE

SLOT = "pregnant"
SAFETY = topics.PREGNANCY_SAFETY
OF_ONE = r"trimester|(?:[4-9]|[1-3]\d|4[0-2]) ?(?:weeks?|wks?|w)\b(?! ago| old| post| pp| after| later)|womb|f(?:o|)etus"
ONE_PREGNANCY = re.compile(
    rf"\b(?:(?:first|second|third|last|1st|2nd|3rd) tri|{OF_ONE}|(?:the|my|our|unborn) (?:baby|babies|twins|bump)|un ?born)\b",
    re.I,
)
"""Asks of one that there is: `in the first trimester too?`, `could it touch the baby`."""


NAMES_IT = re.compile(r"\b(?:pregnan\w*|preg|preggo|expecting|expectant)\b", re.I)
NONE = re.compile(
    r"\b(?:not|non|no|isn'?t|aren'?t|never|before|after|or|trying|get(?:ting)?|without|if i)\b[^.?!]{0,20}?\W?pregnan\w*"
    r"|\bpregnan\w* or not\b",
    re.I,
)
"""What names a pregnancy that there isn't, or not only that."""
THEY = re.compile(r"\bthey\b", re.I)
"""Who treats, not who is pregnant."""
SPOKEN_OF = "pregnancy_spoken_of"
"""The key of a conversation's state under which it is kept that it was about one pregnancy."""
TELLS_OF_ONE = re.compile(rf"\b(?:{OF_ONE}|(?:the|unborn|for|hurt|harm) (?:baby|babies|bump))\b", re.I)


def asked_of(part: Part, text: str, state: Mapping[str, Any]) -> Part:
    """The part; safety in a pregnancy that a question or the talk before it names is told as to who is pregnant.

    `Not pregnant? Ask them` is nothing to say to `20 wks`, whoever it is that is.
    """
    named = ONE_PREGNANCY.search(text) or (NAMES_IT.search(text) and not NONE.search(text))
    spoken_before = state.get(SPOKEN_OF) and not SOMEBODY_ELSE.search(THEY.sub("", text))
    if part.label != SAFETY or part.pregnant or NOT_PREGNANT.search(text) or not (named or spoken_before):
        return part
    return replace(part, pregnant=True)


def spoken_of(text: str, state: Mapping[str, Any]) -> bool:
    """Whether the conversation is about one pregnancy, by this message or one before it."""
    if NOT_PREGNANT.search(text) or after_birth.told(text, state):
        return False
    told = TELLS_OF_ONE.search(text) is not None and not SOMEBODY_ELSE.search(text)
    return told or bool(state.get(SPOKEN_OF))


def is_pregnant(events: Iterable[Mapping[str, Any]]) -> bool:
    """What the slot stands at; never guessed, and False before anything was said."""
    said = [event.get("value") for event in events if event.get("event") == "slot" and event.get("name") == SLOT]
    return bool(said and said[-1])
