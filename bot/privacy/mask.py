"""Masking: every finder in turn, each on what those before it left."""

from __future__ import annotations

from dataclasses import dataclass

from bot.privacy import names, numbers, person_model, places

FINDERS = (
    numbers.find_emails,
    numbers.find_numbers,
    numbers.find_birthdates,
    numbers.find_phones,
    places.find,
    names.find,
    person_model.find,
)
MOST_ROUNDS = 4
KINDS = ("name", "phone", "email", "birthdate", "address", "number")
"""What the finders find; a number is a card's, an insurance's or another identifier."""


@dataclass(frozen=True)
class Span:
    """A stretch of text that tells who someone is."""

    start: int
    end: int
    kind: str
    """One of `KINDS`."""


def mask(text: str) -> str:
    """The text with what tells who someone is replaced by its kind in brackets, such as `[phone]`."""
    for _round in range(MOST_ROUNDS):  # what is masked can bare what it hid: seldom, and never for long
        found = spans(text)
        if not found:
            break
        for span in reversed(found):
            text = f"{text[: span.start]}[{span.kind}]{text[span.end :]}"
    return text


def spans(text: str) -> list[Span]:
    """Where something tells who someone is, in order and without overlap."""
    found: list[Span] = []
    left = text
    for finder in FINDERS:
        for start, end, kind in finder(left):
            if "\x00" not in left[start:end] and text[start:end].strip():
                found.append(Span(start, end, kind))
                left = f"{left[:start]}{_hidden(end - start)}{left[end:]}"
    return sorted(found, key=lambda span: span.start)


def _hidden(length: int) -> str:
    """As long as what it stands for, with the edges of the brackets that will."""
    return "[" + "\x00" * (length - 2) + "]" if length > 1 else "\x00"
