"""The wish for a call that is known by its own words: a phone number, and little beside it but who, when and what about."""

from __future__ import annotations

import re

from bot.phrasebook import name_words, times
from bot.phrasebook.form_notes import CALL_SOMEBODY, DANGER, DOCTORS, MOST_WORDS_WITH_NUMBER, MY_SOMEBODY
from bot.phrasebook.spoken_numbers import in_digits

DIGITS = re.compile(r"\d(?:\D{0,3}\d){6}")
WHOLE = r"\+?1?\W{0,3}(?:\d\W{0,2}){9}\d(?:,? ?(?:ext\.?|extension|x) ?\d{1,6})?(?!\d)"
NUMBER_ALONE = re.compile(
    r"\W*(?:(?:ok|yes|oops|sorry|no|wait|i mean|my|the|cell|phone|number|is|it'?s|at|on|call|me|here|mobile)\b\W*)*"
    rf"{WHOLE}\W*"
    r"(?:(?:cell|mobile|home|work|thanks?|thank you|pls|please)\b\W*)*",
    re.I,
)
CALL_AT = re.compile(
    rf"\b(?:call|ring|phone|reach)\s+(?:me|us|her|him|them|{MY_SOMEBODY})(?:\s+back)?\s*(?:at|on"
    rf"|:)?\W{{0,3}}\+?1?\W{{0,2}}\d{{3}}\D{{0,3}}\d{{3}}",
    re.I,
)
"""`u can call me at 484 …`, however much is said beside it."""
CALL_FIRST = re.compile(
    r"\W*(?:(?:hi|hello|hey|ok|okay|yes|fine|please|pls|plz|so|then|just|can (?:you|u|someone|somebody))\b\W*)*"
    rf"(?:(?:call|ring|phone)\s+(?:me|us|her|him|{MY_SOMEBODY})|call ?-?back)\b",
    re.I,
)
"""`call me. O'Malley 484 …, before 10a. billing q`."""
CALL_BY_NAME = re.compile(
    rf"\b(?:call|ring|phone)\s+(?P<name>{name_words.WORD}(?:\s+{name_words.WORD})?)\s*(?:(?:at|on)\b|:)?\W{{0,3}}{WHOLE}", re.I
)
"""`im on nights so call Kim 610 …`."""
MORE_THAN_A_CALL = re.compile(
    r"\?|\bhow (?:much|long|many|do|can)\b|\bdo (?:you|u)\b|\b(?:not|never|don'?t|won'?t)\b.{0,12}\b(?:call|ring|reach)\b", re.I
)
BESIDE_A_NAME = re.compile(
    r"\b(?:ok|okay|hi|hello|hey|yes|fine|please|pls|plz|thanks|thank you|thx|then|this is|my (?:name|number) is|it'?s|i'?m"
    r"|name|number|cell|phone|at|on|and)\b(?!')|[^\w'’ -]+|(?<!\w)-+|-+(?!\w)",
    re.I,
)
"""What may stand beside a name and its number where nothing else is said."""
WISH = re.compile(
    rf"\b(?:(?:can|could|would|will) (?:you|u|someone|somebody) (?:please )?)?(?:(?:call|ring|phone|reach|text)\s+"
    rf"(?:(?:me|us|her|him|them|{MY_SOMEBODY})\b(?:\s+back\b)?"
    rf"|(?={name_words.WORD}(?:\s+{name_words.WORD})?\W{{0,4}}(?:(?:at|on)\b)?\W{{0,4}}[,\d]))"
    r"|call ?-?back\b)",
    re.I,
)
"""The words of the wish itself."""
PIECE = re.compile(r"[,.;:!\n]+\s*|\s+-\s+")
DOCTOR = re.compile(rf"\b{DOCTORS}\b", re.I)
MOST_WORDS = 30


CALLS_THEM = re.compile(
    r"\b(?:i'?ll|i will|i can|i could|i'?d rather|let me|i'?m going to|i'?m gonna|imma|gonna) (?:just |then "
    r"|better )?(?:call|phone|ring|text)\b"
    r"(?! (?:me|back me))",
    re.I,
)


def calls_them(text: str) -> bool:
    """Whether somebody will call the clinic, not be called: `alright i'll call`."""
    return CALLS_THEM.search(text) is not None


def looks_like_number(text: str) -> bool:
    """Whether a phone number may stand in the text."""
    return DIGITS.search(in_digits(text)) is not None


def asks_for_call(text: str) -> bool:
    """Whether a message is a phone number and what belongs to a call: who sends one wants to be called, or somebody.

    `call her, 610 …`, `Bill 610 …`, `ok Lee 610 … tonight`, `so call Kim 610 … between 3 and 5pm`.
    """
    text = in_digits(text)
    if not looks_like_number(text) or MORE_THAN_A_CALL.search(text):
        return False
    if NUMBER_ALONE.fullmatch(text) or CALL_AT.search(text):
        return True
    if len(text.split()) <= MOST_WORDS_WITH_NUMBER and CALL_SOMEBODY.search(text):
        return True
    if len(text.split()) > MOST_WORDS or DANGER.search(text):
        return False
    return CALL_FIRST.match(text) is not None or _calls_by_name(text) or _name_and_number(text)


def beside(text: str) -> str:
    """What a wish to be called says beside the number, a name, a time and the wish itself; empty where that is all."""
    rest = times.SPAN.sub(" ", re.sub(rf"(?<!\d){WHOLE}", " , ", WISH.sub(" , ", in_digits(text))))
    return ", ".join(piece for piece in map(str.strip, PIECE.split(rest)) if _tells(piece))


def _tells(piece: str) -> bool:
    words = " ".join(BESIDE_A_NAME.sub(" ", piece).split())
    return bool(words) and not name_words.is_name(words)


def _calls_by_name(text: str) -> bool:
    found = CALL_BY_NAME.search(text)
    return found is not None and name_words.is_name(found["name"]) and not DOCTOR.search(found["name"])


def _name_and_number(text: str) -> bool:
    """Whether a message is a name and a number, at most with a time."""
    found = re.search(rf"(?<!\d){WHOLE}", text)
    if not found or DOCTOR.search(text):
        return False
    beside = times.SPAN.sub(" ", f"{text[: found.start()]} , {text[found.end() :]}")
    rest = " ".join(BESIDE_A_NAME.sub(" ", beside).split())
    return name_words.is_name(rest)
