"""The hands as Rasa calls them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.callback import AskWhetherItIsRight, ValidateCallbackForm


def tracker(text: str, intent: str = "inform", asked: str | None = "callback_name", **given: Any) -> Tracker:
    slots = {"requested_slot": asked, **given.get("slots", {})}
    message = {"text": text, "intent": {"name": intent}, "metadata": given.get("metadata", {})}
    return Tracker("s", slots, message, [], False, None, {"name": "callback_form"} if asked else {}, "action_listen")


def run(action: Any, on: Tracker) -> tuple[dict[str, Any], list[str]]:
    """The slots set and the responses said."""
    dispatcher = CollectingDispatcher()
    events = asyncio.run(action.run(dispatcher, on, {}))
    return {event["name"]: event["value"] for event in events}, [message["response"] for message in dispatcher.messages]


def test_an_answer_becomes_slots() -> None:
    """What the patient told is set, and nothing is said where all is clear."""
    assert run(ValidateCallbackForm(), tracker("jen")) == ({"callback_name": "Jen"}, [])


def test_an_unclear_answer_is_said_to_be_so() -> None:
    """The slot stays open, so that Rasa asks again behind the word why."""
    assert run(ValidateCallbackForm(), tracker("thanks")) == ({"callback_name": None}, ["utter_callback_name_unclear"])


@pytest.mark.parametrize("intent", ["faq", "not_covered", "person", "emergency", "stop_callback"])
def test_a_question_in_the_middle_says_nothing_for_the_form(intent: str) -> None:
    """Without any event Rasa goes on with its rules: the question is answered and the form asks again."""
    assert run(ValidateCallbackForm(), tracker("is it safe", intent)) == ({}, [])


def test_the_senders_number_is_taken_when_asked_to() -> None:
    """It comes with the message and nowhere else."""
    on = tracker("same", asked="callback_number", metadata={"sender_number": "+14845550123"})

    assert run(ValidateCallbackForm(), on)[0] == {"callback_number": "(484) 555-0123"}


def test_which_part_to_change_is_asked_without_the_summary_below_it() -> None:
    """Two questions in one reply could not be answered by one word."""
    on = tracker("no", slots={"callback_why": ""})
    on.events = [{"event": "user"}, {"event": "bot", "metadata": {"utter_action": "utter_callback_what_to_change"}}]

    assert run(AskWhetherItIsRight(), on)[1] == []


@pytest.mark.parametrize(("why", "response"), [("", "utter_callback_summary"), ("hip", "utter_callback_summary_with_why")])
def test_the_summary_shows_what_was_given(why: str, response: str) -> None:
    """Without a reason there is no empty line for one."""
    assert run(AskWhetherItIsRight(), tracker("", slots={"callback_why": why}))[1] == [response]
