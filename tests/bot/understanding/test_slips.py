"""What a misspelt word may have been meant to be."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.slips import MOST_MEANT, Slips

WORDS = ["a", "i", "do", "is", "the", "hurt", "heart", "bring", "number", "needles", "pain", "relief", "need", "to", "come", "in"]
SLIPS = Slips([*WORDS, "where", "are", "you", "migraines", "treat", "physical"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nedles", ("needles",)),
        ("needels", ("needles",)),
        ("hrt", ("hurt",)),
        ("brng", ("bring",)),
        ("payn", ("pain",)),
        ("releef", ("relief",)),
        ("fysical", ("physical",)),
        ("ineed", ("i", "need")),
        ("whereareyou", ("where", "are", "you")),
        ("needtocomein", ("need", "to", "come", "in")),
        ("thenumbr", ("the", "number")),
        ("treatmigrsines", ("treat", "migraines")),
        ("numbris", ("number", "is")),
    ],
)
def test_slips_of_every_kind_are_found(typed: str, meant: tuple[str, ...]) -> None:
    """Letters lost, swapped or beside the right key, no vowels, as it sounds, and no space between words."""
    assert next(iter(SLIPS.meant(typed))) == meant


def test_a_key_beside_is_likelier_than_one_far_off() -> None:
    """`pzin` may be `pain`, `pmin` hardly; two letters swapped are as likely as a key beside."""
    near, far, swapped = (SLIPS.meant(typed)[("pain",)] for typed in ("pzin", "pmin", "pian"))

    assert near == swapped < far


def test_what_is_spelt_right_costs_nothing() -> None:
    """A word that was written with a digit may turn out to be one."""
    assert SLIPS.meant("needles")[("needles",)] == 0.0


@given(st.text(alphabet=string.ascii_lowercase, min_size=2, max_size=20))
def test_any_word_has_few_meanings_of_known_words(typed: str) -> None:
    """Whatever is typed, all that it may stand for is known, and there is an end to it."""
    found = SLIPS.meant(typed)

    assert len(found) <= MOST_MEANT
    assert all(word in SLIPS.words for words in found for word in words)
    assert list(found.values()) == sorted(found.values())
