"""A mother whose baby is born isn't asked how far along she is: the guide's word on safety holds for a pregnancy only."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.content import Content, topics
from bot.conversation.wording import Part
from bot.phrasebook.context import STAGE, says_pregnant
from bot.phrasebook.remark import REMARK

AFTER_BIRTH = "after_birth"
"""The key of a conversation's state that says whether a birth, or nursing, was told of."""
BORN = (
    r"(?:baby|babies|son|daughter|girl|boy|twins|kid|little one"
    r"|(?:first|second|third)(?= (?:\d+|a few|two|three|four|five|six) ))"
)
TOLD = re.compile(
    rf"\bbreast ?-?feed\w*|\b(?:still nursing|nursing (?:my|the|her|him|them|mom|mum))\b|\bhad (?:(?:my|our|the|a|her"
    rf"|his) (?:\w+ )?{BORN}|twins)\b.*\bago\b"
    rf"|\bgave birth\b|\bpost ?-?partum\b|\bnewborn\b|\bsince (?:the|my|giving) birth\b"
    rf"|\bmy {BORN} is (?:only |about |just |almost )?\w+ (?:days?|weeks?|wks?|months?|mos?)\b(?! (?:from|away|early))"
    r"|\b\d{1,2} ?(?:weeks?|wks?|months?|mos?) (?:pp|after (?:the )?birth)\b",
    re.I,
)
SAFETY, REPLY = topics.PREGNANCY_SAFETY, "safe_after_birth"


def told(text: str, state: Mapping[str, Any]) -> bool:
    """Whether it is a mother who writes: she says so now, or has, and doesn't say to be pregnant again."""
    return (TOLD.search(text) is not None or bool(state.get(AFTER_BIRTH))) and not says_pregnant(text)


def answered(parts: Sequence[Part], text: str, state: Mapping[str, Any], content: Content, channel: str) -> list[Part]:
    """The parts, what is said on safety in pregnancy as it holds for her.

    Args:
        parts: what is to be said.
        text: what the patient said.
        state: the conversation's, as it stood before this message.
        content: where the words come from.
        channel: `web` or `sms`.
    """
    if not told(text, state) or STAGE.search(text):
        return list(parts)
    words = content.reply(REPLY, channel)
    return [
        replace(part, text=words, label=f"{REMARK}{REPLY}") if part.label == SAFETY and not part.pregnant else part
        for part in parts
    ]
