"""With the database gone the patient is still answered, and told what that costs."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.store import StoreDown
from bot.turn import FrontDesk
from tests.turns import CHAT, take

QUESTION, URGENT = "how long do the needles stay in", "I have chest pain"


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


@pytest.mark.parametrize("value", ["value-1", "nothing-offered"])
def test_a_button_pressed_without_a_store_gets_the_number(desk: FrontDesk, tmp_path: Path, value: str) -> None:
    """What it stood for can't be known then; the patient is told whom to call and is never refused."""
    shutil.rmtree(tmp_path)

    reply = take(desk, value=value)

    assert (reply.kind, "484.222.0854" in reply.messages[0]["text"]) == ("handoff", True)


def test_what_staff_will_not_see_of_an_emergency_is_told_at_the_end(
    desk: FrontDesk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Where the database stays away until the program ends, the log says how many emergencies nobody will find."""
    shutil.rmtree(tmp_path)
    take(desk, URGENT)

    asyncio.run(desk.finish(0.1))

    assert "emergencies that staff will not see: 1" in caplog.text
