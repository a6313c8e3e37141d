"""Text messages when things fail: a stuck brain, a killed edge, a database that is gone."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import datetime, timezone
from typing import Any

import httpx

from bot import content
from bot.store import open_store
from bot.store.review import Review
from tests.bot.channels.conftest import MakeEdge
from tests.contract import kept, refusal
from tests.edges import Edge
from tests.phone import SET_UP, Phone, message_of, sid
from tests.processes import child
from tests.system import eventually

QUESTION, URGENT = "where are you", "I have chest pain"


@contextmanager
def writing(edge: Edge) -> Iterator[Phone]:
    """A new phone that writes to an edge."""
    with httpx.Client(base_url=edge.url, timeout=30, trust_env=False) as client:
        yield Phone(client)


@contextmanager
def stopped(process: int | None) -> Iterator[None]:
    """A process that hangs meanwhile."""
    assert process is not None
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


def texts_kept(edge: Edge) -> list[str]:
    """What every stored turn was answered with."""
    store = open_store(edge.environment["DATABASE_URL"])
    with store.engine.begin() as connection:
        ids = [row[0] for row in connection.exec_driver_sql("SELECT id FROM conversations ORDER BY id")]
    found = [str(turn.messages[0]["text"]) for each in ids for turn in store.history(each)]
    store.close()
    return found


def test_a_stuck_brain_costs_neither_the_number_nor_the_turn(assistant: Any, tmp_path: Any, known: content.Content) -> None:
    """After ten seconds the clinic's number goes out and stands as the one reply; advice meanwhile doesn't wait at all.

    Which of the two is kept first is open: behind the advice the number comes with a word that help is first.
    """
    message_id = sid()
    settings = {**SET_UP, "BRAIN_TIMEOUT_SECONDS": "30"}
    with Edge.beside(assistant, tmp_path, **settings) as edge, writing(edge) as phone, ThreadPoolExecutor(1) as pool:
        with stopped(child(assistant.process.pid, "brain")):
            slow = pool.submit(phone.text, QUESTION, message_id)
            time.sleep(0.5)
            urgent, waiting = phone.text(URGENT), not slow.done()
            given_up = slow.result()
        again = phone.text(QUESTION, message_id)
        after = eventually(lambda: phone.text(QUESTION))
        kept_texts = texts_kept(edge)

    assert (urgent.startswith("Call 911"), waiting) == (True, True)
    behind = kept_texts.index(urgent) < kept_texts.index(given_up)
    assert known.reply("brain_down_urgent" if behind else "brain_down", "sms") in given_up
    assert again == given_up
    assert "Wayne" in after
    assert sorted(kept_texts) == sorted([urgent, given_up, after])


def test_killed_before_the_commit_a_message_may_come_again(assistant: Any, tmp_path: Any) -> None:
    """An edge that dies with the answer in its hand has stored nothing; the provider's retry is the one turn."""
    message_id = sid()
    database = tmp_path / "edge.db"
    edge = Edge.beside(assistant, tmp_path, **SET_UP).start()
    with writing(edge) as phone, ThreadPoolExecutor(1) as pool, closing(sqlite3.connect(database, isolation_level=None)) as other:
        first = phone.text(QUESTION)
        other.execute("BEGIN IMMEDIATE")  # the commit waits for this writer while it is killed
        lost = pool.submit(phone.post, "how often should i come", message_id)
        time.sleep(1)
        edge.kill()
        other.execute("ROLLBACK")
        failed = isinstance(lost.exception(), httpx.TransportError)
        with edge:
            before = texts_kept(edge)
            answers = [phone.text("how often should i come", message_id) for _ in range(2)]
            after = texts_kept(edge)

    assert (failed, before) == (True, [first])
    assert "sessions a week" in answers[0]
    assert answers == [answers[0]] * 2
    assert after == [first, answers[0]]


def test_with_the_database_gone_the_providers_fallback_answers(make_edge: MakeEdge, tmp_path: Any) -> None:
    """A question is a 5xx, because nobody knows who wants no texts; advice goes out all the same."""
    phone = Phone(make_edge(**SET_UP))
    (tmp_path / "var" / "bot.db").unlink()

    assert refusal(kept(phone.post(QUESTION))) == (503, "store")
    assert message_of(phone.post(URGENT)).startswith("Call 911")


def test_an_emergency_while_the_database_is_gone_is_kept_afterwards(make_edge: MakeEdge, tmp_path: Any) -> None:
    """Sent again by the provider in the outage and after it, it is one turn of the number's own conversation."""
    edge = make_edge(**SET_UP)
    phone, message_id, file = Phone(edge), sid(), tmp_path / "var" / "bot.db"
    with closing(sqlite3.connect(file)) as own:
        own.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.rename(file.with_name("away.db"))
    during = [phone.text(URGENT, message_id) for _ in range(2)]
    file.with_name("away.db").rename(file)
    store = edge.app.state.desk.store  # type: ignore[attr-defined]

    def seen() -> list[str]:
        return [item.text for item in Review(store.engine).emergencies(datetime(2020, 1, 1, tzinfo=timezone.utc))]

    assert eventually(seen) == [URGENT]
    assert [phone.text(URGENT, message_id), *during] == [during[0]] * 3
    assert seen() == [URGENT]


def test_without_a_brain_the_number_goes_out(make_edge: MakeEdge, known: content.Content) -> None:
    """A fixed text with the number to call, once for each message."""
    phone = Phone(make_edge(**SET_UP))
    phone.text("hello")

    assert phone.text(QUESTION) == known.reply("brain_down", "sms")
    assert phone.text(URGENT).startswith("Call 911")
