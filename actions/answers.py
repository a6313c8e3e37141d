"""What one message answers of the call-back form: often one thing, sometimes several at once, sometimes a correction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from actions import names, phone
from actions.yes_and_no import COURTESY, NO, SKIP, YES, says
from bot.understanding import times
from bot.understanding.form_answers import OPEN_SLOTS, PARTS, UNSHARED, WRONG
from bot.understanding.form_asides import aside

NAME, NUMBER, TIME, WHY = "callback_name", "callback_number", "callback_time", "callback_why"
SHARE, CONFIRMED = "callback_share", "callback_confirmed"
LONGEST_TIME, LONGEST_WHY = 120, 300
SAME = re.compile(r"\b(?:same|this (?:one|number|phone)|the one i'?m (?:texting|using)|my number here|this)\b", re.I)
BESIDE_NAME = re.compile(r"\s+(?:but|and|please|call|ring|phone|my|reach|at|on|number|its|it's|for|calling)\b", re.I)
START_OVER = re.compile(
    r"\bstart (?:over|again|from (?:scratch|the (?:start|beginning)))\b|\b(?:everything|it'?s all|all)(?: is|'?s)? wrong\b",
    re.I,
)
NO_NAME = re.compile(
    r"\ba patient\b|\banonym\w*|\bno name\b|\bnone of (?:your|ur)\b|\b(?:rather|prefer) not\b|^\W*(?:skip|pass|private)\W*$"
    r"|\b(?:don'?t|do not|not) (?:want|wanna|giving|gonna|going|like to|have to|need|saying|telling)\b",
    re.I,
)
A_PATIENT = "a patient"
"""Whom the clinic asks for where no name is given."""
USE_NUMBER = re.compile(r"\b(?:use|instead|wrong|old|new|better|other|work|cell|number|actually|call (?:me )?(?:on|at))\b", re.I)
REASON = re.compile(r"[,;.]\s*(?:and |so )?(?:it'?s |its )?(?P<why>(?:about|my|because|bc|regarding|re)\b.+)$", re.I | re.S)
"""Behind a time: `fri after 3, my knee and hip`."""
UNSURE = re.compile(r"\W*(?:hm+\W*)*(?:not sure|idk|dunno|i don'?t know|no idea|hm+\b|let me)", re.I)
MOST_CHANGING = 9
"""Words of a correction where any words may be the reason to call."""
FINE = re.compile(r"\W*(?:is|are|'?s|was)?\s*(?:all )?(?:fine|ok|okay|right|good|correct)\b", re.I)
BORDER = re.compile(r"[,;\n]+|(?<!\bmrs)(?<!\bmr)(?<!\bms)(?<!\bdr)\.\s+|\s+-\s+", re.I)


@dataclass
class Answer:
    """Slots with the values given, None for what is to be asked anew, and a response to say before the next question."""

    slots: dict[str, Any] = field(default_factory=dict)
    response: str = ""


def read(text: str, asked: str, told: Mapping[str, Any], sender_number: str = "") -> Answer:
    """What a message says for the form.

    Args:
        text: what the patient wrote.
        asked: the slot that was asked for; empty when the form begins with this message.
        told: the form's slots so far.
        sender_number: where the message came from, on channels that know it.
    """
    if not asked:
        return Answer(dict(_unasked(text)))
    if START_OVER.search(text):
        return Answer(dict.fromkeys(slot for slot in READERS if told.get(slot) is not None), "utter_callback_change_it")
    given = dict(_several(text, asked))
    if asked == CONFIRMED and UNSHARED.search(text):
        given[SHARE] = False
    if asked == NUMBER and NUMBER not in given and SAME.search(text) and phone.parsed(sender_number):
        given[NUMBER] = phone.parsed(sender_number)
    changed = _to_change(text, asked, told, given)
    if changed:
        again = {} if asked == CONFIRMED else {asked: told.get(asked)}
        return Answer({**again, **dict.fromkeys(changed), **given}, "" if given else "utter_callback_change_it")
    if asked in given:
        return Answer(given)
    if given:
        return Answer({**given, asked: None})
    said = aside(text, asked, OPEN_SLOTS)
    if said:
        return Answer({asked: None}, said)
    value, response = READERS[asked](text)
    return Answer({asked: value}, response)


def _unasked(text: str) -> Iterator[tuple[str, Any]]:
    """What is told with the wish to be called: `call me back, my name is jen, 484 555 0123, tomorrow`."""
    number, around = phone.find(text), text
    if number:
        yield NUMBER, number.number
        around = f"{number.before}, {number.after}"
    found = times.span(around)
    if found:
        yield TIME, times.tidy(around[slice(*found)])
        around = f"{around[: found[0]]}, {around[found[1] :]}"
    name = names.told(around) or (names.beside_number(BORDER.split(around)) if number else "")
    if name:
        yield NAME, name


def _several(text: str, asked: str) -> Iterator[tuple[str, Any]]:
    """Number, time and name, wherever in the message they stand; in a reason nothing else is looked for."""
    number = phone.find(text)
    if number and (asked not in (WHY, SHARE) or USE_NUMBER.search(text)):
        yield NUMBER, number.number
    if asked in (WHY, SHARE, CONFIRMED) and times.corrected(text):
        yield TIME, times.corrected(text)
    if asked in (WHY, SHARE):
        return
    if not number and asked == TIME:
        yield from _time_and_why(text)
        return
    pieces = BORDER.split(text) if not number else [*BORDER.split(number.before), *BORDER.split(number.after)]
    rests = []
    for piece in pieces:
        found = times.span(piece)
        if (
            found
            and not (asked == CONFIRMED and times.corrected(text))
            and not (asked == CONFIRMED and re.search(r"\bnot\b", text, re.I))
        ):
            yield TIME, times.tidy(piece[slice(*found)])
            piece = f"{piece[: found[0]]} {piece[found[1] :]}"
        rests.append(piece)
    if asked == NAME:
        found_names = [names.beside_number(rests) if number else ""]
        found_names += [names.find(each) or names.told(rest) for rest in rests for each in (rest, BESIDE_NAME.split(rest)[0])]
        yield from ((NAME, name) for name in list(filter(None, found_names))[:1])
    elif asked in (NUMBER, CONFIRMED) and not times.corrected(text):
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


def _to_change(text: str, asked: str, told: Mapping[str, Any], given: Mapping[str, Any]) -> list[str]:
    """Slots already told that the patient calls wrong; at the summary it is enough to name them."""
    if not (WRONG.search(text) or (asked == CONFIRMED and not says(YES, text))):
        return []
    if asked == WHY and len(text.split()) > MOST_CHANGING:
        return []
    found = {slot: words.search(text) for slot, words in PARTS.items()}
    named = [slot for slot, words in found.items() if words and not FINE.match(text[words.end() :])]
    return [slot for slot in named if told.get(slot) is not None and slot not in given]


def _name(text: str) -> tuple[Any, str]:
    name = A_PATIENT if NO_NAME.search(text) else names.find(text)
    return (name, "") if name else (None, "utter_callback_name_unclear")


def _number(text: str) -> tuple[Any, str]:
    return None, "utter_callback_number_unclear"


def _time(text: str) -> tuple[Any, str]:
    when = times.tidy(text)[:LONGEST_TIME]
    unsure = text.rstrip().endswith("?") or UNSURE.match(text)
    clear = re.search(r"\w", when) and (times.span(text) or not (unsure or says(YES, text) or says(SKIP, text)))
    return (when, "") if clear else (None, "utter_callback_time_unclear")


def _why(text: str) -> tuple[Any, str]:
    if says(SKIP, text):
        return "", ""
    return (None, "utter_callback_go_on") if says(YES, text) else (" ".join(text.split())[:LONGEST_WHY], "")


def _share(text: str) -> tuple[Any, str]:
    if says(YES, text):
        return True, ""
    return (False, "") if NO.match(text) or says(SKIP, text) else (None, "utter_callback_yes_or_no")


def _confirmed(text: str) -> tuple[Any, str]:
    if says(YES, text):
        return (None, "utter_callback_yes_or_no") if says(COURTESY, text) else (True, "")
    return None, "utter_callback_what_to_change" if NO.match(text) or WRONG.search(text) else "utter_callback_yes_or_no"


READERS = {NAME: _name, NUMBER: _number, TIME: _time, WHY: _why, SHARE: _share, CONFIRMED: _confirmed}
