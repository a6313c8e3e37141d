"""What staff did with patients' questions, so that each can be undone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timezone

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection, Engine, Row

from bot.store.console_tables import filings
from bot.store.transactions import reading, writing

ADDED, NEW, COVERED, IGNORED = "added", "new", "covered", "ignored"
RIGHT, WRONG, FALSE_ALARM, FOLLOWED_UP = "right", "wrong", "false_alarm", "followed_up"
MISSED = "missed"
"""An emergency that was answered like any other question; its phrases are what was said."""


@dataclass(frozen=True)
class Filing:
    """Some turns, what was done with them, and the phrases that a topic got for it."""

    id: int
    turn_ids: tuple[int, ...]
    action: str
    label: str
    phrases: tuple[str, ...]
    filed_by: str
    filed_at: datetime
    undone_by: str = ""


class Filings:
    """Every method is one transaction and raises StoreDown when the database can't serve."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, turn_ids: Sequence[int], action: str, by: str, label: str = "", phrases: Sequence[str] = ()) -> int:
        """Note what was done; returns the id by which it can be undone."""
        values = {
            "turn_ids": json.dumps(list(turn_ids)),
            "action": action,
            "label": label,
            "phrases": json.dumps(list(phrases)),
            "filed_by": by,
            "filed_at": datetime.now(timezone.utc),
            "undone_by": "",
        }
        with writing(self._engine) as connection:
            return int(connection.execute(insert(filings).values(values)).inserted_primary_key[0])

    def find(self, filing_id: int) -> Filing | None:
        """One filing."""
        with reading(self._engine) as connection:
            row = connection.execute(select(filings).where(filings.c.id == filing_id)).first()
        return _filing(row) if row else None

    def recent(self, actions: Sequence[str], most: int = 20) -> list[Filing]:
        """The newest of these kinds that stand."""
        standing = filings.c.action.in_(list(actions)) & (filings.c.undone_by == "")
        with reading(self._engine) as connection:
            rows = connection.execute(select(filings).where(standing).order_by(filings.c.id.desc()).limit(most)).all()
        return [_filing(row) for row in rows]

    def undo(self, filing_id: int, by: str) -> bool:
        """Note that it was taken back; False where somebody else has done so already."""
        own = (filings.c.id == filing_id) & (filings.c.undone_by == "")
        with writing(self._engine) as connection:
            return bool(connection.execute(update(filings).where(own).values(undone_by=by)).rowcount)


def forget(connection: Connection, turn_ids: Sequence[int]) -> None:
    """Let go of these turns, and of all phrases filed with any of them, for nobody knows whose words they are.

    What was filed with others' turns stays for those, to be opened again.
    """
    gone = set(turn_ids)
    for row in connection.execute(select(filings.c.id, filings.c.turn_ids)).all() if gone else ():
        filed = json.loads(row.turn_ids)
        left = [each for each in filed if each not in gone]
        own = filings.c.id == row.id
        if not left:
            connection.execute(delete(filings).where(own))
        elif len(left) < len(filed):
            connection.execute(update(filings).where(own).values(turn_ids=json.dumps(left), phrases="[]"))


def _filing(row: Row) -> Filing:
    turn_ids, phrases = tuple(json.loads(row.turn_ids)), tuple(json.loads(row.phrases))
    return Filing(row.id, turn_ids, row.action, row.label, phrases, row.filed_by, row.filed_at, row.undone_by)
