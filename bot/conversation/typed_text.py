"""What a patient typed, made plain: no control characters, no commands, and the number of a choice."""

from __future__ import annotations

import re
import unicodedata

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
CHOICE = re.compile(r"(?:the |option |number |no\.? ?(?=\d)|#)?(\d|[a-z]+)(?:st|nd|rd)?(?: one| please)?[.!)]?")
NUMBER_WORDS = {"one": 1, "first": 1, "two": 2, "second": 2, "three": 3, "third": 3}


BLANKS = re.compile(r"\s{2,}")
"""A thousand of them in a row would be read a thousand times a thousand times."""


def normalised(text: str) -> str:
    """What a patient meant to type: composed letters, no control characters, no leading slash that Rasa would obey."""
    composed = unicodedata.normalize("NFC", CONTROL.sub(" ", text.replace("\r\n", "\n")))
    composed = BLANKS.sub(lambda found: "\n" if "\n" in found[0] else " ", composed)
    while composed != (composed := composed.strip().lstrip("/")):
        pass
    return composed


def choice_number(text: str) -> int:
    """The number a patient answered a list with: `2`, `2.`, `#2`, `two`, `the second one`; 0 for anything else."""
    said = CHOICE.fullmatch(text.casefold().strip())
    if not said:
        return 0
    return int(said[1]) if said[1].isdigit() else NUMBER_WORDS.get(said[1], 0)
