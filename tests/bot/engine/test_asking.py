"""A form asks once, and not behind what asks already."""

from __future__ import annotations

from typing import Any

import pytest

from bot.engine.asking import asking_once


def message(text: str, asks: bool = False, instead: bool = False) -> dict[str, Any]:
    return {"text": text, "asks": asks, "instead": instead}


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        ([message("20 minutes"), message("Your name?", asks=True)], ["20 minutes", "Your name?"]),
        (
            [message("20 minutes"), message("Your name?", asks=True), message("In Wayne"), message("Your name?", asks=True)],
            ["20 minutes", "In Wayne", "Your name?"],
        ),
        ([message("Go ahead, what is it?", instead=True), message("A word about why?", asks=True)], ["Go ahead, what is it?"]),
    ],
)
def test_one_question_ends_the_reply(messages: list[dict[str, Any]], said: list[str]) -> None:
    """The last that the form asks, or what asks in its place; the marks themselves go no further."""
    assert asking_once(messages) == [{"text": text} for text in said]
