"""Plain words."""

from __future__ import annotations

import pytest

from actions.yes_and_no import SKIP, YES, says


@pytest.mark.parametrize(
    "text", ["yes", "That is quite right thank you", "yep thats correct", "great thx", "ok send", "all correct!"]
)
def test_who_agrees_is_understood(text: str) -> None:
    """However politely, and without the mark an apostrophe is."""
    assert says(YES, text)


@pytest.mark.parametrize("text", ["nothing else", "thats private", "no thanks", "none of your business", "n/a"])
def test_who_passes_is_understood(text: str) -> None:
    """Nothing of it is kept as an answer."""
    assert says(SKIP, text)


@pytest.mark.parametrize("text", ["yes but only wednesday", "no it is my hip", "yes " * 30, ""])
def test_what_says_more_is_no_plain_word(text: str) -> None:
    """It is read for what else it says."""
    assert not says(YES, text)
    assert not says(SKIP, text)
