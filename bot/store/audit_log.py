"""The log of who did what, as the console writes, reads and searches it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.engine import Engine

from bot.store import audit
from bot.store.tables import audit as table
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


class AuditLog:
    """Writes and reads the log; nothing changes or removes an entry."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def record(self, actor: str, action: str, subject: str = "") -> None:
        """Note what somebody did; never text, name or number of a patient."""
        with writing(self._engine) as connection:
            audit.add(connection, actor, action, subject)

    def recent(self, most: int, before: int = 0, find: str = "") -> list[Entry]:
        """The newest entries, older than the one with id `before`, that hold `find` somewhere."""
        query = select(table).order_by(table.c.id.desc()).limit(most)
        if before:
            query = query.where(table.c.id < before)
        if find:
            columns = (table.c.actor, table.c.action, table.c.subject, table.c.detail)
            query = query.where(or_(*(column.contains(find, autoescape=True) for column in columns)))
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return [Entry(row.id, row.at, row.actor, row.action, row.subject, row.detail) for row in rows]
