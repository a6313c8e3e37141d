"""The lists that names are told by agree with each other and with the clinic's facts."""

from __future__ import annotations

import pytest

from bot.privacy.words import clinic_words, common_words, first_names, names_also_words


def test_the_clinics_own_words_are_its_facts() -> None:
    """Practitioner, street and house number come from data/facts: a new name there is not masked either."""
    assert {"amara", "mclees", "wayne", "141", "acupuncture"} <= clinic_words()


def test_a_name_that_is_a_word_is_no_plain_name() -> None:
    """No list contradicts another: what is a word as well is treated with care."""
    assert first_names() & names_also_words() == set()
    assert first_names() & common_words() == set()


@pytest.mark.parametrize("words", [first_names, names_also_words, common_words])
def test_lists_are_in_lower_case(words: object) -> None:
    """Every entry can be met: text is compared in lower case."""
    assert all(word == word.casefold() for word in words())  # type: ignore[operator]
