"""Times to call, as people write them."""

from __future__ import annotations

import pytest

from bot.understanding import times


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("tmrw after 5", "tomorrow after 5"),
        ("any morning but friday", "any morning but friday"),
        ("call me tomorrow after 5 on", "tomorrow after 5"),
        ("mon or tues between 9 and 11am", "mon or tues between 9 and 11am"),
        ("i am free today at 3:30", "today at 3:30"),
        ("asap please", "asap"),
        ("after work", "after work"),
    ],
)
def test_a_time_is_found(text: str, when: str) -> None:
    """The words for it are cut out of the message as they stand, `tomorrow` in full."""
    found = times.span(text)

    assert found is not None
    assert times.tidy(text[slice(*found)]) == when


@pytest.mark.parametrize("text", ["", "jen", "484 555 0123", "i have 2 kids", "about my hip", "after 30 weeks", "on and on"])
def test_what_is_no_time_is_left(text: str) -> None:
    """Figures and small words alone make no time."""
    assert times.span(text) is None
