"""Call-back requests, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import Any

import pytest

from bot.store import Overtaken, Store, callbacks
from bot.store.audit_log import AuditLog
from bot.store.callback_work import CallbackWork
from bot.store.callbacks import BOOKED, CALLED, CLOSED, LISTED, NEW, WITHDRAWN, Callbacks, UnknownCallback
from bot.store.outbox import Outbox
from bot.store.tables import callbacks as table
from bot.store.tables import outbox
from bot.store.transactions import writing
from tests.stored import CHAT, OTHER, a_turn, keep

LEASE = timedelta(seconds=60)
Many = Callable[..., None]


@pytest.fixture
def many(store: Store) -> Many:
    """`many(number, status, channel)`: so many requests in one state."""

    def add(number: int, status: str, channel: str = "web") -> None:
        now = datetime.now(timezone.utc)
        row = {"conversation_id": OTHER, "channel": channel, "status": status, "sealed": "", "created_at": now, "changed_at": now}
        with writing(store.engine) as connection:
            connection.execute(table.insert(), [{"key": f"{status}-{channel}-{each}", **row} for each in range(number)])

    return add


def request(store: Store, key: str = "k1", chat: str = CHAT) -> None:
    """A turn that confirms a request."""
    also = partial(callbacks.add, key=key, conversation_id=chat, channel="web", sealed="sealed")
    keep(store, a_turn(f"m-{key}"), chat, also=also)


def withdraw(store: Store) -> int:
    with writing(store.engine) as connection:
        return callbacks.withdraw(connection, CHAT, "nothing")


def test_a_request_and_its_notice_are_kept_with_the_turn(store: Store) -> None:
    """One transaction holds the turn, the request and what the clinic is to be told, under one key."""
    request(store)
    notice = Outbox(store.engine).claim(LEASE)

    assert [(found.key, found.status, found.sealed) for found in Callbacks(store.engine).listed()] == [("k1", NEW, "sealed")]
    assert notice is not None
    assert (notice.key, notice.kind, notice.sealed) == ("k1", "callback", "sealed")
    assert len(store.history(CHAT)) == 1


def test_a_turn_that_is_not_kept_keeps_no_request(store: Store, rows: Any) -> None:
    """Overtaken by another program, nothing of the request is there: neither row nor notice."""
    keep(store, a_turn())
    also = partial(callbacks.add, key="k1", conversation_id=CHAT, channel="web", sealed="sealed")

    with pytest.raises(Overtaken):
        store.commit_turn(CHAT, "web", a_turn("m2"), {}, {}, 5, also=also)
    assert (rows(table.c.key), rows(outbox.c.key)) == ([], [])


def test_a_withdrawn_request_says_nothing_any_more(store: Store, rows: Any) -> None:
    """Not delivered yet, it never will be; only that there was one stays, and not whose. Other chats' requests stand."""
    request(store)
    request(store, "k2", OTHER)
    work = CallbackWork(store.engine)
    work.note("k1", "sealed notes")

    assert withdraw(store) == 1
    assert (work.all(), work.note("k1", "later notes")) == ({}, False)
    assert sorted(rows(table.c.conversation_id)) == ["", OTHER]
    assert (sorted(rows(table.c.status)), sorted(rows(table.c.sealed))) == ([NEW, WITHDRAWN], ["", "sealed"])
    assert [(each.key, each.sealed) for each in Callbacks(store.engine).listed()] == [("k2", "sealed")]
    assert sorted(rows(outbox.c.sealed)) == ["", "sealed"]


def test_a_clinic_that_was_told_hears_of_the_withdrawal(store: Store) -> None:
    """Who may have had the request is told that it no longer stands, under a key of its own."""
    request(store)
    notice = Outbox(store.engine).claim(LEASE)
    assert notice is not None
    Outbox(store.engine).delivered(notice)

    withdraw(store)
    second = Outbox(store.engine).claim(LEASE)

    assert second is not None
    assert (second.key, second.kind) == ("k1-withdrawn", "callback_withdrawn")


@pytest.mark.parametrize("status", [BOOKED, CLOSED])
def test_nobody_is_told_of_what_the_clinic_has_seen_to(store: Store, rows: Any, status: str) -> None:
    """Where nobody could be told yet, booking or closing a request ends its notice and empties it; opened again it is told."""
    request(store)
    request(store, "k2", OTHER)
    found = Callbacks(store.engine)

    found.move("k1", status, "ana")
    ended = sorted(rows(outbox.c.sealed))
    found.move("k1", NEW, "ana")

    assert (ended, rows(outbox.c.sealed)) == (["", "sealed"], ["sealed", "sealed"])
    assert Outbox(store.engine).waiting() == 2


