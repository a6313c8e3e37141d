"""Questions about a call that was asked for."""

from __future__ import annotations

import pytest

from bot.conversation.about_the_call import MISSED, NEXT, WHEN, asked


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
