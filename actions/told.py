"""Number, time, name and reason, wherever in a message they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from actions import names, phone, reasons, renamed
from actions.names import BORDER
from bot.phrasebook import form_reasons, name_words, times
from bot.phrasebook.call_wishes import NUMBER_ALONE
from bot.phrasebook.form_notes import DOCTORS

NAME, NUMBER, TIME, WHY = "callback_name", "callback_number", "callback_time", "callback_why"
SHARE, CONFIRMED = "callback_share", "callback_confirmed"
BESIDE_NAME = re.compile(r"\s+(?:but|and|please|call|ring|phone|my|reach|at|on|number|its|it's|for|calling)\b", re.I)
USE_NUMBER = re.compile(r"\b(?:use|instead|wrong|old|new|better|other|work|cell|number|actually|call (?:me )?(?:on|at))\b", re.I)
REASON = re.compile(rf"[,;.]\s*(?:and |so )?(?:it'?s )?(?P<why>(?:{form_reasons.LED}|my\b).+)$", re.I | re.S)
"""Behind a time: `fri after 3, my knee and hip`."""
OTHER_PHONE = re.compile(rf",\s+(?={times.PHONE} (?:after|before)\b)", re.I)
"""`work before 4, cell after` is one time."""
REFUSED = re.compile(r"(?:\bi )?\b(?:can'?t|cannot|don'?t|do not|never|not|busy)\b[^,;.]{0,20}$", re.I)
CALL_A_DOCTOR = re.compile(rf"\b(?:call|ring|phone|reach|contact|fax) my {DOCTORS}\b[^,;.\d]{{0,20}}$", re.I)
"""Whose number stands behind it is not the patient's: it goes to the clinic with the reason."""
ANNOUNCES = re.compile(r"\bname(?:'?s\b|\s+is\b|\s*:)|\bis (?:my|her|his|the) (?:first |full )?name\b", re.I)
"""Such a name holds no time: `my name is Bob Tuesday`."""
LONGEST_WHY = 300
ASKED_FIRST = (NAME, NUMBER)
"""Where a time or a reason that comes before it was asked for is kept."""


def unasked(text: str) -> Iterator[tuple[str, Any]]:
    """What is told with the wish to be called: `call me back, my name is jen, 484 555 0123, tomorrow`."""
    number = phone.find(text)
    doctor = CALL_A_DOCTOR.search(number.before) if number else None
    if number and doctor:
        yield WHY, f"{doctor[0].strip()} {number.number}"
        number = None
    yield from _around(number or phone.Found("", text, ""), reasoned=not doctor, first=True)


def _around(number: phone.Found, reasoned: bool = True, first: bool = False) -> Iterator[tuple[str, Any]]:
    """The number, and what stands on both sides of it: the time, the name, and the reason, announced or left over.

    Args:
        number: the number in its message.
        reasoned: whether a reason may be told.
        first: whether the message begins the form; later what stands before a number speaks of that.
    """
    if number.number:
        yield NUMBER, number.number
    (before, why_before), (after, why_after) = reasons.cut(number.before), reasons.cut(number.after)
    before, after, when = _without_time(before, after)
    if when or number.when:
        yield TIME, number.when or when
    name = names.told(before) or names.told(after) or (names.beside_number(before, after) if number.number else "")
    if name:
        yield NAME, name
    told = reasons.left_before(_without_name(before, name)) if number.number and first else []
    told += reasons.left(_without_name(after, name)) if number.number else []
    why = ", ".join(dict.fromkeys(filter(None, [why_before, why_after, *told])))
    if why and reasoned:
        yield WHY, why[:LONGEST_WHY]


def _without_time(before: str, after: str) -> tuple[str, str, str]:
    """Both sides of a number without the time to call, and the time: behind the number it counts before one in front of it."""
    for text in (after, before):
        found = times.span(text)
        if found:
            start, end = _refused_too(text, found), found[1]
            rest = f"{text[:start]}, {text[end:]}"
            sides = (before, rest) if text is after else (rest, after)
            return *sides, times.tidy(text[start:end])
    soon = next((piece.strip() for piece in BORDER.split(after) if times.NOW.fullmatch(piece)), "")
    return before, after.replace(soon, ",") if soon else after, soon


def _without_name(text: str, name: str) -> str:
    return re.sub(rf"\b{re.escape(name)}\b", ",", text, count=1, flags=re.I) if name else text


def several(text: str, asked: str) -> Iterator[tuple[str, Any]]:
    """What a message tells where the slot `asked` was asked for; in a reason only what puts a number or a time right counts."""
    number = phone.find(text)
    if asked in (WHY, SHARE):
        yield from _beside_a_reason(text, asked, number)
    elif number and asked != CONFIRMED:
        yield from _with_number(text, asked, number)
    elif asked == NAME and names.OF_A_DAY.fullmatch(text.strip()) and not times.only(text):
        yield NAME, names.written(text.strip())
    elif asked == NAME and _name_and_reason(text):
        yield from _name_and_reason(text).items()
    elif asked in ASKED_FIRST and not number and (_reason_alone(text) or times.NOW.fullmatch(text)):
        yield (TIME, times.tidy(text)) if times.NOW.fullmatch(text) else (WHY, _reason_alone(text))
    elif asked == TIME:
        yield from _time_and_why(text)
    else:
        yield from _without_number(text, asked, number)


