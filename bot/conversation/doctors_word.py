"""What a doctor or midwife was against is heard by the answer it stands beside, and by the next one on the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.content import Content, topics
from bot.conversation.repeats import answered_before
from bot.conversation.wording import Part, instead, only_answer

AGAINST = "doctor_against"
"""The key of a conversation's state under which the labels of the answers are kept that a doctor is against."""
CARER = r"(?:doc|doctor|dr|ob|obgyn|ob-?gyn|gyn\w*|midwife|gp|nurse|specialist|surgeon|pt|physio)"
NOT_ADVISED = re.compile(
    rf"\b{CARER}(?:'?s| is| was| seems)? (?:\w+ )?(?:against|not (?:a fan|keen|happy|ok(?:ay)?|sure about))\b"
    rf"|\b{CARER} (?:\w+ )?(?:said|says|told (?:me|us)) (?:no\b(?! problem)|not to\b|i should ?(?:n'?t|not)\b"
    rf"|(?:to )?(?:avoid|stop)\b|don'?t\b)"
    rf"|\b{CARER} (?:does ?n'?t|doesnt|did ?n'?t|won'?t|would ?n'?t) (?:\w+ )?(?:want|like|approve|recommend|let|allow|advise)\b"
    rf"|\b{CARER} (?:advised|warned|recommended) (?:me |us )?(?:against|off|not)\b",
    re.I,
)
BOOKS = re.compile(
    r"\b(?:book\w*|appoint\w*|appt|cancel\w*|resched\w*|schedul\w*|slots?|openings?|available|free times?|move|change|sign up)\b",
    re.I,
)


def without_booking(parts: list[Part], text: str) -> list[Part]:
    """The parts without how to book, where a doctor's word is what is told: `the midwife said avoid needles after 37. true?`."""
    told = any(part.label == topics.DOCTORS_ADVICE for part in parts)
    if not told or BOOKS.search(text):
        return parts
    return [part for part in parts if part.label != topics.BOOKING]


def heeded(
    parts: list[Part], text: str, state: Mapping[str, Any], content: Content, channel: str
) -> tuple[list[Part], dict[str, Any]]:
    """The parts, an only answer behind what the doctor's word means for it; and what the conversation is to remember.

    Args:
        parts: what is to be said.
        text: what the patient said.
        state: the conversation's, as it stood before this message.
        content: where the words come from.
        channel: `web` or `sms`.
    """
    part = only_answer(parts)
    against = NOT_ADVISED.search(text) is not None
    if part is None or part.kind != "answer":
        return parts, {AGAINST: answered_before(state) if against else []}
    if not against and part.label not in state.get(AGAINST, ()):
        return parts, {AGAINST: []}
    told = replace(part, text=f"{content.reply('heed_the_doctor', channel)} {part.text}")
    return instead(parts, part, told), {AGAINST: [part.label]}
