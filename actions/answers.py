"""What one message answers of the call-back form: often one thing, sometimes several at once, sometimes a correction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from actions import names, phone
from actions.told import CONFIRMED, NAME, NUMBER, SHARE, TIME, WHY, several, unasked
from actions.yes_and_no import ANY_TIME, COURTESY, NO, SEND, SKIP, YES, says
from bot.understanding import times
from bot.understanding.form_answers import PARTS, UNSHARED, WRONG, heed, note
from bot.understanding.form_asides import aside
from bot.understanding.questions import ASKING

LONGEST_TIME, LONGEST_WHY = 120, 300
SAME = re.compile(r"\b(?:same|this (?:one|number|phone)|the one i'?m (?:texting|using)|my number here|this)\b", re.I)
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
UNSURE = re.compile(r"\W*(?:hm+\W*)*(?:not sure|idk|dunno|i don'?t know|no idea|hm+\b|let me)", re.I)
ASKS_BACK = re.compile(r"\?|\b(?:r|are|do|does|is|can|will) (?:you|u|ya|they|it|there)\b", re.I)
"""`i mean when r u open` is no time to call."""
VARIES = re.compile(
    r"\b(?:schedules?|shifts?|hours)\b.*\b(?:chang\w*|var(?:y|ies)|all over)\b|\b(?:it|that) (?:varies|depends|changes)\b"
    r"|\bno (?:set|fixed|regular) (?:time|schedule|hours)\b",
    re.I,
)
"""No time, and the clinic is to know why: `my schedule changes, maybe text first`."""
MOST_CHANGING = 9
"""Words of a correction where any words may be the reason to call."""
FINE = re.compile(r"\W*(?:is|are|'?s|was)?\s*(?:all )?(?:fine|ok|okay|right|good|correct)\b", re.I)


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
        given = dict(unasked(text))
        return Answer({**given, **_to_know(heed(text), given)})
    if START_OVER.search(text):
        return Answer(dict.fromkeys(slot for slot in READERS if told.get(slot) is not None), "utter_callback_change_it")
    given = _given(text, asked, told, sender_number)
    changed = _to_change(text, asked, told, given)
    if changed:
        again = {} if asked == CONFIRMED else {asked: told.get(asked)}
        return Answer({**again, **dict.fromkeys(changed), **given}, "" if given else "utter_callback_change_it")
    if asked in given:
        return Answer(given)
    if given:
        return Answer({**given, asked: None}, "" if asked in (NAME, CONFIRMED) else "utter_callback_noted")
    said = aside(text, asked)
    if said:
        return Answer({asked: None}, said)
    value, response = READERS[asked](text)
    return Answer({asked: value}, response)


def _given(text: str, asked: str, told: Mapping[str, Any], sender_number: str) -> dict[str, Any]:
    """The slots that a message fills, whichever was asked for."""
    given = dict(several(text, asked))
    if asked == CONFIRMED and UNSHARED.search(text):
        given[SHARE] = False
    elif asked == CONFIRMED:
        given |= _to_know(note(text), told)
    elif asked == NUMBER or (asked == NAME and not NO_NAME.search(text)):
        given |= _to_know(heed(text), {**told, **given})  # a time is passed on whole, with all that is said of it
    if given.get(TIME) and told.get(TIME) and asked != TIME:
        given[TIME] = times.put_right(told[TIME], given[TIME])
    if asked == NUMBER and NUMBER not in given and SAME.search(text) and phone.parsed(sender_number):
        given[NUMBER] = phone.parsed(sender_number)
    return given


def _to_know(words: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """What the clinic is to know, beside a reason that was told before."""
    return {WHY: "; ".join(filter(None, [told.get(WHY), words]))[:LONGEST_WHY]} if words else {}


def _to_change(text: str, asked: str, told: Mapping[str, Any], given: Mapping[str, Any]) -> list[str]:
    """Slots already told that the patient calls wrong; at the summary it is enough to name them."""
    if aside(text, asked) and not WRONG.search(text):
        return []
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
    if says(ANY_TIME, text):
        return "any time", ""
    when = times.tidy(text)[:LONGEST_TIME]
    unsure = text.rstrip().endswith("?") or UNSURE.match(text)
    vague = ASKS_BACK.search(text) or unsure or says(YES, text) or says(SKIP, text)
    clear = re.search(r"\w", when) and (times.span(text) or VARIES.search(text) or not vague)
    return (when, "") if clear else (None, "utter_callback_time_unclear")


def _why(text: str) -> tuple[Any, str]:
    if says(SKIP, text) or says(SEND, text):
        return "", ""
    return (None, "utter_callback_go_on") if says(YES, text) else (" ".join(text.split())[:LONGEST_WHY], "")


def _share(text: str) -> tuple[Any, str]:
    if says(YES, text):
        return True, ""
    return (False, "") if NO.match(text) or says(SKIP, text) else (None, "utter_callback_yes_or_no")


def _confirmed(text: str) -> tuple[Any, str]:
    if says(YES, text):
        return (None, "utter_callback_yes_or_no") if says(COURTESY, text) else (True, "")
    changes = (NO.match(text) and not ASKING.search(text)) or WRONG.search(text)
    return None, "utter_callback_what_to_change" if changes else "utter_callback_yes_or_no"


READERS = {NAME: _name, NUMBER: _number, TIME: _time, WHY: _why, SHARE: _share, CONFIRMED: _confirmed}
