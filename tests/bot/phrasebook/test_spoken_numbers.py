"""Numbers in words."""

from __future__ import annotations

import pytest

from bot.phrasebook.spoken_numbers import in_digits


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("six one oh, five five five, oh one two three", "610-555-0123"),
        ("six ten five five five 0 1 7 7", "610-555-0177"),
        ("610five550177", "610-555-0177"),
        ("tel 484 five five five 0106, mornings", "tel 484-555-0106, mornings"),
        ("four eighty four, double five five, oh one twenty three", "484-555-0123"),
        ("oh six one oh five five five oh one two three", "610-555-0123"),
        ("one six one oh five five five oh one two three", "610-555-0123"),
        ("eight hundred 555 0199", "800-555-0199"),
        ("six hundred ten five five five oh one two three", "610-555-0123"),
        ("four hundred eighty four, 555 0123", "484-555-0123"),
    ],
)
def test_a_number_in_words_is_written_in_digits(text: str, written: str) -> None:
    """As people say it, with the rest of the message left alone."""
    assert in_digits(text) == written


@pytest.mark.parametrize(
    "text",
    [
        "484 555 0123 at one",
        "one or two times",
        "four five six",
        "610 555 0142, one kid",
        "someone",
        "one two three four five six seven eight nine ten",
        "5" * 900,
        "five " * 300,
    ],
)
def test_other_words_stay(text: str) -> None:
    """Hours, counts, and what is no number of ten digits."""
    assert in_digits(text) == text
