"""What the clinic is to be told is kept with what happened, and only until it is told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.store import Store, StoreDown
from bot.store.outbox import Outbox, add, withdraw
from bot.store.tables import outbox
from bot.store.transactions import writing
from tests.stored import CHAT, a_turn, keep

LEASE = timedelta(seconds=60)


def put(store: Store, key: str = "key-1") -> None:
    with writing(store.engine) as connection:
        add(connection, key, "sealed", "callback")


def test_a_key_is_told_once(store: Store, rows: Any) -> None:
    """Added again, as when a turn is committed a second time, a notice stays one."""
    put(store)
    put(store)

    assert rows(outbox.c.key) == ["key-1"]


def test_a_notice_is_kept_with_its_turn_or_not_at_all(store: Store, rows: Any) -> None:
    """A transaction that fails after the notice leaves neither the turn nor the notice."""

    def fail(connection: Any) -> None:
        add(connection, "key-1", "sealed", "callback")
        raise StoreDown

    with pytest.raises(StoreDown):
        keep(store, a_turn(), also=fail)
    assert (store.history(CHAT), rows(outbox.c.key)) == ([], [])

    keep(store, a_turn(), also=lambda connection: add(connection, "key-1", "sealed", "callback"))
    assert (len(store.history(CHAT)), rows(outbox.c.key)) == (1, ["key-1"])


def test_a_message_committed_twice_adds_one_notice(store: Store, rows: Any) -> None:
    """The commit that came second keeps nothing of its own: the first one's turn and notice stand."""
    keep(store, a_turn())

    keep(store, a_turn(), also=lambda connection: add(connection, "key-2", "sealed", "callback"))

    assert rows(outbox.c.key) == []


def test_what_is_withdrawn_is_not_delivered(store: Store, rows: Any) -> None:
    """A patient's withdrawal takes the content at once, even while a program is delivering it."""
    put(store)
    notice = Outbox(store.engine).claim(LEASE)
    with writing(store.engine) as connection:
        withdraw(connection, "key-1")

    assert notice is not None
    Outbox(store.engine).retry(notice, [], timedelta(0), "mail: down")

    assert (rows(outbox.c.sealed), rows(outbox.c.error), Outbox(store.engine).claim(LEASE)) == ([""], ["withdrawn"], None)


def test_who_has_it_already_is_remembered(store: Store) -> None:
    """Receivers that took a notice are named at the next attempt."""
    put(store)
    box = Outbox(store.engine)
    for receiver in ("mail", "webhook"):
        notice = box.claim(LEASE)
        assert notice is not None
        box.retry(notice, [receiver], timedelta(0), "one is down")

    last = box.claim(LEASE)

    assert last is not None
    assert (last.reached, last.attempts, box.waiting()) == (("mail", "webhook"), 3, 1)


def test_the_oldest_that_waits_is_told(store: Store) -> None:
    """Since when a notice waits is known while one does; what was delivered no longer counts."""
    box = Outbox(store.engine)
    before = box.oldest()
    put(store)
    put(store, "key-2")
    waited = box.oldest()
    first = box.claim(LEASE)
    assert first is not None
    box.delivered(first)
    left = box.oldest()

    assert before is None
    assert waited is not None
    assert left is not None
    assert waited <= left
