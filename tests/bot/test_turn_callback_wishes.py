"""A call-back request that is taken back, that wishes more than a call, or that is told in pieces."""

from __future__ import annotations

import pytest

from bot.turn import FrontDesk
from tests.callback_talk import SAVED, TOLD, press, requests, said, talk
from tests.hands import Hands
from tests.turns import CHAT, take


@pytest.mark.parametrize("text", ["oh cancel that, i dont need the call anymore", "forget it", "delete it"])
def test_what_is_taken_back_right_behind_a_request_is(desk: FrontDesk, hands: Hands, text: str) -> None:
    """No new form begins; nobody calls."""
    talk(desk, "call me back", *TOLD, "yes")

    assert "taken back" in said(take(desk, text))
    assert requests(desk) == []


@pytest.mark.parametrize("text", ["take me off your list", "i dont need the call anymore", "delete my number"])
def test_the_form_stops_for_who_wants_no_call(desk: FrontDesk, hands: Hands, text: str) -> None:
    """However it is put."""
    assert "dropped" in said(talk(desk, "call me back", "jen", text))
    assert desk.store.before_turn(CHAT, "").pending == ""


def test_a_text_instead_of_a_call_stands_in_the_summary(desk: FrontDesk, hands: Hands) -> None:
    """Who is deaf begins the request as anybody else, and the clinic reads what to heed."""
    begun = take(desk, "I'd like you to call me but im deaf so text only")
    summary = talk(desk, "Robin", "484 555 0190 TEXT ONLY", "anytime")
    take(desk, "yes")

    assert "you would like a text" in said(begun)
    assert "im deaf so text only" in said(summary)
    assert ["im deaf so text only" in each["reason"] for each in requests(desk)] == [True]


def test_a_reason_is_answered_and_passed_on_whole(desk: FrontDesk, hands: Hands) -> None:
    """A question in it is answered, and the clinic reads it too."""
    reply = talk(desk, "call me back", TOLD[0], "I have SI pain and want to know if you take Medicare")

    assert "not_covered/insurance" in reply.topics
    assert "I have SI pain and want to know if you take Medicare" in said(reply)


def test_a_question_where_a_reason_was_asked_for_is_none(desk: FrontDesk, hands: Hands) -> None:
    """It is answered, and the reason is asked for again."""
    reply = talk(desk, "call me back", TOLD[0], "wait do the needles hurt")

    assert (reply.topics[0], "add a word about why" in said(reply)) == ("needles_pain", True)


def test_what_asks_by_itself_is_not_asked_twice(desk: FrontDesk, hands: Hands) -> None:
    """`Yes` to whether there is a reason hears one question, and so does who has nothing to change."""
    going_on = talk(desk, "call me back", TOLD[0], "yes")
    send = talk(desk, "my hip", "no thats all")

    assert (len(going_on.messages), "go ahead" in said(going_on)) == (1, True)
    assert (len(send.messages), "Shall I send it" in said(send)) == (1, True)
    assert SAVED in said(press(desk, send, 0))


def test_a_number_of_seven_digits_waits_for_its_area_code(desk: FrontDesk, hands: Hands) -> None:
    """The two are put together."""
    reply = talk(desk, "call me back", "jen", "555-0199", "oh area code 610", "noon", "skip")

    assert "(610) 555-0199" in said(reply)


def test_thanks_does_not_end_the_moment_for_second_thoughts(desk: FrontDesk, hands: Hands) -> None:
    """Who thanks for a request and then takes it back is still understood."""
    talk(desk, "call me back", *TOLD, "yes", "thanks")

    assert "taken back" in said(take(desk, "oh never mind, cancel it"))


def test_what_is_wanted_instead_of_a_call_is_answered(desk: FrontDesk, hands: Hands) -> None:
    """Outside the form and in it."""
    assert take(desk, "i don't need a call now, just the address").topics == ["location"]
    assert talk(desk, "call me back", "i don't need a call now, just the address").topics[0] == "location"


def test_a_reason_about_cancelling_stands_in_the_summary(desk: FrontDesk, hands: Hands) -> None:
    """It drops no request."""
    reason = "i want to cancel my call with the surgeon"

    assert reason in said(talk(desk, "call me back", TOLD[0], reason))


def test_who_asks_right_behind_a_request_is_answered(desk: FrontDesk, hands: Hands) -> None:
    """And isn't told how to change it."""
    talk(desk, "call me back", *TOLD, "yes")

    assert take(desk, "im deaf do you have an interpreter").topics == ["not_covered/languages"]
