"""What patients say about themselves."""

from __future__ import annotations

import pytest

from bot.understanding.context import says_pregnant


@pytest.mark.parametrize(
    "text", ["im 30 wks", "I'm pregnant", "im 12 weeks pregnant", "i am currently expecting my second", "my third trimester pain"]
)
def test_a_pregnancy_is_remembered_when_told(text: str) -> None:
    """Who says to be pregnant is taken at their word."""
    assert says_pregnant(text)


@pytest.mark.parametrize(
    "text",
    [
        "is it safe when pregnant", "i'm not pregnant", "my wife is pregnant", "what if i'm pregnant", "trying to get pregnant",
        "i'm 30 weeks post op", "when i was pregnant i had this", "I'm thirty and my back hurts",
    ],
)  # fmt: skip
def test_a_pregnancy_is_never_guessed(text: str) -> None:
    """A question about pregnancy, another's pregnancy or a past one is not the writer's."""
    assert not says_pregnant(text)
