"""Whether the patient said to be pregnant, in the events that a conversation goes on from, or asks of a pregnancy by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.content import topics
from bot.conversation.wording import Part
from bot.phrasebook.context import SOMEBODY_ELSE

SLOT = "pregnant"
SAFETY = topics.PREGNANCY_SAFETY
ONE_PREGNANCY = re.compile(
    r"\b(?:(?:first|second|third|last|1st|2nd|3rd) (?:trimester|tri)|trimester"
    r"|(?:[4-9]|[1-3]\d|4[0-2]) ?(?:weeks?|wks?|w)\b(?! ago| old| post| pp| after| later)"
    r"|(?:the|my|our|unborn) (?:baby|babies|twins|bump)|womb|f(?:o|)etus|un ?born)\b",
    re.I,
)
"""Asks of one that there is: `in the first trimester too?`, `could it touch the baby`."""


def asked_of(part: Part, text: str) -> Part:
    """The part; safety in a pregnancy that a question names itself as it is told to who is pregnant.

    `Not pregnant? Ask them` is nothing to say to `20 wks`; who asks for another hears it all the same.
    """
    if part.label != SAFETY or part.pregnant or not ONE_PREGNANCY.search(text) or SOMEBODY_ELSE.search(text):
        return part
    return replace(part, pregnant=True)


def is_pregnant(events: Iterable[Mapping[str, Any]]) -> bool:
    """What the slot stands at; never guessed, and False before anything was said."""
    said = [event.get("value") for event in events if event.get("event") == "slot" and event.get("name") == SLOT]
    return bool(said and said[-1])
