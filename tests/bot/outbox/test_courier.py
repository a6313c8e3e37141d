"""Every notice reaches the clinic, however often it has to be tried and whoever delivers it."""

from __future__ import annotations

import asyncio
import email
import json
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update
from starlette.testclient import TestClient

from bot.app import create_app
from bot.outbox import Courier, courier, how_the_clinic_hears
from bot.outbox.courier import pause
from bot.outbox.mail import Mail
from bot.outbox.webhook import Webhook
from bot.sealing import seal
from bot.settings import ROOT, Settings
from bot.store import Store, open_store
from bot.store.outbox import Outbox, add
from bot.store.tables import outbox
from bot.store.transactions import writing

KEY = "ab" * 32
VALUES = {"name": "Jenny", "phone": "+16105550100", "time": "noon", "reason": "", "questions": []}


def put(store: Store, key: str = "key-1", sealed: str = "") -> None:
    with writing(store.engine) as connection:
        add(connection, key, sealed or seal(KEY, VALUES), "callback")


def make_due(store: Store) -> None:
    """Let every pause be over."""
    with writing(store.engine) as connection:
        connection.execute(update(outbox).values(due_at=datetime.now(timezone.utc)))


def rows(store: Store) -> list[Any]:
    with store.engine.connect() as connection:
        return connection.execute(select(outbox).order_by(outbox.c.id)).all()


def test_both_receivers_hear_once_though_each_fails_first(store: Store, mailbox: Any, program: Any) -> None:
    """A receiver that took it is left alone while the other is tried again, under the same key, until it has it too."""
    mailbox.failures, program.answers = 2, [503]
    put(store)
    sender = Courier(Outbox(store.engine), [Mail(mailbox.url, "desk@example.org"), Webhook(program.url, "s" * 16)], KEY)

    for _ in range(3):
        asyncio.run(sender.deliver_one())
        make_due(store)

    assert (len(mailbox.taken), mailbox.refused, len(program.got)) == (1, 2, 2)
    assert {headers["Idempotency-Key"] for headers, _ in program.got} == {"key-1"}
    assert "<key-1@example.org>" in email.message_from_bytes(mailbox.taken[0].content)["Message-ID"]
    assert asyncio.run(sender.deliver_one()) is False


def test_what_was_delivered_is_gone(store: Store, program: Any) -> None:
    """After delivery the row holds nothing of what was told, only that it was; before, nothing readable."""
    put(store)
    before = rows(store)[0].sealed

    asyncio.run(Courier(Outbox(store.engine), [Webhook(program.url, "s" * 16)], KEY).deliver_one())

    after = rows(store)[0]
    assert "Jenny" not in before
    assert (after.sealed, after.done_at is None, Outbox(store.engine).waiting()) == ("", False, 0)


def test_a_failure_waits_before_it_is_tried_again(store: Store, program: Any) -> None:
    """Right after a failure there is nothing to do; the failing part is noted without a word of the patient's."""
    program.answers = [500]
    put(store)
    sender = Courier(Outbox(store.engine), [Webhook(program.url, "s" * 16)], KEY)

    tried = [asyncio.run(sender.deliver_one()) for _ in range(2)]

    assert (tried, len(program.got), rows(store)[0].error) == ([True, False], 1, "webhook: 500")


