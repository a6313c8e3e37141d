"""Messages about a call that are known by their own words, whatever the classifier makes of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.content import topics
from bot.conversation.form_state import SAVED, WITHDRAWN
from bot.engine.part import Part, given
from bot.phrasebook import call_wishes, form_answers, form_notes, taking_back
from bot.phrasebook.form_asides import OPEN_SLOTS
from bot.understanding.judgement import EMERGENCY

CALLBACK, CALLBACK_CHANGED, CONTACT = topics.CALLBACK, "callback_changed", topics.CONTACT
WAIT = re.compile(
    r"\W*(?:(?:oh|no|ok|sorry)\W+)*(?:wait|hold on|hang on|i made a mistake|i got something wrong)\W*",
    re.I,
)
"""Right behind a request: there is something to change."""
SURE_OF_ANOTHER = 0.9
"""Confidence from which a second call is asked for right behind the first."""


def beside_no_call(text: str, asked: str) -> str:
    """The message without the word that no call is needed, where it wants something else: `just the address`."""
    return text if asked in OPEN_SLOTS else taking_back.wanted_instead(text) or text


def plainly(text: str, topic: str) -> str:
    """The label of a number to call, or of what puts a request right just behind it; empty for neither.

    What was sent is with the clinic already; what was taken back since is asked for anew.
    """
    if topic in (SAVED, WITHDRAWN) and (form_answers.corrects(text) or WAIT.fullmatch(text)):
        return CALLBACK_CHANGED if topic == SAVED else CALLBACK
    return CALLBACK if call_wishes.asks_for_call(text) else ""


def by_the_patient(parts: Sequence[Part]) -> list[Part]:
    """The parts, where she will call herself with the clinic's number instead of a call back, said once."""
    unwished = [part.label == CALLBACK and call_wishes.asks_why(part.text) for part in parts]
    parts = [part.taken_for(topics.UNSURE) if asks else part for part, asks in zip(parts, unwished)]
    mine = [part.label == CALLBACK and call_wishes.calls_them(part.text) for part in parts]
    if not any(mine):
        return list(parts)
    told = [part.taken_for(CONTACT) if own else part for part, own in zip(parts, mine)]
    return [part for index, part in enumerate(told) if part.label not in {each.label for each in told[:index]}]


def behind_a_request(parts: Sequence[Part], topic: str) -> list[Part]:
    """The parts, where right behind a request none that only sounds like the wish for a call begins another: `it's personal`."""
    if topic != SAVED:
        return list(parts)
    doubtful = [part.label == CALLBACK and part.confidence < SURE_OF_ANOTHER for part in parts]
    return [part.taken_for(CALLBACK_CHANGED) if unsure else part for part, unsure in zip(parts, doubtful)]


def with_all_told(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, where the wish for a call holds all that isn't asked beside it, if a number is: `call? jo 610 …`."""
    wishes = [part for part in parts if part.label == CALLBACK]
    if len(wishes) != 1 or not call_wishes.looks_like_number(text):
        return list(parts)
    for other in parts:
        text = text if other in wishes else text.replace(other.text, " ")
    return [part.saying(text.strip()) if part in wishes else part for part in parts]


def contact(text: str, parts: Sequence[Part]) -> Part | None:
    """The message as a request to be reached in some way, such as by text; None where it is none, or danger is heard in it."""
    if any(part.label == EMERGENCY for part in parts) or not form_notes.asks_for_contact(text):
        return None
    return given(text, CALLBACK, doubt=any(part.doubt for part in parts))
