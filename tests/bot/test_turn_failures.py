"""With the database or the brain gone the patient is still answered, and both recover by themselves."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot import content, safety
from bot.brain import HttpBrain
from bot.callback import DETAILS, Form
from bot.processes import free_port
from bot.store import Store, StoreDown, StoredTurn
from bot.store.review import Review
from bot.turn import FrontDesk
from tests.turns import CHAT, inbound, take

QUESTION, URGENT = "how long do the needles stay in", "I have chest pain"
CHOICES = {"value-1": "faq/causes", "value-2": "faq/session_length"}


@pytest.fixture
def brainless(known: content.Content, flags: safety.Safety, store: Store) -> FrontDesk:
    """A front desk whose brain's port is closed."""
    return FrontDesk(known, flags, store, HttpBrain(f"http://127.0.0.1:{free_port()}", "secret", 5.0), "key")


def test_without_a_store_questions_are_still_answered(desk: FrontDesk, tmp_path: Path) -> None:
    """The answer comes from the message alone, with a word that nothing is remembered."""
    shutil.rmtree(tmp_path)

    reply = take(desk, QUESTION)

    assert (reply.kind, reply.topics) == ("answer", ["session_length"])
    assert reply.messages[-1]["text"] == desk.content.reply("store_down", "web")


def test_without_a_store_nobody_is_texted(desk: FrontDesk, tmp_path: Path) -> None:
    """By text message there is no answer, since it can't be known who wants none; advice goes out all the same."""
    shutil.rmtree(tmp_path)

    with pytest.raises(StoreDown):
        take(desk, QUESTION, channel="sms")
    assert take(desk, URGENT, channel="sms").kind == "emergency"


def test_replies_that_are_not_kept_have_ids_too(desk: FrontDesk, tmp_path: Path) -> None:
    """A widget that tells messages apart by id needs them also while the database is down."""
    expected = set(take(desk, QUESTION, chat="web_two").messages[0])
    shutil.rmtree(tmp_path)

    for text in (QUESTION, URGENT):
        reply = take(desk, text)

        assert [set(each) for each in reply.messages] == [expected] * len(reply.messages)
        assert len({each["id"] for each in reply.messages}) == len(reply.messages)


def test_without_a_store_danger_gets_the_advice_alone(desk: FrontDesk, tmp_path: Path) -> None:
    """Nothing stands beside emergency advice, least of all our own troubles."""
    shutil.rmtree(tmp_path)

    reply = take(desk, URGENT)

    assert (reply.kind, reply.topics, len(reply.messages)) == ("emergency", ["chest_and_breath"], 1)


