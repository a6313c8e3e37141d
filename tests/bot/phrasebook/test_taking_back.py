"""That a call is no longer wanted, told from all that is said of calls beside it."""

from __future__ import annotations

import pytest

from bot.phrasebook.taking_back import takes_back, wanted_instead


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


@pytest.mark.parametrize(
    "text",
    [
        "i left a voicemail yesterday about my appointment, can i cancel it",
        "i sent an email last week to book, please cancel it",
        "i don't need a call now, just the address",
        "drop my call with insurance",
        "get it out of your system",
        "take him off your list of patients",
        "i gave birth last week and want to cancel it",
        "i put in a request for records, delete that",
        "i need to cancel my request for time off",
        "i dont need the call button lol",
        "i don't want a call now maybe tomorrow",
        "cancel the call he has with the doctor",
        "i don't need the call now but later today",
    ],
)
def test_what_nobody_asked_for_is_not_taken_back(text: str) -> None:
    """A booking, somebody else's call, a saying; and where more is wanted it isn't lost."""
    assert not takes_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "cancel my request for a call",
        "cancel the call i asked for",
        "cancel my call for tomorrow",
        "she doesnt need the call anymore",
        "i dont need the call, thanks",
        "i don't need the call now that i got through",
        "take it off your list",
        "i gave you my number, please delete it",
    ],
)
def test_what_was_asked_for_is_taken_back(text: str) -> None:
    """However near it is to those."""
    assert takes_back(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("i don't need a call now, just the address", "the address"),
        ("I don't want a call, where are you", "where are you"),
        ("i dont need a call but i want the hours", "the hours"),
        ("i don't need a call but my wife does", ""),
        ("i don't want a call, just text me", ""),
        ("i don't need a call now, maybe tomorrow", ""),
    ],
)
def test_what_is_wanted_instead_of_a_call_is_told_apart(text: str, wanted: str) -> None:
    """So that it is answered."""
    assert wanted_instead(text) == wanted
