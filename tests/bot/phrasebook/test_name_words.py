"""Words that may be names."""

from __future__ import annotations

import pytest

from bot.phrasebook import name_words


@pytest.mark.parametrize("words", ["sam", "jo", "bill", "O'Malley", "Al", "Harold Jenkins", "Mrs Lee", "kathy ruiz"])
def test_a_name_is_known_as_one_or_written_as_one(words: str) -> None:
    """In small letters only a known one."""
    assert name_words.is_name(words)


@pytest.mark.parametrize("words", ["", "now", "Cell", "lower back", "price", "the receipt", "Mike lower back pain", "zorblatt"])
def test_other_words_are_none(words: str) -> None:
    """A capital makes no name of a common word."""
    assert not name_words.is_name(words)


def test_a_first_name_that_is_a_word_too_is_only_likely() -> None:
    """`bill` may be one where a name may stand; `kathy` is one anywhere."""
    assert (name_words.known("kathy"), name_words.known("bill"), name_words.likely("bill")) == (True, False, True)
