"""Who asks for less, or for a plain yes or no."""

from __future__ import annotations

import pytest

from bot.phrasebook.bottom_line import asks_for_less, asks_yes_or_no


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("can you say it in simple words please", True),
        ("shorter", True),
        ("too long lol", True),
        ("in plain english?", True),
        ("put that simply", True),
        ("is there a shorter session", False),
        ("how long is too long", False),
        ("do you speak english", False),
        ("i want a simpler life", False),
    ],
)
def test_less_of_it(text: str, expected: bool) -> None:
    """The whole message, not a word in it."""
    assert asks_for_less(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so is that a yes?", True),
        ("so basically no?", True),
        ("yes or no", True),
        ("yes", False),
        ("so yes", False),
        ("yes, where are you?", False),
        ("no?? it got worse", False),
    ],
)
def test_a_plain_yes(text: str, expected: bool) -> None:
    """Asked, not given."""
    assert asks_yes_or_no(text) == expected
