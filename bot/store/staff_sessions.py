"""Signed-in browsers: each may be ended at once, and ends by itself after a while."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Engine

from bot.store.console_tables import staff, staff_sessions
from bot.store.staff import Person, digest
from bot.store.transactions import reading, writing

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=1)
"""How exactly the last request is noted: a write for each would only wear the disk."""


@dataclass(frozen=True)
class Session:
    """One browser that is signed in; `id` is the digest of its token."""

    id: str
    device: str
    started_at: datetime
    seen_at: datetime


class StaffSessions:
    """Starts, knows and ends sessions."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def start(self, person_id: int, device: str, replacing: str = "") -> str:
        """The token of a new session; the one this browser had before ends."""
        token = secrets.token_urlsafe(32)
        now = datetime.now(timezone.utc)
        with writing(self._engine) as connection:
            gone = (staff_sessions.c.seen_at < now - IDLE) | (staff_sessions.c.started_at < now - LONGEST)
            connection.execute(delete(staff_sessions).where(gone | (staff_sessions.c.digest == digest(replacing))))
            values = {"digest": digest(token), "staff_id": person_id, "device": device[:120]}
            connection.execute(insert(staff_sessions).values(**values, started_at=now, seen_at=now))
        return token

    def person(self, token: str, now: datetime | None = None) -> Person | None:
        """Whose session the token opens, if it is still good; the visit is noted, and only that waits for others who write."""
        moment = now or datetime.now(timezone.utc)
        own = staff_sessions.c.digest == digest(token)
        joined = select(staff, staff_sessions.c.started_at, staff_sessions.c.seen_at)
        with reading(self._engine) as connection:
            row = connection.execute(joined.join(staff_sessions, staff_sessions.c.staff_id == staff.c.id).where(own)).first()
        if row is None or row.disabled:
            return None
        quiet = moment - row.seen_at
        ended = quiet > IDLE or moment - row.started_at > LONGEST
        if ended or quiet > SEEN_EVERY:
            change = delete(staff_sessions) if ended else update(staff_sessions).values(seen_at=moment)
            with writing(self._engine) as connection:
                connection.execute(change.where(own))
        return None if ended else Person(row.id, row.name, row.role, row.password, row.disabled)

    def of(self, person_id: int) -> list[Session]:
        """Every session of a person, newest first."""
        with reading(self._engine) as connection:
            own = select(staff_sessions).where(staff_sessions.c.staff_id == person_id).order_by(staff_sessions.c.seen_at.desc())
            return [Session(row.digest, row.device, row.started_at, row.seen_at) for row in connection.execute(own)]

    def end(self, token: str) -> None:
        """Sign this browser out."""
        with writing(self._engine) as connection:
            connection.execute(delete(staff_sessions).where(staff_sessions.c.digest == digest(token)))

    def revoke(self, person_id: int, session_id: str) -> bool:
        """End one of a person's own sessions; False where there is none."""
        with writing(self._engine) as connection:
            own = (staff_sessions.c.staff_id == person_id) & (staff_sessions.c.digest == session_id)
            return bool(connection.execute(delete(staff_sessions).where(own)).rowcount)