def test_a_receiver_that_was_tried_hears_to_the_end(store: Store) -> None:
    """A mail server that is down for an hour gets the notice though the request was booked meanwhile."""
    request(store)
    notice = Outbox(store.engine).claim(LEASE)
    assert notice is not None

    Callbacks(store.engine).move("k1", BOOKED, "ana")
    Outbox(store.engine).retry(notice, [], timedelta(0), "mail: down")
    again = Outbox(store.engine).claim(LEASE)

    assert again is not None
    assert again.sealed == "sealed"


def test_a_notice_that_was_delivered_is_not_told_again(store: Store) -> None:
    """However often a request is closed and opened."""
    request(store)
    notice = Outbox(store.engine).claim(LEASE)
    assert notice is not None
    Outbox(store.engine).delivered(notice)

    for status in (CLOSED, NEW):
        Callbacks(store.engine).move("k1", status, "ana")

    assert Outbox(store.engine).waiting() == 0


def test_a_notice_goes_with_its_request(store: Store, rows: Any) -> None:
    """What no receiver ever took is kept no longer than the request; a withdrawal's notice neither."""
    for key, chat in (("k1", CHAT), ("k2", OTHER), ("k3", "web_three")):
        request(store, key, chat)
    for _each in range(3):
        Outbox(store.engine).claim(LEASE)
    withdraw(store)
    Callbacks(store.engine).move("k2", BOOKED, "ana")

    Callbacks(store.engine).drop_done(datetime.now(timezone.utc) + timedelta(seconds=1))

    assert rows(outbox.c.key) == ["k3"]


def test_the_clinic_moves_a_request_on(store: Store) -> None:
    """From new to booked, with a line of who did it; what is done or withdrawn is no longer open."""
    request(store)
    found = Callbacks(store.engine)

    found.move("k1", BOOKED, "ana")

    assert (found.open_of(CHAT), [each.status for each in found.done()]) == ([], [BOOKED])
    assert [(line.actor, line.action, line.subject) for line in AuditLog(store.engine).recent(200)] == [
        ("ana", "callback booked", "k1")
    ]


def test_a_request_is_found_by_its_key(store: Store) -> None:
    """Open or done, but not once the patient has withdrawn it."""
    for key, chat in (("k1", CHAT), ("k2", OTHER)):
        request(store, key, chat)
    found = Callbacks(store.engine)
    found.move("k2", BOOKED, "ana")

    told = [found.find(key) for key in ("k1", "k2", "k3")]
    withdraw(store)

    assert [each and (each.key, each.status, each.sealed) for each in told] == [
        ("k1", NEW, "sealed"),
        ("k2", BOOKED, "sealed"),
        None,
    ]
    assert found.find("k1") is None


def test_a_full_list_hides_no_new_request(store: Store, many: Many) -> None:
    """However many were called and left at that, who was not called yet stands first."""
    many(LISTED, CALLED)
    request(store)
    found = Callbacks(store.engine).listed()

    assert (found[0].key, found[1].key, len(found)) == ("k1", "called-web-0", LISTED)


def test_of_many_that_are_done_the_latest_are_listed(store: Store, many: Many) -> None:
    """The one that the clinic has seen to last stands first, whenever it was asked for."""
    request(store)
    many(LISTED, CLOSED)
    Callbacks(store.engine).move("k1", BOOKED, "ana")
    found = Callbacks(store.engine).done()

    assert (found[0].key, found[1].key, len(found)) == ("k1", f"closed-web-{LISTED - 1}", LISTED)


def test_all_who_wait_are_counted(store: Store, many: Many) -> None:
    """By channel, more than a list holds too; what is done does not wait."""
    many(LISTED + 1, NEW, "web")
    many(2, CALLED, "sms")
    many(3, CLOSED, "mail")

    assert Callbacks(store.engine).waiting() == {"web": LISTED + 1, "sms": 2}


@pytest.mark.parametrize("key", ["k1", "other"])
def test_what_is_not_there_can_not_be_moved(store: Store, key: str) -> None:
    """A withdrawn request stays withdrawn."""
    request(store)
    withdraw(store)

    with pytest.raises(UnknownCallback):
        Callbacks(store.engine).move(key, BOOKED, "ana")
    assert AuditLog(store.engine).recent(200) == []


def test_requests_go_some_time_after_they_are_done(store: Store, rows: Any) -> None:
    """Only what is done, or withdrawn, and long enough ago."""
    for key in ("k1", "k2"):
        request(store, key)
    found = Callbacks(store.engine)
    found.move("k1", BOOKED, "ana")
    now = datetime.now(timezone.utc)

    assert found.drop_done(now - timedelta(days=1)) == 0
    assert found.drop_done(now + timedelta(seconds=1)) == 1
    assert rows(table.c.key) == ["k2"]
