"""What an answer doesn't name."""

from __future__ import annotations

import pytest

from bot.phrasebook.new_words import asks_for_one_more, named_first, names_known, new_word

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("shows arthritis in si", True),
        ("and chiropractor?", True),
        ("and commuting?", False),
        ("and yoga?", False),
        ("so how often then", False),
    ],
)
def test_what_is_known_is_known_in_another_form(text: str, expected: bool) -> None:
    """`chiropractor` is in `chiropractic`; `commuting` isn't in `common`."""
    assert names_known(text, ["Manual or chiropractic care.", "A common pain.", "It can come from arthritis."]) is expected


def test_the_sentence_that_names_something_is_what_is_asked() -> None:
    """What follows tells why."""
    assert named_first("and chiropractor? my midwife is against it") == "and chiropractor"
    assert named_first("ok. and my bed?").strip() == "and my bed"
    assert named_first("and then?") == "and then?"
