"""Misspelt words of danger are mended, ordinary words are left alone."""

from __future__ import annotations

import pytest

from bot.safety.spelling import Spelling, one_slip

SPELLING = Spelling(["bleeding", "chest", "numb", "smells", "swell*", "swell"], ["breeding", "chess"])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bleding", "bleeding"),
        ("bleedding", "bleeding"),
        ("bleeidng", "bleeding"),
        ("bleedimg", "bleeding"),
        ("vleeding", "bleeding"),
        ("chst", "chest"),
        ("breeding", "breeding"),
        ("chess", "chess"),
        ("whest", "whest"),
        ("dumb", "dumb"),
        ("swells", "swells"),
        ("bldng", "bldng"),
    ],
)
def test_one_slip_is_mended(word: str, expected: str) -> None:
    """A letter less, more, other or swapped; not in short words, not in the first letter of a shorter one."""
    assert SPELLING.mended(word) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("abcd", "abcd", True), ("abcd", "abdc", True), ("abcd", "bcda", False), ("abc", "abcde", False), ("abcd", "axcy", False)],
)
def test_one_slip_is_one(first: str, second: str, expected: bool) -> None:
    """Two slips are too many, in either direction."""
    assert one_slip(first, second) is one_slip(second, first) is expected