def test_a_store_that_fails_at_the_commit_is_told_and_recovers(desk: FrontDesk, tmp_path: Path) -> None:
    """Where a turn can't be kept the reply says so; sent again once the database writes, it is a turn like any other."""
    with closing(sqlite3.connect(tmp_path / "desk.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        during, urgent = take(desk, QUESTION, "m1"), take(desk, URGENT)

    after = take(desk, QUESTION, "m1")

    assert during.messages[-1]["text"] == desk.content.reply("store_down", "web")
    assert (urgent.kind, len(urgent.messages)) == ("emergency", 1)
    assert (after.topics, len(after.messages)) == (["session_length"], 1)
    assert [turn.message_id for turn in desk.store.history(CHAT)] == ["m1"]


@contextmanager
def one_read_fails(desk: FrontDesk) -> Iterator[list[str]]:
    """The next read loses its connection, and no other does; yields the statement that did."""
    failed: list[str] = []

    def fail(connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not failed and statement.startswith("SELECT"):
            failed.append(statement)
            connection.connection.dbapi_connection.close()

    event.listen(desk.store.engine, "before_cursor_execute", fail)
    try:
        yield failed
    finally:
        event.remove(desk.store.engine, "before_cursor_execute", fail)


def test_one_read_that_fails_in_the_middle_costs_one_turn(desk: FrontDesk) -> None:
    """At turn 3 the store can't be read once: it is answered and not kept, and turn 4 goes on from what turns 1 and 2 left."""
    first, second = take(desk, "i am 30 weeks pregnant, is it safe", "m1"), take(desk, QUESTION, "m2")
    before = desk.store.before_turn(CHAT, "")
    with one_read_fails(desk) as failed:
        third = take(desk, "where are you", "m3")
    after, fourth = desk.store.before_turn(CHAT, ""), take(desk, "is it safe", "m4")

    assert len(failed) == 1
    assert third.messages[-1]["text"] == desk.content.reply("store_down", "web")
    assert after == before
    assert (after.turns, after.state["events"] == []) == (2, False)
    history = desk.store.history(CHAT)
    assert [turn.message_id for turn in history] == ["m1", "m2", "m4"]
    assert [turn.messages for turn in history] == [each.messages for each in (first, second, fourth)]
    assert (fourth.topics, desk.store.before_turn(CHAT, "").turns) == (["pregnancy_safety"], 3)


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_without_a_brain_the_patient_gets_the_clinics_number(brainless: FrontDesk, channel: str) -> None:
    """Kind words, the phone number and the booking page; the turn is kept."""
    reply = take(brainless, QUESTION, channel=channel)
    said = reply.messages[0]
    offered = f"{said['text']} {[button['url'] for button in said['buttons']]}"

    assert (reply.kind, reply.topics) == ("handoff", ["handoff"])
    assert "484.222.0854" in said["text"]
    assert "911" in said["text"]
    assert ("mainlinewomensacupuncture.com/janeapp" in offered, "tel:+14842220854" in offered) == (channel == "web",) * 2
    assert [turn.kind for turn in brainless.store.history(CHAT)] == ["handoff"]


def test_without_a_brain_danger_is_still_heard(brainless: FrontDesk) -> None:
    """The red-flag check needs no model, alone or joined."""
    replies = [take(brainless, text) for text in ("pregnant", "bleeding", "hello")]

    assert [reply.kind for reply in replies] == ["handoff", "emergency", "handoff"]


def test_what_was_asked_without_a_brain_reaches_the_inbox(brainless: FrontDesk) -> None:
    """Staff see that nobody answered it; what belongs to a form in progress is covered, and no question."""
    state = {"events": [{"event": "active_loop", "name": "callback_form"}]}
    sealed = brainless._keeper.sealed(state, Form({"callback_why": "my hip"}, "m0"))
    turn = StoredTurn("m0", "d", "call me", [], "handoff", 1.0)
    brainless.store.commit_turn("web_two", "web", turn, state, {}, keep_pending=sealed)
    take(brainless, QUESTION)
    take(brainless, "jen", chat="web_two")

    asked = Review(brainless.store.engine).questions(datetime(2020, 1, 1, tzinfo=timezone.utc))

    assert [(item.text, item.kind, item.guesses) for item in asked] == [(QUESTION, "handoff", ())]
    assert [turn.text for turn in brainless.store.history("web_two")] == ["call me", DETAILS]


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_without_a_brain_an_open_emergency_offers_nothing(brainless: FrontDesk, channel: str) -> None:
    """Help comes first: no link to book, neither as a button nor in the words, also where the answer takes too long."""
    take(brainless, URGENT, channel=channel)
    replies = [take(brainless, QUESTION, channel=channel), asyncio.run(brainless.give_up(inbound("hm", channel=channel)))]

    for said in (reply.messages[-1] for reply in replies):
        assert (said["kind"], said["buttons"], "janeapp" in said["text"]) == ("handoff", [], False)
        assert all(told in said["text"] for told in ("help", "911", "484.222.0854"))


def test_a_second_message_without_words_offers_the_contact(brainless: FrontDesk) -> None:
    """Once may be a slip; who sends nothing but marks again gets the clinic's number, but not in an emergency."""
    first, second = take(brainless, "?"), take(brainless, "??")
    take(brainless, URGENT, chat="web_two")
    urgent = [take(brainless, text, chat="web_two") for text in ("?", "??")]

    assert [bool(reply.messages[0]["buttons"]) for reply in (first, second, *urgent)] == [False, True, False, False]


def test_a_conversation_goes_on_where_the_brain_left_it(brainless: FrontDesk) -> None:
    """An outage costs neither the state nor the choices that were offered: pressed again, the button works."""
    state = {"events": [{"event": "slot", "name": "session_started_metadata", "value": None}]}
    brainless.store.commit_turn(CHAT, "web", StoredTurn("m0", "d", "how long", [], "clarify", 0.3), state, CHOICES)

    during = take(brainless, "2")
    before = brainless.store.before_turn(CHAT, "")

    assert (during.kind, before.state, before.choices) == ("handoff", state, CHOICES)
