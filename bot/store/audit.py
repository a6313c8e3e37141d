"""What was done, by whom, to what: lines that are added and never changed. No patient's words, names or numbers."""

from __future__ import annotations

from datetime import datetime, timezone

from sqlalchemy import insert
from sqlalchemy.engine import Connection

from bot.store.tables import audit

PATIENT = "patient"


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
