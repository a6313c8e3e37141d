"""What an answer doesn't name."""

from __future__ import annotations

import pytest

from bot.phrasebook.new_words import asks_for_one_more, new_word

ANSWER = "It can come from an injury, overuse, uneven muscles or arthritis. It may calm inflammation and help the nervous system."


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("could it be my mattress", "mattress"),
        ("and gardening?", "gardening"),
        ("is it the arthritis", ""),
        ("and my muscle?", ""),
        ("so its the nerves?", ""),
        ("could a fall do it", ""),
        ("a car crash years ago?", ""),
        ("and how often then", ""),
        ("does acupuncture treat it", ""),
    ],
)
def test_a_word_that_stands_nowhere_in_the_answer(text: str, word: str) -> None:
    """Small words, what all is about and another form of a word are nothing new."""
    assert new_word(text, ANSWER) == word


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("and gardening?", True),
        ("what about my mattress", True),
        ("could it be the new shoes", True),
        ("will it help digestion", True),
        ("and what makes it worse", False),
        ("or do i do that once it settles", False),
        ("tell me of the causes", False),
    ],
)
def test_one_more_thing_is_only_named(text: str, one: bool) -> None:
    """A question of its own asks for more than whether it counts."""
    assert asks_for_one_more(text) is one
