"""Call-back requests: who wants to be called, sealed, and how far the clinic is with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.sql import ColumnElement

from bot.store import audit, outbox
from bot.store.console_tables import callback_work
from bot.store.sms_sessions import of_same_patient
from bot.store.tables import callbacks
from bot.store.tables import outbox as notices
from bot.store.transactions import reading, writing

NEW, CALLED, BOOKED, CLOSED, WITHDRAWN = "new", "called", "booked", "closed", "withdrawn"
OPEN, DONE = (NEW, CALLED), (BOOKED, CLOSED)
BATCH = 200
LISTED = 200
"""How many requests one list holds."""
NOTICE = "callback"
NOTICE_OF_WITHDRAWAL = "callback_withdrawn"


class UnknownCallback(Exception):
    """There is no such request, or the patient has withdrawn it."""


@dataclass(frozen=True)
class Callback:
    """One request as stored."""

    key: str
    conversation_id: str
    channel: str
    status: str
    sealed: str
    """What `bot.sealing.seal` gave for name, number, time and the rest; empty once withdrawn."""
    created_at: datetime
    changed_at: datetime


def add(connection: Connection, key: str, conversation_id: str, channel: str, sealed: str) -> None:
    """Keep a request and have the clinic told, both in the transaction of the turn that confirms it to the patient.

    Args:
        connection: that transaction.
        key: names the request, and its notice to the clinic.
        conversation_id: the chat it was made in.
        channel: `web` or `sms`.
        sealed: the request itself.
    """
    now = datetime.now(timezone.utc)
    row = {"key": key, "conversation_id": conversation_id, "channel": channel, "status": NEW, "sealed": sealed}
    connection.execute(insert(callbacks).values(**row, created_at=now, changed_at=now))
    outbox.add(connection, key, sealed, NOTICE)


def withdraw(connection: Connection, conversation_id: str, sealed: str) -> int:
    """Take back a patient's open requests: what they say, whose they were and what staff noted of them is gone.

    A clinic that was told already is told of this too.

    Args:
        connection: the transaction it belongs to.
        conversation_id: the chat the requests were made in; by text message, any of the same number.
        sealed: what a notice of the withdrawal says beside its key.

    Returns:
        How many requests that were.
    """
    own = of_same_patient(callbacks.c.conversation_id, conversation_id) & callbacks.c.status.in_(OPEN)
    keys = list(connection.execute(select(callbacks.c.key).where(own)).scalars())
    for key in keys:
        tried = connection.execute(select(notices.c.attempts).where(notices.c.key == key)).scalar()
        outbox.withdraw(connection, key)
        if tried:
            outbox.add(connection, _of_withdrawal(key), sealed, NOTICE_OF_WITHDRAWAL)
    changed = {"status": WITHDRAWN, "sealed": "", "conversation_id": "", "changed_at": datetime.now(timezone.utc)}
    connection.execute(delete(callback_work).where(callback_work.c.key.in_(keys)))
    connection.execute(update(callbacks).where(own).values(changed))
    return len(keys)


class Callbacks:
    """The side of the clinic; every method is one transaction and raises StoreDown when the database can't serve."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def open_of(self, conversation_id: str) -> list[Callback]:
        """A chat's requests that are not done; by text message, those of every chat of the same number."""
        own = of_same_patient(callbacks.c.conversation_id, conversation_id) & callbacks.c.status.in_(OPEN)
        with reading(self._engine) as connection:
            return [_callback(row) for row in connection.execute(select(callbacks).where(own).order_by(callbacks.c.id))]

    def find(self, key: str) -> Callback | None:
        """One request, open or done; None where there is none, or it was withdrawn."""
        with reading(self._engine) as connection:
            row = connection.execute(select(callbacks).where(_stands(key))).first()
            return _callback(row) if row else None

    def listed(self) -> list[Callback]:
        """Up to `LISTED` requests that are not done, new ones before others, and the longest waiting first."""
        return self._first(OPEN, callbacks.c.status != NEW, callbacks.c.id)

    def done(self) -> list[Callback]:
        """Up to `LISTED` requests that are done, the last one seen to first."""
        return self._first(DONE, callbacks.c.changed_at.desc(), callbacks.c.id.desc())

    def waiting(self) -> dict[str, int]:
        """How many requests are not done, by channel."""
        counted = select(callbacks.c.channel, func.count()).where(callbacks.c.status.in_(OPEN)).group_by(callbacks.c.channel)
        with reading(self._engine) as connection:
            return {channel: int(number) for channel, number in connection.execute(counted)}

    def withdraw(self, conversation_id: str, subject: str, sealed: str) -> int:
        """Take back a patient's open requests, with a line that it was done; how many that were.

        Args:
            conversation_id: the chat the requests were made in.
            subject: by what the audit line names it.
            sealed: what a notice of the withdrawal says beside its key.
        """
        with writing(self._engine) as connection:
            withdrawn = withdraw(connection, conversation_id, sealed)
            if withdrawn:
                audit.add(connection, audit.PATIENT, "withdrew call-back", subject)
        return withdrawn

    def drop_done(self, until: datetime) -> int:
        """Erase a batch of requests that were done, or withdrawn, before a moment, and their notices; how many that were."""
        old = select(callbacks.c.key).where(callbacks.c.status.not_in(OPEN) & (callbacks.c.changed_at < until)).limit(BATCH)
        with writing(self._engine) as connection:
            keys = list(connection.execute(old).scalars())
            told = [*keys, *(_of_withdrawal(key) for key in keys)]
            connection.execute(delete(notices).where(notices.c.key.in_(told)))
            return int(connection.execute(delete(callbacks).where(callbacks.c.key.in_(keys))).rowcount)

    def move(self, key: str, status: str, actor: str) -> None:
        """Note how far the clinic is with a request, and who said so; of one that is done nobody needs to be told any more.

        Raises:
            UnknownCallback: there is none, or it was withdrawn.
        """
        with writing(self._engine) as connection:
            changed = {"status": status, "changed_at": datetime.now(timezone.utc)}
            if not connection.execute(update(callbacks).where(_stands(key)).values(changed)).rowcount:
                raise UnknownCallback(key)
            if status in DONE:
                outbox.end(connection, key)
            else:
                sealed = select(callbacks.c.sealed).where(callbacks.c.key == key)
                outbox.resume(connection, key, connection.execute(sealed).scalar_one())
            audit.add(connection, actor, f"callback {status}", key)

    def _first(self, statuses: tuple[str, ...], *order: ColumnElement) -> list[Callback]:
        chosen = select(callbacks).where(callbacks.c.status.in_(statuses)).order_by(*order).limit(LISTED)
        with reading(self._engine) as connection:
            return [_callback(row) for row in connection.execute(chosen)]


def _stands(key: str) -> ColumnElement:
    """Which request that is, unless the patient has withdrawn it."""
    return (callbacks.c.key == key) & (callbacks.c.status != WITHDRAWN)


def _of_withdrawal(key: str) -> str:
    """The key of the notice that a request was withdrawn."""
    return f"{key}-withdrawn"


def _callback(row: Row) -> Callback:
    return Callback(row.key, row.conversation_id, row.channel, row.status, row.sealed, row.created_at, row.changed_at)
