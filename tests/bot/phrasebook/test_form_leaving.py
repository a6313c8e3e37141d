"""The wish to leave the form, and what only sounds like it."""

from __future__ import annotations

import pytest

from bot.phrasebook.form_leaving import books_alone, stops, stops_beside


@pytest.mark.parametrize(
    "text",
    "never mind|nvm|nevermind thanks|Forget it!|cancel that|stop|i changed my mind|don't call me|no, i'll just call you"
    "|actually never mind, i'll call them myself|cancel the call please|never mind ill call u guys|hmm no forget it delete it|bye"
    "|nah ill just text them|never mind baby woke up|I've changed my mind dear, I'll ring you myself"
    "|just tell them not to call|take me off your list|oh cancel that, i dont need the call anymore"
    "|delete my number please|forget the whole thing|actually dont|no please don't|oh wait dont do it".split("|"),
)
def test_the_wish_to_stop_is_heard(text: str) -> None:
    """However it is put."""
    assert stops(text)


@pytest.mark.parametrize(
    "text",
    [
        "stop by after 5",
        "jen",
        "no",
        "never on mondays",
        "at 5",
        "never mind the time, tuesday",
        "never mind that number",
        "nvm its ok go ahead",
        "never mind, Jen",
        "dont call before noon",
        "i don't need to give my name",
        "no voicemail",
        "please don't " * 60 + "call",
    ],
)
def test_an_answer_is_no_wish_to_stop(text: str) -> None:
    """A `no` belongs to the question that was asked."""
    assert not stops(text)


@pytest.mark.parametrize(
    "text",
    [
        "i want to cancel my call with the surgeon",
        "i want to cancel my request for a refund",
        "please cancel the call I missed and make a new one",
        "I left my job and want to cancel it",
        "i put in a claim with insurance, please delete it",
        "i gave my number to another clinic, please delete it",
        "take me off your list for friday, i can only do mondays",
    ],
)
def test_a_reason_stops_nothing(text: str) -> None:
    """Any words may be the reason to call."""
    assert not stops(text, "callback_why")


@pytest.mark.parametrize(
    "text",
    "never mind|stop|oh cancel that, i dont need the call anymore|please delete my number|i want to cancel my call"
    "|take me off your list|cancel my request for a call please|don't call me|i changed my mind, cancel the call back".split("|"),
)
def test_a_plain_stop_is_heard_where_a_reason_was_asked_for(text: str) -> None:
    """Where the whole message says it."""
    assert stops(text, "callback_why")


def test_dont_refuses_what_was_asked_where_a_yes_or_no_was() -> None:
    """Whether to share the questions; and a word about why."""
    assert not stops("please don't", "callback_share")
    assert not stops("actually dont", "callback_why")


@pytest.mark.parametrize(
    ("text", "asked", "left"),
    [
        ("i said dont send it. stop", "callback_confirmed", True),
        ("dont send", "callback_confirmed", True),
        ("dont send it", "callback_share", False),
        ("dont send a nurse, stop by the office", "callback_confirmed", False),
    ],
)
def test_who_says_not_to_send_it_leaves(text: str, asked: str, left: bool) -> None:
    """But where it is the questions that are not to be sent."""
    assert stops(text, asked) is left


UNWISHED = (
    "no not me|no not me, she has ur number|no wait ill book online|ill just book it online thanks|i meant she will call you"
    "|i didnt ask for a call|i never asked to be called|my mom will call you|let me book online"
)


@pytest.mark.parametrize("text", UNWISHED.split("|"))
def test_who_says_that_no_call_was_wished_leaves(text: str) -> None:
    """Somebody else calls, or a visit is booked on the page."""
    assert stops(text, "callback_name")


@pytest.mark.parametrize(
    "text",
    "its not me its for my mom|my mom|she has a new number|not me, call my mom|i booked online before"
    "|i want you to call my mom".split("|"),
)
def test_who_it_is_for_leaves_nothing(text: str) -> None:
    """It is told whom to call."""
    assert not stops(text, "callback_name")


def test_under_the_summary_a_name_is_wrong() -> None:
    """`Not me` drops nothing there."""
    assert not stops("no not me", "callback_confirmed")
    assert stops("no ill book online", "callback_confirmed")
    assert not stops("i didnt want to be called about it last time", "callback_why")


def test_a_sentence_beside_a_question_leaves_as_well() -> None:
    """The question is answered, and the form is gone."""
    assert stops_beside("no not me, she has ur number. how long", "callback_name")
    assert not stops_beside("how long does it take. Ann", "callback_name")
    assert not stops_beside("never mind. how long", "callback_why")


def test_the_page_is_of_use_to_who_books_there() -> None:
    """Told beside the stopping."""
    assert books_alone("no wait ill book online")
    assert not books_alone("never mind")
