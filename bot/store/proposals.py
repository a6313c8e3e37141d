"""Changes of wording that an editor proposes and an owner approves or sets aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Engine, Row

from bot.store.console_tables import proposals
from bot.store.transactions import reading, writing

OPEN, APPROVED, DECLINED = "open", "approved", "declined"


@dataclass(frozen=True)
class Proposal:
    """One changed question; `draft` is its fields as JSON."""

    id: int
    draft: str
    author: str
    proposed_at: datetime


class Proposals:
    """Every method is one transaction and raises StoreDown when the database can't serve."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, draft: str, author: str) -> int:
        """Propose a change; returns its id."""
        values = {"draft": draft, "author": author, "proposed_at": datetime.now(timezone.utc), "decision": OPEN, "decided_by": ""}
        with writing(self._engine) as connection:
            return int(connection.execute(insert(proposals).values(values)).inserted_primary_key[0])

    def open(self) -> list[Proposal]:
        """What nobody has decided on, oldest first."""
        waiting = select(proposals).where(proposals.c.decision == OPEN).order_by(proposals.c.id)
        with reading(self._engine) as connection:
            return [_proposal(row) for row in connection.execute(waiting)]

    def decide(self, proposal_id: int, decision: str, by: str) -> bool:
        """Approve or decline; False where it was decided on already."""
        own = (proposals.c.id == proposal_id) & (proposals.c.decision == OPEN)
        with writing(self._engine) as connection:
            changed = connection.execute(update(proposals).where(own).values(decision=decision, decided_by=by))
        return bool(changed.rowcount)


def _proposal(row: Row) -> Proposal:
    return Proposal(row.id, row.draft, row.author, row.proposed_at)
