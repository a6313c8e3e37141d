"""The job that erases runs by itself, takes what others add, and gets over a database that was down."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select, update
from starlette.testclient import TestClient

from bot import settings
from bot.app import create_app
from bot.run import retention
from bot.run.retention import RetentionJob, retention_job
from bot.settings import ROOT, Settings
from bot.store import Store, StoreDown, open_store
from bot.store.erasure import erase
from bot.store.sms_spending import Caps, SmsSpending
from bot.store.staff_attempts import StaffAttempts
from bot.store.tables import conversations
from bot.store.transactions import writing
from tests.stored import CHAT, OTHER, a_turn, found_in, keep

NOW = datetime(2026, 3, 4, tzinfo=timezone.utc)
WORDS = "the words of a patient"


def test_every_purge_runs_until_nothing_is_left() -> None:
    """Each purge is called again while it finds something; then, once, what was erased is overwritten."""
    batches, done = {"a": [2, 1, 0], "b": [5, 0]}, []
    purges = [lambda now, name=name: batches[name].pop(0) for name in batches]

    erased = asyncio.run(RetentionJob(purges, lambda: not done.append("overwritten")).once(NOW))

    assert (erased, batches, done) == (8, {"a": [], "b": []}, ["overwritten"])


def test_what_a_reader_kept_from_being_overwritten_is_overwritten_later(tmp_path: Path) -> None:
    """A chat erased while somebody reads SQLite's log lives on in it until the next round of the job after that."""
    store = open_store(f"sqlite:///{tmp_path}/bot.db")
    keep(store, a_turn("m1", WORDS))
    job = retention_job(settings.load({}, root=tmp_path), store)
    with store.engine.connect() as reader:
        reader.execute(select(conversations)).all()
        erase(store.engine, CHAT, "digest")
        asyncio.run(job.once(NOW))
        meanwhile = found_in(store, WORDS)
    asyncio.run(job.once(NOW))

    assert (meanwhile, found_in(store, WORDS)) == ([WORDS], [])


def test_what_a_number_was_sent_goes_with_the_job(make_settings: Callable[..., Settings], store: Store) -> None:
    """Two days after a text nothing tells any more that the number got it."""
    SmsSpending(store.engine, Caps(1, 1, 1)).spend("feed" * 16, "SM1", 1)

    erased = asyncio.run(retention_job(make_settings(), store).once(datetime.now(timezone.utc) + timedelta(days=2)))

    assert (erased, found_in(store, "feed" * 16)) == (1, [])


def test_it_runs_at_start_and_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that is down at the first try is asked again soon."""
    monkeypatch.setattr(retention, "AGAIN_SECONDS", 0.01)
    asked: list[datetime] = []

    def purge(now: datetime) -> int:
        asked.append(now)
        if len(asked) == 1:
            raise StoreDown
        return 0

    async def for_a_while() -> None:
        job = asyncio.ensure_future(RetentionJob([purge], lambda: True).run())
        while len(asked) < 2:
            await asyncio.sleep(0.01)
        job.cancel()

    asyncio.run(asyncio.wait_for(for_a_while(), 5))

    assert len(asked) == 2


@pytest.mark.parametrize("days", [7, 30])
def test_the_setting_says_how_long(make_settings: Callable[..., Settings], store: Store, days: int) -> None:
    """RETENTION_DAYS decides what goes; a purge that another part brings along runs too."""
    keep(store, a_turn())
    now = datetime.now(timezone.utc)
    with writing(store.engine) as connection:
        connection.execute(update(conversations).values(updated_at=now - timedelta(days=8)))
    also: list[datetime] = []
    job = retention_job(make_settings(RETENTION_DAYS=str(days)), store, [lambda moment: also.append(moment) or 0])

    asyncio.run(job.once(now))

    assert (len(store.history(CHAT)), also) == (0 if days == 7 else 1, [now])


def test_attempts_to_sign_in_are_a_part_of_the_job(make_settings: Callable[..., Settings], store: Store) -> None:
    """The job takes what was kept of wrong passwords when their day is over."""
    now = datetime.now(timezone.utc)
    StaffAttempts(store.engine, "key").wait_seconds({"account": "olive", "address": "192.0.2.1"}, now - timedelta(days=2))

    assert asyncio.run(retention_job(make_settings(), store).once(now)) == 2


def test_the_edge_erases_by_itself(make_settings: Callable[..., Settings], tmp_path: Path) -> None:
    """Right at its start the edge erases what RETENTION_DAYS no longer keeps, and nothing else."""
    (tmp_path / "data").symlink_to(ROOT / "data")
    app = create_app(make_settings(BRAIN_URL="http://127.0.0.1:1", RETENTION_DAYS="7"))
    store: Store = app.state.desk.store
    for chat in (CHAT, OTHER):
        keep(store, a_turn(), chat)
    with writing(store.engine) as connection:
        past = datetime.now(timezone.utc) - timedelta(days=8)
        connection.execute(update(conversations).where(conversations.c.id == CHAT).values(updated_at=past))

    with TestClient(app):
        deadline = time.monotonic() + 30
        while store.history(CHAT) and time.monotonic() < deadline:
            time.sleep(0.05)
        left = [len(store.history(chat)) for chat in (CHAT, OTHER)]

    assert left == [0, 1]
