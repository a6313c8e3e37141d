"""How many conversations there were."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from bot.store.tables import conversations
from bot.store.transactions import reading


def conversations_since(engine: Engine, begin: datetime) -> dict[str, int]:
    """Conversations that had a message from then on, by channel; those erased since are not among them."""
    found = select(conversations.c.channel, func.count()).where(conversations.c.updated_at >= begin)
    with reading(engine) as connection:
        return {channel: int(count) for channel, count in connection.execute(found.group_by(conversations.c.channel))}
