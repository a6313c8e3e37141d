"""What the database kept, held against what was answered."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import func, select, text
from sqlalchemy.engine import Engine

from bot.store.tables import conversations, turns
from tests.benchmarks.patients import ANSWERED, EXCUSED, Sent

TABLES = ("conversations", "turns", "counts", "pending")


class Kept:
    """One database of a cluster."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def compared(self, sent: Sequence[Sent]) -> dict[str, int]:
        """How many messages answered as kept are not there, are there twice, and how many conversations miscount theirs."""
        ids = self._message_ids()
        answered = {each.message_id for each in sent if each.how in (ANSWERED, EXCUSED)}
        return {"lost": len(answered - set(ids)), "duplicated": len(ids) - len(set(ids)), "miscounted": self._miscounted()}

    def bytes_a_turn(self) -> float:
        """What the tables with their indexes take on the disk, for each turn."""
        size = " + ".join(f"pg_total_relation_size('{name}')" for name in TABLES)
        with self._engine.connect() as connection:
            number = connection.execute(select(func.count()).select_from(turns)).scalar_one()
            return float(connection.execute(text(f"SELECT {size}")).scalar_one()) / max(number, 1)  # noqa: S608, names of ours

    def one_after_the_other(self, message_ids: Sequence[str]) -> bool:
        """Whether messages sent together, one of which tells of a pregnancy, were one turn after the other.

        They are the newest turns of one conversation, which counts as many as are stored; and the state that it goes on from
        knows of the pregnancy, which it would not if the other had been thought out on what stood before and written over it.
        """
        with self._engine.connect() as connection:
            newest = select(turns).order_by(turns.c.id.desc()).limit(len(message_ids))
            rows = connection.execute(newest).all()
            own = conversations.c.id == rows[0].conversation_id
            row = connection.execute(select(conversations).where(own)).one()
            stored = connection.execute(select(func.count()).where(turns.c.conversation_id == row.id)).scalar_one()
        here = {each.message_id for each in rows if each.conversation_id == row.id}
        known = {each["name"]: each["value"] for each in json.loads(row.state).get("events", []) if each["event"] == "slot"}
        return here == set(message_ids) and row.turns == stored and known.get("pregnant") is True

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()

    def _message_ids(self) -> list[str]:
        with self._engine.connect() as connection:
            return [row.message_id for row in connection.execute(select(turns.c.message_id))]

    def _miscounted(self) -> int:
        rows = select(func.count()).where(turns.c.conversation_id == conversations.c.id).scalar_subquery()
        with self._engine.connect() as connection:
            wrong = select(func.count()).select_from(conversations).where(conversations.c.turns != rows)
            return int(connection.execute(wrong).scalar_one())
