"""Failed attempts to sign in, by account and by address: each further one must wait longer."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from bot.store.console_tables import staff_attempts
from bot.store.staff import utc
from bot.store.transactions import writing

FREE = {"account": 5, "address": 20}
"""Wrong passwords before there is a wait: an address may belong to a whole clinic."""
FIRST_WAIT_SECONDS = 30
LONGEST_WAIT_SECONDS = 15 * 60
FORGOTTEN_AFTER = timedelta(hours=24)


class StaffAttempts:
    """Counts attempts before they are judged, so that a burst of guesses at once is counted too."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def wait_seconds(self, keys: dict[str, str], now: datetime | None = None) -> int:
        """Count one attempt against each key, or say how long to wait, in which case nothing is counted.

        Args:
            keys: `account` and `address`, and who or what that is.
            now: the time, for tests of it.
        """
        moment = now or datetime.now(timezone.utc)
        named = {f"{kind}:{value}"[:160]: FREE[kind] for kind, value in keys.items()}
        while True:
            try:
                with writing(self._engine) as connection:
                    return _count(connection, named, moment)
            except IntegrityError:  # another attempt made the row first
                continue

    def forgive(self, keys: dict[str, str]) -> None:
        """The password was right: the failures before it are forgotten."""
        with writing(self._engine) as connection:
            for kind, value in keys.items():
                connection.execute(delete(staff_attempts).where(staff_attempts.c.key == f"{kind}:{value}"[:160]))


def _count(connection: Connection, named: dict[str, int], now: datetime) -> int:
    """Taken in one order and by an update first, so that attempts at once wait for each other."""
    waits = []
    for key, free in sorted(named.items()):
        own = staff_attempts.c.key == key
        connection.execute(delete(staff_attempts).where(own & (staff_attempts.c.updated_at < now - FORGOTTEN_AFTER)))
        if not connection.execute(update(staff_attempts).where(own).values(failures=staff_attempts.c.failures)).rowcount:
            connection.execute(insert(staff_attempts).values(key=key, failures=0, updated_at=now))
        row = connection.execute(select(staff_attempts).where(own)).one()
        waits.append(_remaining(row.failures - free, now - utc(row.updated_at)))
    if max(waits) <= 0:
        counted = {"failures": staff_attempts.c.failures + 1, "updated_at": now}
        connection.execute(update(staff_attempts).where(staff_attempts.c.key.in_(list(named))).values(counted))
    return max(0, *waits)


def _remaining(beyond: int, passed: timedelta) -> int:
    if beyond < 0:
        return 0
    wait = min(FIRST_WAIT_SECONDS * 2 ** min(beyond, 20), LONGEST_WAIT_SECONDS)
    return int(wait - passed.total_seconds()) + 1 if passed.total_seconds() < wait else 0
