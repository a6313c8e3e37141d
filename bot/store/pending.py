"""What a conversation needs raw for a moment (a form in progress, a reply still to be sent): one sealed row each."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from bot.store.tables import pending

KEPT = timedelta(minutes=30)


def replace(connection: Connection, conversation_id: str, sealed: str) -> None:
    """Keep this instead of what the conversation had pending; empty keeps nothing.

    Args:
        connection: the transaction of the turn, after the conversation's own row is written.
        conversation_id: whose it is; the row goes with the conversation.
        sealed: what `bot.sealing.seal` gave.
    """
    connection.execute(delete(pending).where(pending.c.conversation_id == conversation_id))
    if sealed:
        row = {"conversation_id": conversation_id, "sealed": sealed, "expires_at": _now() + KEPT}
        connection.execute(insert(pending).values(row))


def read(connection: Connection, conversation_id: str) -> str:
    """What the conversation has pending, sealed; empty for nothing, or nothing any longer."""
    own = (pending.c.conversation_id == conversation_id) & (pending.c.expires_at > _now())
    return connection.execute(select(pending.c.sealed).where(own)).scalar() or ""


def drop_expired(connection: Connection, now: datetime) -> int:
    """Erase what was not needed in its time; how many rows that were."""
    return int(connection.execute(delete(pending).where(pending.c.expires_at <= now)).rowcount)


def _now() -> datetime:
    return datetime.now(timezone.utc)
