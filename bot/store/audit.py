"""What was done, by whom, to what: lines that are added and never changed. No patient's words, names or numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection, Engine

from bot.store.tables import audit
from bot.store.transactions import reading

PATIENT = "patient"


@dataclass(frozen=True)
class Line:
    """One thing done."""

    at: datetime
    actor: str
    action: str
    subject: str
    detail: str


def add(connection: Connection, actor: str, action: str, subject: str, detail: str = "") -> None:
    """Note what is done in this very transaction.

    Args:
        connection: the transaction of what is done.
        actor: `patient`, or a staff member's login name.
        action: what was done, such as `erased`.
        subject: to what: a topic, a request's key, or a keyed digest of a conversation's id.
        detail: what else matters of it.
    """
    row = {"at": datetime.now(timezone.utc), "actor": actor, "action": action, "subject": subject, "detail": detail}
    connection.execute(insert(audit).values(row))


def lines(engine: Engine, most: int = 200) -> list[Line]:
    """The latest lines, newest first."""
    with reading(engine) as connection:
        rows = connection.execute(select(audit).order_by(audit.c.id.desc()).limit(most))
        return [Line(_utc(row.at), row.actor, row.action, row.subject, row.detail) for row in rows]


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
