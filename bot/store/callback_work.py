"""Who at the clinic has taken a call-back request, and their sealed notes on it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.engine import Connection, Engine

from bot.store.callbacks import WITHDRAWN
from bot.store.console_tables import callback_work
from bot.store.tables import callbacks
from bot.store.transactions import reading, writing
from bot.store.upsert import insert_unless_there


@dataclass(frozen=True)
class Work:
    """What the clinic noted of one request; `notes` is sealed or empty."""

    taken_by: str = ""
    notes: str = ""


class CallbackWork:
    """Every method is one transaction and raises StoreDown when the database can't serve."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> dict[str, Work]:
        """What is noted, by the request's key."""
        with reading(self._engine) as connection:
            return {row.key: Work(row.taken_by, row.notes) for row in connection.execute(select(callback_work))}

    def of(self, key: str) -> Work:
        """What is noted of one request; nothing where nobody worked on it yet."""
        with reading(self._engine) as connection:
            row = connection.execute(select(callback_work).where(callback_work.c.key == key)).first()
        return Work(row.taken_by, row.notes) if row else Work()

    def take(self, key: str, by: str) -> bool:
        """Say whose it is; False where the request is gone."""
        return self._set(key, taken_by=by)

    def note(self, key: str, sealed: str) -> bool:
        """Keep notes instead of those before; False where the request is gone."""
        return self._set(key, notes=sealed)

    def _set(self, key: str, **values: str) -> bool:
        with writing(self._engine) as connection:
            if not _exists(connection, key):
                return False
            insert_unless_there(connection, callback_work, {"key": key, "taken_by": "", "notes": ""}, [callback_work.c.key])
            connection.execute(update(callback_work).where(callback_work.c.key == key).values(values))
        return True


def _exists(connection: Connection, key: str) -> bool:
    own = (callbacks.c.key == key) & (callbacks.c.status != WITHDRAWN)
    return connection.execute(select(callbacks.c.key).where(own)).first() is not None
