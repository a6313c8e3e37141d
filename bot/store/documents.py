"""Versions of the clinic's own document, as staff pasted or uploaded them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

from sqlalchemy import insert, select
from sqlalchemy.engine import Engine

from bot.store.console_tables import documents
from bot.store.transactions import reading, writing


@dataclass(frozen=True)
class Document:
    """One version."""

    id: int
    text: str
    kept_by: str
    kept_at: datetime


class Documents:
    """Every method is one transaction and raises StoreDown when the database can't serve."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def newest(self) -> Document | None:
        """The version that answers rest on, or None before the first was kept."""
        with reading(self._engine) as connection:
            row = connection.execute(select(documents).order_by(documents.c.id.desc()).limit(1)).first()
        return Document(row.id, row.text, row.kept_by, row.kept_at) if row else None

    def keep(self, text: str, by: str) -> int:
        """Make this the newest version; returns its id."""
        with writing(self._engine) as connection:
            values = {"text": text, "kept_by": by, "kept_at": datetime.now(timezone.utc)}
            return int(connection.execute(insert(documents).values(values)).inserted_primary_key[0])
