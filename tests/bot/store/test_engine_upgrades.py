"""An old database is upgraded in place, and a program that starts waits for another that is at it."""

from __future__ import annotations

import json
import threading
import time
from datetime import datetime, timezone
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, create_engine, select, text
from sqlalchemy.engine import Engine

from bot.store import Feedback, open_store
from bot.store.callbacks import CLOSED, WITHDRAWN
from bot.store.engine import MIGRATION_LOCK, MIGRATIONS
from bot.store.outbox import Outbox
from bot.store.tables import callbacks
from tests.stored import CHAT, OTHER

NOW = datetime(2026, 3, 4, 5, 6, tzinfo=timezone.utc)
HELD_SECONDS = 3
"""Longer than a patient's own statements may wait."""
CONVERSATION = {"channel": "web", "choices": json.dumps({"v": "faq/causes"}), "turns": 1, "started_at": NOW, "updated_at": NOW}
TURN = {"message_id": "m1", "digest": "d", "text": "old words", "kind": "answer", "confidence": 0.5, "created_at": NOW}
REPLY = [{"id": "m1.0", "text": "old reply", "kind": "answer", "topics": ["causes"]}]
OPINION = {"turn_id": 1, "reply_id": "1:m1.0", "helpful": False, "comment": "old comment", "created_at": NOW}
REQUEST = {"channel": "web", "sealed": "sealed", "created_at": NOW, "changed_at": NOW}
NOTICE = {"kind": "callback", "sealed": "sealed", "created_at": NOW, "due_at": NOW, "attempts": 0, "reached": "", "error": ""}


def as_of(engine: Engine, revision: str) -> None:
    """Make the tables as they once were."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.commit()


def fill(engine: Engine, table: str, *rows: dict[str, Any]) -> None:
    then = MetaData()
    then.reflect(engine, only=[table])
    with engine.begin() as connection:
        connection.execute(then.tables[table].insert(), list(rows))


def a_chat(engine: Engine) -> None:
    """What every revision can hold."""
    fill(engine, "conversations", {"id": CHAT, "state": json.dumps({"urgent": "chest_pain"}), **CONVERSATION})
    fill(engine, "turns", {"conversation_id": CHAT, "messages": json.dumps(REPLY), **TURN})
    fill(engine, "feedback", OPINION)


@pytest.mark.parametrize("revision", ["0001", "0004"])
def test_nothing_of_an_old_chat_is_lost(engine: Engine, bare_database_url: str, revision: str) -> None:
    """Turns, opinions, state and choices are read as they were written, and the chat goes on."""
    as_of(engine, revision)
    a_chat(engine)

    store = open_store(bare_database_url)
    before = store.before_turn(CHAT, "m1")
    store.add_feedback(CHAT, Feedback("m1.0", True, "new comment"))
    with store.engine.connect() as connection:
        comments = list(connection.execute(text("SELECT comment FROM feedback")).scalars())

    assert (before.state, before.choices, before.turns) == ({"urgent": "chest_pain"}, {"v": "faq/causes"}, 1)
    assert before.answered is not None
    assert (before.answered.text, before.answered.messages, before.answered.created_at) == ("old words", REPLY, NOW)
    assert comments == ["new comment"]


def test_old_requests_are_kept_as_they_would_be_now(engine: Engine, bare_database_url: str) -> None:
    """Open ones are still to be told; of those long closed nobody is, and withdrawn ones no longer say whose they were."""
    as_of(engine, "0004")
    statuses = {"open": "new", "closed": CLOSED, "withdrawn": WITHDRAWN}
    fill(
        engine,
        "callbacks",
        *({"key": key, "conversation_id": OTHER, "status": each, **REQUEST} for key, each in statuses.items()),
    )
    fill(engine, "outbox", *({"key": key, **NOTICE} for key in ("open", "closed", "gone")))

    store = open_store(bare_database_url)
    with engine.connect() as connection:
        kept = connection.execute(select(callbacks.c.key, callbacks.c.conversation_id).order_by(callbacks.c.id)).all()
    notice = Outbox(store.engine).claim(NOW - NOW)

    assert kept == [("open", OTHER), ("closed", OTHER), ("withdrawn", "")]
    assert notice is not None
    assert (notice.key, Outbox(store.engine).waiting()) == ("open", 1)


def test_a_program_waits_for_another_that_upgrades(postgres: Any) -> None:
    """However long the first one takes: a patient's limits of two seconds don't hold for a start."""
    url = postgres.new_database()
    holder = create_engine(url, future=True)
    with holder.connect() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        waiting = threading.Thread(target=lambda: open_store(url).close())
        waiting.start()
        time.sleep(HELD_SECONDS)
        assert waiting.is_alive()
        connection.rollback()
    waiting.join(60)
    holder.dispose()

    open_store(url).check()
    assert not waiting.is_alive()


def test_patience_ends_with_the_upgrade(postgres: Any) -> None:
    """The very connection that upgraded serves patients next, within their limits."""
    store = open_store(postgres.new_database())

    with store.engine.connect() as connection:
        found = [connection.execute(text(f"SHOW {name}")).scalar() for name in ("statement_timeout", "lock_timeout")]

    assert found == ["2500ms", "2s"]