def test_a_slow_receiver_is_left_before_the_lease_ends(
    store: Store, mailbox: Any, dripping: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that answers without an end holds up no notice: it is tried again later, and who has it already is left alone."""
    monkeypatch.setattr(import_module("bot.outbox.courier"), "LONGEST_SECONDS", 5.0)
    put(store)
    sender = Courier(Outbox(store.engine), [Mail(mailbox.url, "desk@example.org"), Webhook(dripping, "s" * 16)], KEY)

    asyncio.run(sender.deliver_one())

    assert (len(mailbox.taken), rows(store)[0].reached, rows(store)[0].error) == (1, "mail", "webhook: slow")


def test_pauses_grow_to_a_minute() -> None:
    """The second attempt comes soon, later ones more rarely, and never more than a minute apart."""
    pauses = [pause(attempts).total_seconds() for attempts in (1, 2, 3, 7, 1000)]

    assert pauses == [1, 2, 4, 60, 60]


def test_several_programs_deliver_each_notice_once(database_url: str, store: Store, program: Any) -> None:
    """Two edges over one database share the work: each notice is sent by one of them."""
    for number in range(12):
        put(store, f"key-{number}")
    edges = [open_store(database_url) for _ in range(3)]

    async def drain(edge: Store) -> None:
        while await Courier(Outbox(edge.engine), [Webhook(program.url, "s" * 16)], KEY).deliver_one():
            pass

    async def all_at_once() -> None:
        await asyncio.gather(*map(drain, edges))

    asyncio.run(all_at_once())
    for edge in edges:
        edge.close()

    assert sorted(headers["Idempotency-Key"] for headers, _ in program.got) == sorted(f"key-{n}" for n in range(12))


def test_a_claim_ends_with_its_lease(store: Store) -> None:
    """What a program claimed before it was killed falls to another when the lease is over, and not before."""
    put(store)
    box = Outbox(store.engine)

    claimed = [box.claim(timedelta(seconds=60)), box.claim(timedelta(seconds=60))]
    make_due(store)
    again = box.claim(timedelta(seconds=60))

    assert [notice and notice.attempts for notice in (*claimed, again)] == [1, None, 2]


def test_what_no_key_opens_is_given_up(store: Store, program: Any) -> None:
    """A notice sealed under a lost key stops nobody else's, and is never sent."""
    put(store, "key-1", seal("cd" * 32, VALUES))
    put(store, "key-2")
    sender = Courier(Outbox(store.engine), [Webhook(program.url, "s" * 16)], KEY)

    for _ in range(2):
        asyncio.run(sender.deliver_one())

    assert [headers["Idempotency-Key"] for headers, _ in program.got] == ["key-2"]
    assert [row.error for row in rows(store)] == ["unsealable", ""]


@pytest.mark.parametrize("configured", [True, False])
def test_the_settings_say_who_hears(make_settings: Callable[..., Settings], store: Store, program: Any, configured: bool) -> None:
    """With nobody to tell, notices wait unharmed and the start says so in a line; with an address they go there."""
    told = {"NOTIFY_WEBHOOK_URL": program.url, "NOTIFY_WEBHOOK_SECRET": "s" * 16} if configured else {}
    settings = make_settings(**told)
    put(store, sealed=seal(settings.secret_for("sealing"), VALUES))

    async def for_a_while() -> None:
        await asyncio.wait([asyncio.ensure_future(courier(settings, Outbox(store.engine)).run())], timeout=1)

    asyncio.run(for_a_while())

    assert ("webhook" if configured else "wait in the console") in how_the_clinic_hears(settings)
    assert (len(program.got), Outbox(store.engine).waiting()) == ((1, 0) if configured else (0, 1))


def test_the_edge_delivers_by_itself(make_settings: Callable[..., Settings], tmp_path: Path, program: Any) -> None:
    """While the edge runs, what a turn puts into the outbox reaches the clinic, after a first failure too."""
    (tmp_path / "data").symlink_to(ROOT / "data")
    settings = make_settings(BRAIN_URL="http://127.0.0.1:1", NOTIFY_WEBHOOK_URL=program.url, NOTIFY_WEBHOOK_SECRET="s" * 16)
    program.answers = [503]
    app = create_app(settings)
    store: Store = app.state.desk.store

    with TestClient(app):
        put(store, sealed=seal(settings.secret_for("sealing"), VALUES))
        deadline = time.monotonic() + 30
        while Outbox(store.engine).waiting() and time.monotonic() < deadline:
            time.sleep(0.1)

    assert [headers["Idempotency-Key"] for headers, _ in program.got] == ["key-1", "key-1"]
    assert json.loads(program.got[1][1])["data"]["name"] == "Jenny"


def test_a_notice_is_delivered_however_long_the_receiver_was_away(
    store: Store, program: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as the request waits in the console, its notice is told and blames no key."""
    put(store)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 300 * 24 * 3600)

    asyncio.run(Courier(Outbox(store.engine), [Webhook(program.url, "s" * 16)], KEY).deliver_one())

    assert [(row.sealed, row.done_at is not None) for row in rows(store)] == [("", True)]
