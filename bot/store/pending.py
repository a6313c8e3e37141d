"""What a conversation needs raw for a moment (a form in progress, a reply still to be sent): one sealed row each."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.engine import Connection

from bot.store.tables import pending

KEPT = timedelta(minutes=30)
DROP = delete(pending).where(pending.c.conversation_id == bindparam("conversation"))
READ = select(pending.c.sealed).where(
    (pending.c.conversation_id == bindparam("conversation")) & (pending.c.expires_at > bindparam("now"))
)


def replace(connection: Connection, conversation_id: str, sealed: str) -> None:
    """Keep this instead of what the conversation had pending; empty keeps nothing.

    Args:
        connection: the transaction of the turn, after the conversation's own row is written.
        conversation_id: whose it is; the row goes with the conversation.
        sealed: what `bot.sealing.seal` gave.
    """
    connection.execute(DROP, {"conversation": conversation_id})
    if sealed:
        row = {"conversation_id": conversation_id, "sealed": sealed, "expires_at": _now() + KEPT}
        connection.execute(insert(pending).values(row))


def read(connection: Connection, conversation_id: str) -> str:
    """What the conversation has pending, sealed; empty for nothing, or nothing any longer."""
    return connection.execute(READ, {"conversation": conversation_id, "now": _now()}).scalar() or ""


def drop_expired(connection: Connection, now: datetime) -> int:
    """Erase what was not needed in its time; how many rows that were."""
    return int(connection.execute(delete(pending).where(pending.c.expires_at <= now)).rowcount)


def _now() -> datetime:
    return datetime.now(timezone.utc)
