"""Words after an alarm."""

from __future__ import annotations

import pytest

from bot.heeded import agrees, goes_on


@pytest.mark.parametrize(
    "text", ["ok will do thank you", "i'll call them, sorry", "we are on our way", "going in now", "let me call my ob"]
)
def test_who_gets_help_agrees(text: str) -> None:
    """In however few words."""
    assert agrees(text)


@pytest.mark.parametrize("text", ["i will do it", "i'll call tomorrow", "i'll call you", "should i call", "not going in"])
def test_who_puts_it_off_does_not(text: str) -> None:
    """Nor who may mean something else."""
    assert not agrees(text)


@pytest.mark.parametrize("text", ["it stopped but came back", "its worse now", "still nothing", "no change", "it comes and goes"])
def test_a_danger_that_goes_on_is_told(text: str) -> None:
    """Good news that is taken back is none."""
    assert goes_on(text)


@pytest.mark.parametrize("text", ["she is kicking again", "it stopped", "this isnt an emergency", "im fine now"])
def test_good_news_is_left(text: str) -> None:
    """`again` and `not` alone take nothing back."""
    assert not goes_on(text)
