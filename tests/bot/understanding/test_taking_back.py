"""That a call is no longer wanted, told from all that is said of calls beside it."""

from __future__ import annotations

import pytest

from bot.understanding.taking_back import takes_back


@pytest.mark.parametrize(
    "text",
    [
        "oh cancel that, i dont need the call anymore",
        "I left my number last week for a call, delete it please",
        "610 555 0107 is mine, take it off your list",
        "take me off ur list",
        "please delete my number",
        "don't call me",
        "no dont call me back after all",
        "i no longer want you to call",
        "i changed my mind, cancel the call back",
        "remove my name and number from your system",
    ],
)
def test_a_call_is_taken_back(text: str) -> None:
    """However it is put, with a request sent or not."""
    assert takes_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "do you cancel the call if i miss it",
        "don't call me before noon",
        "take me off the list for the 12th",
        "please take me off the mailing list",
        "i don't want a call, text me",
        "delete my number, use 484 555 0123 instead",
        "my wife's pain is on the left only, will you take that into account",
        "Take me off your list, I've found someone in Paoli who keeps their appointments",
        "cancel my appointment",
        "i can't take calls at work",
    ],
)
def test_what_is_said_of_a_call_beside_that_takes_none_back(text: str) -> None:
    """Conditions, other lists, another number, a text instead, and complaints."""
    assert not takes_back(text)
