"""What is told of name, number, time and reason."""

from __future__ import annotations

from typing import Any

import pytest

from actions.told import CONFIRMED, NAME, NUMBER, SHARE, TIME, WHY, several, unasked

PHONE = "(484) 555-0123"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("call me", {}),
        ("call me. Pat. 484-555-0123. noon", {NAME: "Pat", NUMBER: PHONE, TIME: "noon"}),
        ("fine. Joe Russo 484-555-0123 NOW", {NAME: "Joe Russo", NUMBER: PHONE}),
    ],
)
def test_what_comes_with_the_wish_is_told(text: str, told: dict[str, Any]) -> None:
    """Nothing that was said is asked for again."""
    assert dict(unasked(text)) == told


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        (NAME, "jen, 484 555 0123, tmrw after 5", {NAME: "Jen", NUMBER: PHONE, TIME: "tomorrow after 5"}),
        (TIME, "fri after 3, my knee and hip", {TIME: "fri after 3", WHY: "my knee and hip"}),
        (TIME, "fri after 3", {}),
        (WHY, "the one on 484 555 0123 hurts to hold", {}),
        (WHY, "use 484 555 0123 instead", {NUMBER: PHONE}),
        (SHARE, "mornings are bad for my hip", {}),
        (CONFIRMED, "not friday", {}),
        (CONFIRMED, "yes but only wednesday", {TIME: "only wednesday"}),
    ],
)
def test_what_an_answer_tells_beside_the_answer(asked: str, text: str, told: dict[str, Any]) -> None:
    """Wherever it stands; a time that was asked for alone is the whole answer, and left to be read as that."""
    assert dict(several(text, asked)) == told
