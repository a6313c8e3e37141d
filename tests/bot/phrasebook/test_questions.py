"""Whether a clause asks."""

from __future__ import annotations

import pytest

from bot.phrasebook.questions import asks


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("whereabouts are you", True),
        ("and you got parking", True),
        ("hwo much is it", True),
        ("i could hardly walk", False),
        ("my hip hurts", False),
    ],
)
def test_a_question_is_known_by_how_it_opens(piece: str, expected: bool) -> None:
    """By its first words, also spelt in a hurry, or by its tone; a verb alone makes none."""
    assert asks(piece) is expected


@pytest.mark.parametrize(
    ("piece", "expected"), [("also ride horses", False), ("also where are you", True), ("also the price?", True)]
)
def test_also_alone_asks_nothing(piece: str, expected: bool) -> None:
    """What only adds to what was told is no question."""
    assert asks(piece) is expected
