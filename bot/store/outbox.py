"""What the clinic is still to be told: written in the transaction of what happened, delivered later, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from sqlalchemy import func, select, update
from sqlalchemy.engine import Connection, Engine

from bot.store.tables import outbox
from bot.store.transactions import reading, writing
from bot.store.upsert import insert_unless_there

SEEN_TO = "seen to in the console"


@dataclass(frozen=True)
class Notice:
    """One thing to tell the clinic."""

    key: str
    """The same at every attempt, so that a receiver can tell a repeat."""
    kind: str
    sealed: str
    created_at: datetime
    attempts: int
    reached: tuple[str, ...] = ()
    """Which receivers have it already."""


def add(connection: Connection, key: str, sealed: str, kind: str) -> None:
    """Have the clinic told; a key that is known already is not told twice.

    Args:
        connection: the transaction in which what is told is kept.
        key: names the event; up to 64 characters of an e-mail message id.
        sealed: what to tell, as `bot.sealing.seal` gave it.
        kind: which template words it, such as `callback`.
    """
    now = datetime.now(timezone.utc)
    row = {
        "key": key,
        "kind": kind,
        "sealed": sealed,
        "created_at": now,
        "due_at": now,
        "attempts": 0,
        "reached": "",
        "error": "",
    }
    insert_unless_there(connection, outbox, row, [outbox.c.key])


def withdraw(connection: Connection, key: str) -> None:
    """Take back what was not yet delivered: its content is gone, and nobody is told."""
    own = (outbox.c.key == key) & outbox.c.done_at.is_(None)
    connection.execute(update(outbox).where(own).values(sealed="", error="withdrawn", done_at=datetime.now(timezone.utc)))


def end(connection: Connection, key: str) -> None:
    """Let go of what nobody was told, because the clinic has seen to it; what a receiver was tried with goes on to it."""
    own = (outbox.c.key == key) & outbox.c.done_at.is_(None) & (outbox.c.attempts == 0)
    connection.execute(update(outbox).where(own).values(sealed="", error=SEEN_TO, done_at=datetime.now(timezone.utc)))


def resume(connection: Connection, key: str, sealed: str) -> None:
    """Have the clinic told after all what `end` let go of."""
    own = (outbox.c.key == key) & (outbox.c.error == SEEN_TO)
    connection.execute(update(outbox).where(own).values(sealed=sealed, error="", done_at=None))


class Outbox:
    """The side of who delivers."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def claim(self, lease: timedelta) -> Notice | None:
        """The longest due notice, for this program alone until the lease ends; None when there is nothing due.

        Raises:
            StoreDown: the database can't serve.
        """
        now = datetime.now(timezone.utc)
        due = (outbox.c.done_at.is_(None)) & (outbox.c.due_at <= now)
        with reading(self._engine) as connection:  # mostly there is nothing, and the writers' lock is left alone
            if connection.execute(select(outbox.c.id).where(due).limit(1)).first() is None:
                return None
        first = select(outbox).where(due).order_by(outbox.c.due_at).limit(1).with_for_update(skip_locked=True)
        with writing(self._engine) as connection:
            row = connection.execute(first).first()
            if row is None:
                return None
            # Until the lease ends it isn't due for anybody; a program killed in between leaves it due again.
            leased = {"due_at": now + lease, "attempts": row.attempts + 1}
            connection.execute(update(outbox).where(outbox.c.id == row.id).values(leased))
        reached = tuple(filter(None, row.reached.split()))
        return Notice(row.key, row.kind, row.sealed, row.created_at, row.attempts + 1, reached)

    def delivered(self, notice: Notice) -> None:
        """Every receiver has it: its content is gone."""
        self._change(notice.key, sealed="", error="", done_at=datetime.now(timezone.utc))

    def retry(self, notice: Notice, has_it: Sequence[str], delay: timedelta, error: str) -> None:
        """It failed for now; due again after the delay.

        Args:
            notice: what was claimed.
            has_it: receivers that took it this time, and won't be sent it again.
            delay: until when it is left alone.
            error: the failing part's name, never anything of a patient.
        """
        names = " ".join(sorted({*notice.reached, *has_it}))
        self._change(notice.key, due_at=datetime.now(timezone.utc) + delay, reached=names, error=error[:64])

    def given_up(self, notice: Notice, error: str) -> None:
        """It can never be delivered, because its content can't be read any more."""
        self._change(notice.key, sealed="", error=error[:64], done_at=datetime.now(timezone.utc))

    def waiting(self) -> int:
        """How many notices are not delivered yet."""
        with reading(self._engine) as connection:
            return int(connection.execute(select(func.count()).where(outbox.c.done_at.is_(None))).scalar() or 0)

    def oldest(self) -> datetime | None:
        """Since when the longest waiting notice is not delivered; None where none waits."""
        with reading(self._engine) as connection:
            found: datetime | None = connection.execute(
                select(func.min(outbox.c.created_at)).where(outbox.c.done_at.is_(None))
            ).scalar()
        return found

    def _change(self, key: str, **values: object) -> None:
        with writing(self._engine) as connection:
            # What a patient withdrew in the meantime stays withdrawn.
            connection.execute(update(outbox).where((outbox.c.key == key) & outbox.c.done_at.is_(None)).values(values))
