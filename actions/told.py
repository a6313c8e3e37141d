"""Number, time, name and reason, wherever in a message they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from actions import names, phone
from bot.understanding import times
from bot.understanding.form_notes import DOCTORS

NAME, NUMBER, TIME, WHY = "callback_name", "callback_number", "callback_time", "callback_why"
SHARE, CONFIRMED = "callback_share", "callback_confirmed"
BESIDE_NAME = re.compile(r"\s+(?:but|and|please|call|ring|phone|my|reach|at|on|number|its|it's|for|calling)\b", re.I)
USE_NUMBER = re.compile(r"\b(?:use|instead|wrong|old|new|better|other|work|cell|number|actually|call (?:me )?(?:on|at))\b", re.I)
REASON = re.compile(r"[,;.]\s*(?:and |so )?(?:it'?s |its )?(?P<why>(?:about|my|because|bc|regarding|re)\b.+)$", re.I | re.S)
"""Behind a time: `fri after 3, my knee and hip`."""
ABOUT = re.compile(
    r"(?:^\W*|[,;.]\s*|\b(?:call|ring|phone) (?:me|us|her|him)(?: back)? |\d(?: ?[ap]m)? )"
    r"((?:about|because|bc|regarding|re) (?!\d|that\b|it\b|you\b)[^\d]{3,80})$",
    re.I,
)
"""At the end of a wish to be called: `call Bill, 610 …, tomorrow, about SI pain`."""
REFUSED = re.compile(r"(?:\bi )?\b(?:can'?t|cannot|don'?t|do not|never|not|busy)\b[^,;.]{0,20}$", re.I)
CALL_A_DOCTOR = re.compile(rf"\b(?:call|ring|phone|reach|contact|fax) my {DOCTORS}\b[^,;.\d]{{0,20}}$", re.I)
"""Whose number stands behind it is not the patient's: it goes to the clinic with the reason."""
BORDER = re.compile(r"[,;\n]+|(?<!\bmrs)(?<!\bmr)(?<!\bms)(?<!\bdr)\.\s+|\s+-\s+", re.I)


def unasked(text: str) -> Iterator[tuple[str, Any]]:
    """What is told with the wish to be called: `call me back, my name is jen, 484 555 0123, tomorrow`."""
    number, around = phone.find(text), text
    doctor = CALL_A_DOCTOR.search(number.before) if number else None
    if number and doctor:
        yield WHY, f"{doctor[0].strip()} {number.number}"
    elif number:
        yield NUMBER, number.number
        around = f"{number.before}, {number.after}"
    about = ABOUT.search(number.after if number else text)
    if about and not doctor and not times.span(about[1]):
        yield WHY, about[1]
    found = times.span(around)
    if found:
        yield TIME, _when(around, found)
        around = f"{around[: found[0]]}, {around[found[1] :]}"
    name = names.told(around) or (names.beside_number(BORDER.split(around)) if number else "")
    if name:
        yield NAME, name


def several(text: str, asked: str) -> Iterator[tuple[str, Any]]:
    """What a message tells where the slot `asked` was asked for; in a reason only what puts a number or a time right counts."""
    number, right = phone.find(text), times.corrected(text)
    renamed = names.changed(text) if asked == WHY else ""
    if renamed:
        yield NAME, renamed
    if number and (asked not in (WHY, SHARE) or USE_NUMBER.search(text)):
        yield NUMBER, number.number
    if right and asked != TIME:
        yield TIME, right
    elif asked == TIME and not number:
        yield from _time_and_why(text)
    elif asked not in (WHY, SHARE):
        pieces = BORDER.split(f"{number.before}\n{number.after}" if number else text)
        yield from _time_and_name(pieces, asked, number is not None, refused=re.search(r"\bnot\b", text, re.I) is not None)


def _when(text: str, found: tuple[int, int]) -> str:
    """The time at `found`, with what makes it one that does not suit: `i cant talk before noon`."""
    refused = REFUSED.search(text[: found[0]])
    return times.tidy(text[refused.start() if refused else found[0] : found[1]])


def _time_and_name(pieces: Sequence[str], asked: str, by_number: bool, refused: bool) -> Iterator[tuple[str, Any]]:
    """The time, and of what is left a name; at the summary `not friday` names none."""
    rests = []
    for piece in pieces:
        found = times.span(piece)
        if found and not (asked == CONFIRMED and refused):
            yield TIME, _when(piece, found)
            piece = f"{piece[: found[0]]} {piece[found[1] :]}"
        rests.append(piece)
    if asked == NAME:
        found_names = [names.beside_number(rests) if by_number else ""]
        found_names += [names.find(each) or names.told(rest) for rest in rests for each in (rest, BESIDE_NAME.split(rest)[0])]
        yield from ((NAME, name) for name in list(filter(None, found_names))[:1])
    elif asked in (NUMBER, CONFIRMED):
        yield from ((NAME, name) for name in [names.corrected(" ".join(rests))] if name)


def _time_and_why(text: str) -> Iterator[tuple[str, Any]]:
    """Where a reason stands behind the time, both; else the whole message is the time, read as the answer to the question."""
    found = REASON.search(text)
    before = text[: found.start()] if found else ""
    alone = REASON.fullmatch(f", {text.strip()}")
    if alone and not times.span(text):
        yield WHY, alone["why"]
    elif found and times.span(before) and not times.span(found["why"]):
        yield TIME, times.tidy(before)
        yield WHY, found["why"]
