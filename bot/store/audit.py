"""Who did what: a log that only grows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

from sqlalchemy import insert, or_, select
from sqlalchemy.engine import Engine

from bot.store.staff import utc
from bot.store.tables import audit
from bot.store.transactions import reading, writing


@dataclass(frozen=True)
class Entry:
    """One thing that somebody did."""

    id: int
    at: datetime
    actor: str
    action: str
    subject: str
    detail: str


class Audit:
    """Writes and reads the log; nothing changes or removes an entry."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def record(self, actor: str, action: str, subject: str = "", detail: str = "") -> None:
        """Note what somebody did; never text, name or number of a patient."""
        values = {"actor": actor, "action": action, "subject": subject, "detail": detail}
        with writing(self._engine) as connection:
            connection.execute(insert(audit).values(**values, at=datetime.now(timezone.utc)))

    def recent(self, most: int, before: int = 0, find: str = "") -> list[Entry]:
        """The newest entries, older than the one with id `before`, that hold `find` somewhere."""
        query = select(audit).order_by(audit.c.id.desc()).limit(most)
        if before:
            query = query.where(audit.c.id < before)
        if find:
            columns = (audit.c.actor, audit.c.action, audit.c.subject, audit.c.detail)
            query = query.where(or_(*(column.contains(find, autoescape=True) for column in columns)))
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return [Entry(row.id, utc(row.at), row.actor, row.action, row.subject, row.detail) for row in rows]
