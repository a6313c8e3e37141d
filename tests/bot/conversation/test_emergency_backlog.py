"""An emergency during an outage reaches staff afterwards, once, masked."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from bot.brain import HttpBrain
from bot.conversation import emergency_backlog
from bot.conversation.emergency_backlog import EmergencyBacklog
from bot.conversation.wording import Reply
from bot.run.processes import free_port
from bot.store import Snapshot, Store, StoreDown, open_store
from bot.store.erasure import erase
from bot.store.review import Review, ReviewItem
from bot.turn import FrontDesk
from tests.turns import CHAT, KEYS, inbound, take

URGENT = "I have chest pain, call me at 610-555-1234"
LONG_AGO = datetime(2020, 1, 1, tzinfo=timezone.utc)


@contextmanager
def outage(folder: Path) -> Iterator[None]:
    """The database is locked meanwhile."""
    with closing(sqlite3.connect(folder / "desk.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@pytest.fixture
def desk(known: Any, flags: Any, tmp_path: Path) -> Iterator[FrontDesk]:
    """Emergencies need no brain: its port is closed."""
    opened = open_store(f"sqlite:///{tmp_path}/desk.db")
    yield FrontDesk(known, flags, opened, HttpBrain(f"http://127.0.0.1:{free_port()}", "s", 1.0), *KEYS)
    opened.close()


def take_all(desk: FrontDesk, *sent: Any) -> list[Reply]:
    """The replies, once everything that went on behind them is over."""

    async def all_of_them() -> list[Reply]:
        replies = [await desk.take(each) for each in sent]
        await asyncio.gather(*desk._late, return_exceptions=True)
        return replies

    return asyncio.run(all_of_them())


def seen_by_staff(desk: FrontDesk) -> list[ReviewItem]:
    return Review(desk.store.engine).emergencies(LONG_AGO)


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_staff_see_it_afterwards(desk: FrontDesk, tmp_path: Path, channel: str) -> None:
    """What was said, masked, when it was said, what fired and what was advised; and the conversation knows of it."""
    before = datetime.now(timezone.utc)
    with outage(tmp_path):
        (reply,) = take_all(desk, inbound(URGENT, "m1", channel=channel))
        over = datetime.now(timezone.utc)
    assert seen_by_staff(desk) == []

    desk.later.write()

    (item,) = seen_by_staff(desk)
    assert (item.text, item.topics) == ("I have chest pain, call me at [phone]", ("chest_and_breath",))
    assert (item.replies, before <= item.at <= over) == ((reply.messages[0]["text"],), True)
    assert desk.store.before_turn(CHAT, "").state["urgent"] == "chest_and_breath"


@pytest.mark.parametrize("writes_first", [True, False])
def test_sent_again_it_is_one_turn(desk: FrontDesk, tmp_path: Path, writes_first: bool) -> None:
    """The client that retries under the same id, during the outage and after it, gets the same advice and leaves one turn."""
    with outage(tmp_path):
        during = take_all(desk, *[inbound(URGENT, "m1")] * 2)
    if writes_first:
        desk.later.write()
    after = take(desk, URGENT, "m1")
    desk.later.write()

    assert [each.messages for each in (*during, after)] == [after.messages] * 3
    assert [turn.message_id for turn in desk.store.history(CHAT)] == ["m1"]


def test_it_waits_as_long_as_the_outage_lasts(desk: FrontDesk, tmp_path: Path) -> None:
    """Tried while the database is still down it is not lost; the job writes it by itself."""
    with outage(tmp_path):
        take_all(desk, inbound(URGENT, "m1"), inbound("I want to die", "m2"))
        with pytest.raises(StoreDown):
            desk.later.write()

    async def job() -> None:
        running = asyncio.create_task(desk.later.run())
        while len(desk.store.history(CHAT)) < 2:
            await asyncio.sleep(0.01)
        running.cancel()

    asyncio.run(job())
    assert [turn.message_id for turn in desk.store.history(CHAT)] == ["m1", "m2"]


def test_forgotten_it_does_not_come_back(desk: FrontDesk, tmp_path: Path) -> None:
    """An erasure right after the outage erases what still waited, too."""
    with outage(tmp_path):
        take_all(desk, inbound(URGENT, "m1"))

    take(desk, "forget me")
    desk.later.write()

    assert desk.store.history(CHAT) == []


def test_too_many_are_told_to_the_operator(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Memory is bounded: the oldest gives way, and the log says so without a word of it."""
    monkeypatch.setattr(emergency_backlog, "MOST", 2)
    later = EmergencyBacklog(store, b"key")
    advice = Reply([{"id": "m.0", "text": "Call 911.", "kind": "emergency", "topics": ["clot"]}], "emergency", 1.0)

    async def three() -> None:
        for number in range(3):
            await later.add(inbound(URGENT, f"m{number}"), advice)

    with caplog.at_level(logging.ERROR):
        asyncio.run(three())
    later.write()

    assert [turn.message_id for turn in store.history(CHAT)] == ["m1", "m2"]
    assert ("oldest" in caplog.text, "chest" in caplog.text) == (True, False)


def test_erased_in_the_same_moment_it_does_not_come_back(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chat that is erased while an emergency of it is being kept stays erased."""
    take(desk, "hello there")
    before_turn = desk.store.before_turn

    def then_erased(conversation_id: str, message_id: str) -> Snapshot:
        found = before_turn(conversation_id, message_id)
        erase(desk.store.engine, conversation_id, "digest")
        return found

    asyncio.run(desk.later.add(inbound(URGENT).read(), take(desk, URGENT, chat="web_two")))
    monkeypatch.setattr(desk.store, "before_turn", then_erased)
    desk.later.write()

    assert (desk.later.waiting, desk.store.history(CHAT)) == (0, [])
