"""Failed attempts to sign in, by account and by address: each further one must wait longer."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql import Select

from bot.store.console_tables import staff_attempts
from bot.store.transactions import reading, writing

FREE = {"account": 5, "address": 20}
"""Wrong passwords before there is a wait: an address may belong to a whole clinic."""
FIRST_WAIT_SECONDS = 30
LONGEST_WAIT_SECONDS = 15 * 60
FORGOTTEN_AFTER = timedelta(hours=24)


class StaffAttempts:
    """Counts attempts before they are judged, so that a burst of guesses at once is counted too.

    What was typed as a name may be anything, a password too: neither it nor an address is kept, only what knows them again.

    Args:
        engine: of the store.
        key: under which names and addresses are kept: `settings.secret_for("staff attempts")`.
    """

    def __init__(self, engine: Engine, key: str) -> None:
        self._engine, self._key = engine, key.encode()

    def wait_seconds(self, keys: dict[str, str], now: datetime | None = None) -> int:
        """Count one attempt against each key, or say how long to wait, in which case nothing is counted or kept.

        Args:
            keys: `account` and `address`, and who or what that is.
            now: the time, for tests of it.
        """
        moment = now or datetime.now(timezone.utc)
        free = {self._kept_as(kind, value): FREE[kind] for kind, value in keys.items()}
        with reading(self._engine) as connection:  # who must wait holds nobody up
            wait = _wait(connection.execute(_of(free)).all(), free, moment)
        if wait:
            return wait
        while True:
            try:
                with writing(self._engine) as connection:
                    return _count(connection, free, moment)
            except IntegrityError:  # another attempt made the row first
                continue

    def forgive(self, keys: dict[str, str]) -> None:
        """The password was right: the failures before it are forgotten."""
        with writing(self._engine) as connection:
            for key in sorted(self._kept_as(kind, value) for kind, value in keys.items()):
                connection.execute(delete(staff_attempts).where(staff_attempts.c.key == key))

    def _kept_as(self, kind: str, value: str) -> str:
        return hmac.new(self._key, f"{kind}:{value}".encode(errors="replace"), hashlib.sha256).hexdigest()


def _of(keys: Iterable[str]) -> Select:
    """What is kept of these keys, always in one order: attempts at once, which lock it, wait for each other."""
    return select(staff_attempts).where(staff_attempts.c.key.in_(list(keys))).order_by(staff_attempts.c.key)


def _wait(rows: Sequence[Row], free: dict[str, int], now: datetime) -> int:
    """Seconds until the next attempt, of the key that must wait longest."""
    return max((_remaining(row.failures - free[row.key], now - row.updated_at) for row in rows), default=0)


def _count(connection: Connection, free: dict[str, int], now: datetime) -> int:
    rows = connection.execute(_of(free).with_for_update()).all()
    wait = _wait(rows, free, now)
    if wait:
        return wait
    failures = {row.key: row.failures for row in rows if now - row.updated_at <= FORGOTTEN_AFTER}
    known = {row.key for row in rows}
    for key in sorted(free):
        values = {"failures": failures.get(key, 0) + 1, "updated_at": now}
        change = update(staff_attempts).where(staff_attempts.c.key == key) if key in known else insert(staff_attempts)
        connection.execute(change.values(key=key, **values))
    return 0


def _remaining(beyond: int, passed: timedelta) -> int:
    if beyond < 0:
        return 0
    wait = min(FIRST_WAIT_SECONDS * 2 ** min(beyond, 20), LONGEST_WAIT_SECONDS)
    return int(wait - passed.total_seconds()) + 1 if passed.total_seconds() < wait else 0