def _reason_alone(text: str) -> str:
    """The reason that a message gives where something else was asked for; `my name is Rob` gives none."""
    if names.told(text) or name_words.is_name(text) or reasons.identifies(text):
        return ""
    return form_reasons.alone(text) or form_reasons.of_the_body(text) or form_reasons.bare(text)


def _name_and_reason(text: str) -> dict[str, str]:
    """A name and a reason where both are told, each as a piece of its own: `my knee, Kim`."""
    pieces = [piece.strip() for piece in BORDER.split(text) if piece.strip()]
    if len(pieces) != 2:
        return {}
    found = ((piece, _reason_alone(other)) for piece, other in (pieces, pieces[::-1]) if name_words.is_name(piece))
    return next(({NAME: names.written(name), WHY: why} for name, why in found if why), {})


def _beside_a_reason(text: str, asked: str, number: phone.Found | None) -> Iterator[tuple[str, Any]]:
    """What puts a name, a number or a time right where any words may be the reason; a time of the clock alone is none."""
    name, when = renamed.changed(text), times.corrected(text) or times.only(text)
    if name and asked == WHY:
        yield NAME, name
    if number and (USE_NUMBER.search(text) or NUMBER_ALONE.fullmatch(text)):
        yield NUMBER, number.number
    if when:
        yield TIME, when


def _with_number(text: str, asked: str, number: phone.Found) -> Iterator[tuple[str, Any]]:
    """A number with all that is told around it; a name only where one was asked for, or is put right."""
    given = dict(_around(number))
    if asked != NAME:
        given.pop(NAME, None)
    pieces = BORDER.split(f"{number.before}\n{number.after}")
    name = given.get(NAME) or next((value for slot, value in _time_and_name(pieces, asked) if slot == NAME), "")
    yield from {**given, **({NAME: name} if name else {})}.items()


def _without_number(text: str, asked: str, number: phone.Found | None) -> Iterator[tuple[str, Any]]:
    """A name or a time; at the summary a number too."""
    if number:
        yield NUMBER, number.number
    right, for_another = times.excluded(text) or times.corrected(text), names.FOR_SOMEBODY.match(text) if asked == NAME else None
    if right:
        yield TIME, right
    elif for_another and names.find(for_another["name"]):
        yield NAME, names.find(for_another["name"])
        yield WHY, for_another["whom"].strip()
    else:
        pieces = BORDER.split(f"{number.before}\n{number.after}" if number else OTHER_PHONE.sub(" ", text))
        yield from _time_and_name(pieces, asked, refused=re.search(r"\bnot\b", text, re.I) is not None)


def _refused_too(text: str, found: tuple[int, int]) -> int:
    """Where the time at `found` begins with what makes it one that does not suit: `i cant talk before noon`."""
    refused = REFUSED.search(text[: found[0]])
    return refused.start() if refused else found[0]


def _time_and_name(pieces: Sequence[str], asked: str, refused: bool = False) -> Iterator[tuple[str, Any]]:
    """The time, and of what is left a name; at the summary `not friday` names none."""
    rests = []
    announced = next(filter(None, (names.told(piece) for piece in pieces if ANNOUNCES.search(piece))), "")
    for piece in pieces:
        piece = _without_name(piece, announced)
        found = times.span(piece)
        if found and not (asked == CONFIRMED and refused):
            yield TIME, times.tidy(piece[_refused_too(piece, found) : found[1]])
            piece = f"{piece[: found[0]]} {piece[found[1] :]}"
        rests.append(piece)
    if asked == NAME:
        found_names = [names.find(each) or names.told(rest) for rest in rests for each in (rest, BESIDE_NAME.split(rest)[0])]
        yield from ((NAME, name) for name in list(filter(None, [announced, *found_names]))[:1])
    elif asked in (NUMBER, CONFIRMED):
        yield from ((NAME, name) for name in [announced or renamed.corrected(" ".join(rests))] if name)


def _time_and_why(text: str) -> Iterator[tuple[str, Any]]:
    """Where a reason stands behind the time, both; else the whole message is the time, read as the answer to the question."""
    found = REASON.search(text)
    before = text[: found.start()] if found else ""
    if form_reasons.alone(text) or not times.tells_when(text) and _reason_alone(text):
        yield WHY, form_reasons.alone(text) or _reason_alone(text)
    elif found and times.span(before) and not times.span(found["why"]):
        yield TIME, times.tidy(before)
        yield WHY, found["why"]
