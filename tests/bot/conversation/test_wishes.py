"""Which words are wishes of memory."""

from __future__ import annotations

import pytest

from bot.conversation.form_state import SAVED, WITHDRAWN
from bot.conversation.wishes import (
    AGAIN,
    CHART,
    ERASE,
    ERASE_ALL,
    HOW_LONG,
    KNOWN,
    NEVER_CAME,
    READERS,
    STANDS,
    STATUS,
    SURE,
    WHO_SEES,
    WITHDRAW,
    wished,
)


@pytest.mark.parametrize(
    ("text", "topic", "wish"),
    [
        ("forget me", "", ERASE),
        ("Forget it, forget me", "", ERASE),
        ("forget me and cancel my call back", "", ERASE_ALL),
        ("what do you have on me", "", KNOWN),
        ("i gave you my number a minute ago", "", KNOWN),
        ("are you sure its all gone", "", KNOWN),
        ("cancel my call back", "", WITHDRAW),
        ("take it off your list", "", WITHDRAW),
        ("never mind", SAVED, WITHDRAW),
        ("cancel that", SAVED, WITHDRAW),
        ("did you cancel it?", WITHDRAWN, STATUS),
        ("did it go through?", SAVED, STATUS),
        ("so no one will call?", "", STATUS),
        ("do you have my chart", "", CHART),
        ("so who reads this chat", "", READERS),
        ("is anybody watching this chat right now", "", READERS),
        ("are you saving everything i type", "", READERS),
        ("how long do you keep my messages", "", READERS),
        ("is what i tell you confidential?", "", READERS),
        ("do you keep my spot", "", ""),
        ("for how long", "", ""),
        ("did i talk to you yesterday?", "", AGAIN),
        ("ok bye", SAVED, ""),
        ("thanks, i'll call you", SAVED, ""),
        ("cancel that", "faq/booking", ""),
        ("did you cancel it?", "", ""),
        ("who can see my chart", "", ""),
    ],
)
def test_a_wish_is_heard(text: str, topic: str, wish: str) -> None:
    """Some words only right behind a request for a call, which they mean."""
    assert wished(text, False, topic) == wish


@pytest.mark.parametrize("text", ["take me off your list", "cancel the call", "who reads this", "never mind"])
def test_inside_a_form_it_is_the_form_that_is_meant(text: str) -> None:
    """There such words stop it, or ask about it; only to forget is to forget."""
    assert wished(text, True, SAVED) == ""
    assert wished("forget me", True, "") == ERASE


def test_after_words_of_danger_only_the_plainest_wish_is_heard() -> None:
    """`Take me off your list` may mean more then, and is understood with what went before."""
    assert wished("take me off your list", False, "", urgent=True) == ""
    assert wished("cancel my call back", False, "", urgent=True) == WITHDRAW


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("and for how long?", HOW_LONG),
        ("who sees it", WHO_SEES),
        ("delete it pls", SURE),
        ("is my data safe", WHO_SEES),
        ("how long is a session", ""),
        ("is it safe", ""),
    ],
)
def test_behind_what_is_kept_it_is_asked_on(text: str, wish: str) -> None:
    """`For how long` asks there for no needles; `is it safe` still does."""
    assert wished(text, False, "", told=True) == wish


@pytest.mark.parametrize(
    ("text", "topic", "wish"),
    [
        ("no longer needed", SAVED, WITHDRAW),
        ("no longer needed", "faq/location", STANDS),
        ("actually dont bother calling me", "faq/location", WITHDRAW),
        ("never mind", "faq/location", STANDS),
        ("thanks", SAVED, ""),
    ],
)
def test_what_was_sent_is_taken_back_by_plain_words_only(text: str, topic: str, wish: str) -> None:
    """With something else between, only by words that name the call; in a form or an emergency by none of these."""
    assert wished(text, False, topic, sent=True) == wish
    assert wished(text, True, topic, sent=True) == ""
    assert wished(text, False, topic, urgent=True, sent=True) == ""


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("i left a call back yesterday and nobody rang", NEVER_CAME),
        ("nobody called me back yet", NEVER_CAME),
        ("well can you chase it", NEVER_CAME),
        ("i left my hip alone and nobody helped", ""),
        ("did it go or not", STATUS),
        ("did it go away for good", ""),
        ("who reads this chat and do you sell my info", READERS),
        ("i mean THIS chat, the one im typing in", READERS),
        ("so is it recorded", READERS),
        ("is it safe", ""),
    ],
)
def test_a_call_that_never_came_and_this_chat_are_known(text: str, wish: str) -> None:
    """By their own words, wherever they are said."""
    assert wished(text, False, "") == wish


def test_on_what_is_kept_more_is_asked() -> None:
    """Only where that was told right before."""
    asked = {text: wished(text, False, "", told=True) for text in ("can my employer see it", "delete it then")}

    assert asked == {"can my employer see it": WHO_SEES, "delete it then": SURE}
    assert wished("can my employer see it", False, "") == ""
