"""The edge's side of a call-back request."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import Any

import pytest

from bot.conversation import callback
from bot.conversation.callback import CallbackKeeper, Form
from bot.conversation.sms_reply import REST
from bot.sealing import seal, unseal
from bot.store import Snapshot, Store
from bot.store.callbacks import Callbacks
from tests.stored import CHAT, a_turn, keep

KEY = secrets.token_hex(32)
ACTIVE = {"events": [{"event": "active_loop", "name": "callback_form"}]}
DONE = {"events": [*ACTIVE["events"], {"event": "active_loop", "name": None}]}
VALUES = {"callback_name": "Jen", "callback_number": "(484) 555-0123", "callback_time": "noon", "callback_confirmed": True}


def test_a_form_comes_back_as_it_was_sealed() -> None:
    """Values and the last reply, for the next turn and for a client that asks again."""
    keeper = CallbackKeeper(KEY)
    form = Form(VALUES, "m1", [{"text": "Jen?"}], "jen")
    sealed = keeper.sealed({**ACTIVE, REST: [{"text": "noon"}]}, form)

    assert "Jen" not in sealed
    assert keeper.form(Snapshot(pending=sealed)) == replace(form, rest=[{"text": "noon"}])


OTHER = CallbackKeeper(secrets.token_hex(32)).sealed(ACTIVE, Form())


@pytest.mark.parametrize("pending", ["", "not sealed", OTHER], ids=["nothing", "not sealed", "by another key"])
def test_what_can_not_be_opened_is_no_form(pending: str) -> None:
    """Nothing pending, or sealed under another key: the form is over."""
    assert CallbackKeeper(KEY).form(Snapshot(pending=pending)) is None


def test_nothing_is_sealed_without_a_form() -> None:
    """What was told goes with the form."""
    assert CallbackKeeper(KEY).sealed(DONE, Form(VALUES, "m1")) == ""


def test_only_an_ended_form_is_confirmed() -> None:
    """The last yes counts once the form has ended on it."""
    assert callback.confirmed(DONE, VALUES)
    assert not callback.confirmed(ACTIVE, VALUES)
    assert not callback.confirmed(DONE, {**VALUES, "callback_confirmed": None})
    assert not callback.confirmed({}, {})


def test_a_request_says_what_was_told(store: Store) -> None:
    """In the words of the notice's template, with the latest questions."""
    also = CallbackKeeper(KEY).request(CHAT, "web", VALUES, [f"question {number}" for number in range(30)])
    keep(store, a_turn(), also=also)
    told = unseal(KEY, Callbacks(store.engine).listed()[0].sealed, 60)

    assert told == {
        "name": "Jen",
        "phone": "(484) 555-0123",
        "time": "noon",
        "reason": "",
        "questions": [f"question {number}" for number in range(10, 30)],
    }


def test_whose_request_it_is_is_read_from_it() -> None:
    """Nothing where it can't be opened."""
    keeper = CallbackKeeper(KEY)

    assert keeper.name_of(seal(KEY, {"name": "Jen"})) == "Jen"
    assert keeper.name_of("") == ""


def test_a_kept_turn_tells_nothing_of_the_form() -> None:
    """Values are covered in the reply, and a message that told some is not kept in its words."""
    turn = replace(a_turn(text="jen, 484 555 0123"), messages=[{"text": "Jen, (484) 555-0123, noon: right?"}])
    kept = callback.masked(turn, VALUES, private=True)

    assert kept.messages == [{"text": "[name], [phone], [time]: right?"}]
    assert kept.text == callback.DETAILS


@pytest.mark.parametrize("shown", ["Zoë O’Brien: i can’t sit?", "Zoe O'Brien: i can't sit?"], ids=["web", "sms"])
def test_values_are_covered_in_either_spelling(shown: str) -> None:
    """As they were told, and as a text message spells them."""
    values = {"callback_name": "Zoë O’Brien", "callback_why": "i can’t sit"}

    kept = callback.masked(replace(a_turn(), messages=[{"text": shown}]), values, private=False)

    assert kept.messages == [{"text": "[name]: [reason]?"}]


def test_a_short_value_is_covered_where_it_stands_as_a_word() -> None:
    """Names and times that are a part of other words leave those words, and labels, as they are."""
    values = {"callback_name": "Al", "callback_time": "now", "callback_why": "time"}
    turn = replace(a_turn(), messages=[{"text": "Also, I know: Al, now, about time. Al's?"}])

    kept = callback.masked(turn, values, private=False)

    assert kept.messages == [{"text": "Also, I know: [name], [time], about [reason]. [name]'s?"}]


def test_a_name_that_no_text_message_can_spell_covers_nothing_else() -> None:
    """Where nothing is left of a value, there is nothing to cover."""
    kept = callback.masked(replace(a_turn(), messages=[{"text": ": right?"}]), {"callback_name": "美玲"}, private=True)

    assert kept.messages == [{"text": ": right?"}]


def test_a_part_of_a_reply_is_not_kept_in_its_words() -> None:
    """It may begin within a value; without a form it is the clinic's words alone, and is kept."""
    turn = replace(a_turn(), messages=[{"text": "fer, (484)"}])

    assert callback.masked(turn, VALUES, private=False, parted=True).messages == [{"text": callback.DETAILS}]
    assert callback.masked(turn, {}, private=False, parted=True).messages == turn.messages


@pytest.mark.parametrize(("active", "left"), [(ACTIVE, None), (DONE, [{"text": "[name]?"}])], ids=["in progress", "ended"])
def test_what_waits_for_more_is_not_kept_in_clear(active: dict[str, Any], left: Any) -> None:
    """While a form is in progress it is not in the state at all; afterwards it holds no value."""
    assert callback.storable({**active, REST: [{"text": "Jen?"}]}, VALUES).get(REST) == left


def test_only_questions_are_passed_on() -> None:
    """What was asked, not what was told or said in passing."""
    turns = [a_turn("1", "is it safe", kind="answer"), a_turn("2", "thanks", kind="smalltalk")]

    assert callback.questions([*turns, a_turn("3", callback.DETAILS, kind="answer")]) == ["is it safe"]
