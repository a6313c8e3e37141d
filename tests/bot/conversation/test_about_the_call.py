"""Questions about a call that was asked for."""

from __future__ import annotations

import pytest

from bot.conversation.about_the_call import (
    ABROAD,
    CHANGE,
    FROM,
    HOW,
    MISSED,
    NEXT,
    READ,
    SENT,
    VISIT,
    WHEN,
    asked,
    asked_of_the_request,
)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("thanks, when", WHEN),
        ("when will they call", WHEN),
        ("ok how soon?", WHEN),
        ("how long will it take", WHEN),
        ("when can i expect a call", WHEN),
        ("what time will she call me", WHEN),
        ("Thank you. What happens next?", NEXT),
        ("so what now", NEXT),
        ("do i need to do anything", NEXT),
        ("And if nobody calls?", MISSED),
        ("what if they dont call", MISSED),
        ("what if i miss it", MISSED),
        ("what if i dont pick up", MISSED),
        ("how long is a session", ""),
        ("how soon will i feel better", ""),
        ("what happens at the first visit", ""),
        ("when are you open", ""),
        ("what if it hurts", ""),
        ("thanks", ""),
        ("about when", WHEN),
        ("when can i expect it", WHEN),
        ("how long until someone calls", WHEN),
        ("what do i do now", NEXT),
        ("what happens when they call", NEXT),
        ("should i wait", NEXT),
        ("what if no body calls", MISSED),
        ("what if im asleep", MISSED),
        ("when will it come back", ""),
        ("how long does it take", ""),
        ("how fast does it go", ""),
        ("what happens to the body now", ""),
        ("what if it doesn't", ""),
        ("what if i don't", ""),
        ("do i need to come", ""),
        ("do i have to pick one", ""),
        ("what happens to it then", ""),
    ],
)
def test_the_call_is_asked_about(text: str, wish: str) -> None:
    """Other questions stay what they are, also where they are made of the same small words."""
    assert asked(text) == wish


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("will you tell me when they read it?", READ),
        ("no i meant how do i know they saw it", READ),
        ("how will i know its them", FROM),
        ("how will it show up on caller id", FROM),
        ("ok so will they leave a message or not", HOW),
        ("so do they call or text me", HOW),
        ("can she change it if she needs to", CHANGE),
        ("also can my husband be the one they talk to", CHANGE),
        ("no i mean my callback, the name on it, can it be my husband Ray", CHANGE),
        ("was it friday or thursday you sent", SENT),
        ("so am i booked", VISIT),
        ("they will call england??", ABROAD),
        ("how will i know it works", ""),
        ("can my husband come with me", ""),
        ("can i change my position", ""),
        ("do i have an infection", ""),
        ("will they read my records", ""),
    ],
)
def test_what_is_asked_of_the_request_is_known_by_its_words(text: str, wish: str) -> None:
    """Wherever it is asked, for its words name the call or what was sent."""
    assert asked_of_the_request(text) == wish


def test_a_call_while_asleep_may_be_missed() -> None:
    """Not what happens at a visit."""
    assert asked("what happens if they call while im asleep") == MISSED
