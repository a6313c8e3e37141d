"""What is asked right behind a request for a call that was sent."""

from __future__ import annotations

import pytest

from bot.store.callbacks import CLOSED, Callbacks
from bot.turn import FrontDesk
from tests.callback_talk import TOLD, requests, said, talk
from tests.hands import Hands
from tests.turns import take


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("thanks, when", "can't say exactly"),
        ("Thank you. What happens next?", "nothing more"),
        ("And if nobody calls?", "If nobody"),
    ],
)
def test_questions_about_the_call_are_answered_about_the_call(
    desk: FrontDesk, hands: Hands, text: str, answer: str, channel: str
) -> None:
    """Not about needles; and one question does not end the moment for the next."""
    talk(desk, "call me back", *TOLD, "yes", channel=channel)

    assert answer in said(take(desk, text, channel=channel))
    assert answer in said(take(desk, text, channel=channel))


@pytest.mark.parametrize("text", ["can i change the time to friday", "wait", "hold on"])
def test_who_would_change_it_is_told_how(desk: FrontDesk, hands: Hands, text: str) -> None:
    """Also behind a question about the call; the request stays as it was."""
    talk(desk, "call me back", *TOLD, "yes", "thanks, when")

    assert "can't change it from here" in said(take(desk, text))
    assert [each["time"] for each in requests(desk)] == ["tomorrow after 5"]


def test_elsewhere_the_same_words_mean_something_else(desk: FrontDesk) -> None:
    """Only right behind a request is it the call that is meant."""
    assert "call you" not in said(talk(desk, "how often should i come", "what happens next"))


@pytest.mark.parametrize("text", ["for how long", "who exactly"])
def test_what_is_asked_on_about_the_call_is_not_asked_about_the_chat(desk: FrontDesk, hands: Hands, text: str) -> None:
    """Nobody who asks when they call is offered to have the chat erased."""
    talk(desk, "call me back", *TOLD, "yes", "when will they call")

    assert "erase" not in said(take(desk, text))
    assert "erase" not in said(take(desk, "delete it"))


@pytest.mark.parametrize("text", ["when will it come back", "what happens to the body now", "do i need to come"])
def test_a_question_on_the_treatment_is_not_answered_with_the_call(desk: FrontDesk, hands: Hands, text: str) -> None:
    """However small its words are."""
    answers = [desk.content.reply(name, "web").split(".")[0] for name in ("call_when", "call_next", "call_missed")]

    assert not said(talk(desk, "call me back", *TOLD, "yes", text)).startswith(tuple(answers))


@pytest.mark.parametrize("text", ["can u cancel that", "Please no call. I go to doctor first", "nvm i booked online"])
def test_plain_words_take_it_back(desk: FrontDesk, hands: Hands, text: str) -> None:
    """Nobody is told `no problem` and called all the same; no second request begins."""
    talk(desk, "call me back", *TOLD, "yes")

    assert said(take(desk, text)) == desk.content.reply("memory_withdrawn", "web")
    assert requests(desk) == []


@pytest.mark.parametrize("text", ["cancel her call", "she booked. cancel it", "please tell them not to ring"])
def test_said_once_more_it_begins_no_other(desk: FrontDesk, hands: Hands, text: str) -> None:
    """It is said that it is taken back."""
    talk(desk, "call me back", *TOLD, "yes", "mom changed her mind please dont call")

    assert requests(desk) == []
    assert said(take(desk, text)) == desk.content.reply("memory_withdrawn", "web")


def test_it_is_taken_back_behind_the_wish_to_change_it(desk: FrontDesk, hands: Hands) -> None:
    """Who was told that it can't be changed here is still speaking of it."""
    talk(desk, "call me back", *TOLD, "yes", "can i change the time to friday", "scrap it")

    assert requests(desk) == []


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("text", ["never mind", "please cancel"])
def test_what_only_may_be_meant_so_is_told_how(desk: FrontDesk, hands: Hands, text: str, channel: str) -> None:
    """With something else between, the request stays and the patient hears so; the words told take it back."""
    talk(desk, "call me back", *TOLD, "yes", "do needles hurt", channel=channel)

    assert desk.content.reply("call_stands", channel) in said(take(desk, text, channel=channel))
    assert len(requests(desk)) == 1
    assert "taken back" in said(take(desk, "cancel my request", channel=channel))
    assert desk.content.reply("call_stands", channel) not in said(take(desk, text, channel=channel))


@pytest.mark.parametrize("text", ["no problem", "ok", "thanks"])
def test_courtesy_takes_nothing_back(desk: FrontDesk, hands: Hands, text: str) -> None:
    """Nor is the request brought up again."""
    told = said(talk(desk, "call me back", *TOLD, "yes", text))

    assert (len(requests(desk)), "cancel my request" in told) == (1, False)


def test_what_the_clinic_is_done_with_is_not_said_to_stay(desk: FrontDesk, hands: Hands) -> None:
    """`Never mind` is then met as ever."""
    talk(desk, "call me back", *TOLD, "yes", "do needles hurt")
    callbacks = Callbacks(desk.store.engine)
    callbacks.move(callbacks.listed()[0].key, CLOSED, "staff")

    assert desk.content.reply("call_stands", "web") not in said(take(desk, "never mind"))


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("will you tell me when they read it?", "call_read"),
        ("how will i know its them", "call_from"),
        ("so do they call or text me", "call_how"),
        ("can she change it if she needs to", "call_change"),
        ("was it friday or thursday you sent", "call_sent_words"),
        ("so am i booked", "call_no_visit"),
        ("they will call england??", "call_abroad"),
    ],
)
def test_what_is_asked_of_a_request_is_answered_also_later(
    desk: FrontDesk, hands: Hands, text: str, reply: str, channel: str
) -> None:
    """It begins no second request, and the first stays as it was."""
    talk(desk, "call me back", *TOLD, "yes", "do needles hurt", channel=channel)

    assert said(take(desk, text, channel=channel)) == desk.content.reply(reply, channel)
    assert len(requests(desk)) == 1
