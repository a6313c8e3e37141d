"""The edge's side of a call-back request."""

from __future__ import annotations

import secrets
from dataclasses import replace

import pytest

from bot import callback
from bot.callback import CallbackKeeper, Form
from bot.sealing import unseal
from bot.store import Snapshot, Store
from bot.store.callbacks import Callbacks
from tests.stored import CHAT, a_turn

KEY = secrets.token_hex(32)
ACTIVE = {"events": [{"event": "active_loop", "name": "callback_form"}]}
DONE = {"events": [*ACTIVE["events"], {"event": "active_loop", "name": None}]}
VALUES = {"callback_name": "Jen", "callback_number": "(484) 555-0123", "callback_time": "noon", "callback_confirmed": True}


def test_a_form_comes_back_as_it_was_sealed() -> None:
    """Values and the last reply, for the next turn and for a client that asks again."""
    keeper = CallbackKeeper(KEY)
    sealed = keeper.sealed(ACTIVE, VALUES, "m1", [{"text": "Jen?"}])

    assert "Jen" not in sealed
    assert keeper.form(Snapshot(pending=sealed)) == Form(VALUES, "m1", [{"text": "Jen?"}])


OTHER = CallbackKeeper(secrets.token_hex(32)).sealed(ACTIVE, {}, "", [])


@pytest.mark.parametrize("pending", ["", "not sealed", OTHER], ids=["nothing", "not sealed", "by another key"])
def test_what_can_not_be_opened_is_no_form(pending: str) -> None:
    """Nothing pending, or sealed under another key: the form is over."""
    assert CallbackKeeper(KEY).form(Snapshot(pending=pending)) is None


def test_nothing_is_sealed_without_a_form() -> None:
    """What was told goes with the form."""
    assert CallbackKeeper(KEY).sealed(DONE, VALUES, "m1", []) == ""


def test_only_an_ended_form_is_confirmed() -> None:
    """The last yes counts once the form has ended on it."""
    assert callback.confirmed(DONE, VALUES)
    assert not callback.confirmed(ACTIVE, VALUES)
    assert not callback.confirmed(DONE, {**VALUES, "callback_confirmed": None})
    assert not callback.confirmed({}, {})


def test_a_request_says_what_was_told(store: Store) -> None:
    """In the words of the notice's template, with the latest questions."""
    also = CallbackKeeper(KEY).request(CHAT, "web", VALUES, [f"question {number}" for number in range(30)])
    store.commit_turn(CHAT, "web", a_turn(), {}, {}, also=also)
    told = unseal(KEY, Callbacks(store.engine).listed()[0].sealed, 60)

    assert told == {
        "name": "Jen",
        "phone": "(484) 555-0123",
        "time": "noon",
        "reason": "",
        "questions": [f"question {number}" for number in range(10, 30)],
    }


def test_a_kept_turn_tells_nothing_of_the_form() -> None:
    """Values are covered in the reply, and a message that told some is not kept in its words."""
    turn = replace(a_turn(text="jen, 484 555 0123"), messages=[{"text": "Jen, (484) 555-0123, noon: right?"}])
    kept = callback.masked(turn, VALUES, private=True)

    assert kept.messages == [{"text": "[name], [phone], [time]: right?"}]
    assert kept.text == callback.DETAILS


def test_only_questions_are_passed_on() -> None:
    """What was asked, not what was told or said in passing."""
    turns = [a_turn("1", "is it safe", kind="answer"), a_turn("2", "thanks", kind="smalltalk")]

    assert callback.questions([*turns, a_turn("3", callback.DETAILS, kind="answer")]) == ["is it safe"]
