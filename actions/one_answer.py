"""What a message says as the plain answer to the question that was asked, and what is said where it is unclear."""

from __future__ import annotations

import re
from typing import Any

from actions import names, phone
from actions.renumbered import CORRECTS
from actions.told import CONFIRMED, LONGEST_WHY, NAME, NUMBER, SHARE, TIME, WHY
from actions.yes_and_no import (
    ANY_TIME,
    COURTESY,
    MAY_GO_ON,
    MEANT,
    NO,
    NO_WHY,
    NOTHING_MORE,
    OKAY,
    PASSES,
    SEND,
    SKIP,
    YES,
    YES_ALL,
    says,
)
from bot.phrasebook import times
from bot.phrasebook.agreement import agrees
from bot.phrasebook.form_answers import WRONG
from bot.phrasebook.form_leaving import DONT
from bot.phrasebook.form_notes import by_text
from bot.phrasebook.questions import ASKING

LONGEST_TIME = 120
NO_NAME = re.compile(
    r"\ba patient\b|\banonym\w*|\bno name\b|\bnone of (?:your|ur)\b|\b(?:rather|prefer) not\b|^\W*(?:skip|pass|private)\W*$"
    r"|\b(?:don'?t|do not|not) (?:want|wanna|giving|gonna|going|like to|have to|need|saying|telling)\b",
    re.I,
)
NAMELESS = re.compile(r"\bnames?\b|\banonym", re.I)
A_PATIENT = "a patient"
"""Whom the clinic asks for where no name is given."""
IS_IT_RIGHT = re.compile(r"\b(?:is|are) (?:it |that |this |all |everything |they )?(?:correct|right|ok|okay)\W*$", re.I)
"""`Ana. is correct?`: whether to send it was not said."""
UNSURE = re.compile(r"\W*(?:hm+\W*)*(?:not sure|idk|dunno|i don'?t know|no idea|hm+\b|let me)", re.I)
ASKS_BACK = re.compile(r"\?|\b(?:r|are|do|does|is|can|will) (?:you|u|ya|they|it|there)\b", re.I)
"""`i mean when r u open` is no time to call."""
VARIES = re.compile(
    r"\b(?:schedules?|shifts?|hours)\b.*\b(?:chang\w*|var(?:y|ies)|all over)\b|\b(?:it|that) (?:varies|depends|changes)\b"
    r"|\bno (?:set|fixed|regular) (?:time|schedule|hours)\b",
    re.I,
)
"""No time, and the clinic is to know why: `my schedule changes, maybe text first`."""


NO_TIME = re.compile(
    r"\W*(?:(?:ok|okay|sorry|i'?m|im|lol|hi|hello)\b\W*)*(?:back|here now)\W*"
    r"|\W*(?:s?he|they|you|u) (?:already )?knows?\b[^\d]{0,30}",
    re.I,
)
"""`back`, said by who was away for a moment."""
CLOCK = re.compile(r"(?:0[7-9]|1\d|2[01])(?:00|15|30|45)")
SAID_FIRST = re.compile(r"^\W*(?:like )?i (?:already |just )?(?:said|told you|wrote)\b[\s,.:!-]+(?=\w)", re.I)
SAID_BEFORE = re.compile(
    r"(?<=\w)[\s,.;]+(?:(?:as|like) i(?:'?ve)? (?:already |just )?(?:said|told you|wrote|mentioned)"
    r"|(?:i )?already (?:said|told you|wrote)|i (?:said|told you) already)(?: (?:that|it|before|above|already))*\W*$",
    re.I,
)
"""`next tues 3pm as i said`."""
OTHER_HALF = re.compile(r"\b(\d{1,2}(?::\d\d)?) ?[ap]m\W+(?:(?:no|sorry|oops|i mean(?:t)?)\W+)*([ap]m)\b(?:\W+sorry)?\W*$", re.I)
"""`8am. pm sorry`."""
AGREES_FIRST = re.compile(r"^\W*(?:yes|yeah|yep|yup|sure)\b[\s,.!]+(?=\w+ \w+)", re.I)
"""`yes it hurts to walk`, said to whether there is a reason."""


def _name(text: str) -> tuple[Any, str]:
    if NO_NAME.search(text):
        return A_PATIENT, "" if A_PATIENT in text.casefold() else "utter_callback_no_name"
    name = names.find(text)
    if not name and phone.SEVEN.search(text):
        return None, "utter_callback_number_unclear"
    return (name, "") if name else (None, "utter_callback_name_unclear")


def _number(text: str) -> tuple[Any, str]:
    if NO_NAME.search(text) and NAMELESS.search(text):
        return None, "utter_callback_no_name"
    return None, "utter_callback_only_calls" if says(SKIP, text) else "utter_callback_number_unclear"


def _time(text: str) -> tuple[Any, str]:
    if says(ANY_TIME, text):
        return "any time", ""
    digits = CORRECTS.fullmatch(text)
    if digits and not CLOCK.fullmatch(digits["end"]):  # `ok its 0113` is said of the number
        return None, "utter_callback_number_unclear"
    if NO_TIME.fullmatch(text):
        return None, "utter_callback_time_unclear"
    text = OTHER_HALF.sub(r"\1\2", SAID_BEFORE.sub("", SAID_FIRST.sub("", text)))
    when = times.tidy(text)[:LONGEST_TIME]
    unsure = text.rstrip().endswith("?") or UNSURE.match(text)
    vague = ASKS_BACK.search(text) or unsure or says(NO_WHY, text) or says(YES, text) or says(SKIP, text)
    clear = re.search(r"\w", when) and (times.span(text) or VARIES.search(text) or not vague)
    if not clear:
        return None, "utter_callback_time_unclear"
    return when, "utter_callback_how_soon" if times.NOW.fullmatch(text) else ""


def _why(text: str) -> tuple[Any, str]:
    text = MEANT.sub("", text)
    if (
        (says(PASSES, text) and not says(MAY_GO_ON, text))
        or says(SKIP, text)
        or says(SEND, text)
        or says(NO_WHY, text)
        or DONT.fullmatch(text)
    ):  # `don't` is said to `You don't have to`
        return "", ""
    if CORRECTS.fullmatch(text):  # four digits are no reason, and aren't like the end of the number either
        return None, "utter_callback_number_unclear"
    if says(MAY_GO_ON, text) and not says(OKAY, text):
        return None, "utter_callback_go_on"
    if says(YES, text):  # `yes thats right` is said of what was told before
        return "", ""
    text = SAID_BEFORE.sub("", AGREES_FIRST.sub("", text))
    return " ".join(text.split())[:LONGEST_WHY], "utter_callback_by_text" if by_text(text) else ""


def _share(text: str) -> tuple[Any, str]:
    if says(YES, text) or agrees(text):
        return True, ""
    return (False, "") if NO.match(text) or says(SKIP, text) else (None, "utter_callback_yes_or_no")


def _confirmed(text: str) -> tuple[Any, str]:
    text = MEANT.sub("", text)
    if says(YES, text):
        return (None, "utter_callback_yes_or_no") if says(COURTESY, text) else (True, "")
    if says(YES_ALL, text) or agrees(text):
        return True, ""
    if says(NOTHING_MORE, text) or IS_IT_RIGHT.search(text):
        return None, "utter_callback_send_it"
    changes = (NO.match(text) and not ASKING.search(text)) or WRONG.search(text) or CORRECTS.fullmatch(text)
    return None, "utter_callback_what_to_change" if changes else "utter_callback_yes_or_no"


READERS = {NAME: _name, NUMBER: _number, TIME: _time, WHY: _why, SHARE: _share, CONFIRMED: _confirmed}
