"""Each publishing from its beginning to its end; the database itself allows only one at a time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import IntegrityError

from bot.store.releases import BadRelease, Releases, choose_within
from bot.store.store import Overtaken
from bot.store.tables import publications
from bot.store.transactions import reading, writing

SILENT_SECONDS = 15.0
"""A publishing that wasn't heard of for so long was killed: it says something every two seconds."""


class Busy(Exception):
    """Another publishing is under way."""


@dataclass(frozen=True)
class Kept:
    """A publishing as it is kept. `state`: `running`, `live`, `blocked` or `failed`."""

    id: int
    state: str
    percent: int
    step: str
    why: str
    report: Mapping[str, Any]
    release_id: int | None
    author: str
    started_at: datetime


class Publications:
    """Reads and writes; every method is one transaction and raises StoreDown when the database can't serve."""

    def __init__(self, engine: Engine, releases: Releases) -> None:
        self._engine, self._releases = engine, releases

    def begin(self, author: str) -> int:
        """Begin one; returns its id. One that was killed is first put down as failed. Raises Busy."""
        now = datetime.now(timezone.utc)
        values = {"state": "running", "running": 1, "percent": 0, "step": "", "why": "", "report": "{}"}
        try:
            with writing(self._engine) as connection:
                _bury(connection)
                kept = insert(publications).values(**values, author=author[:200], started_at=now, heard_at=now)
                return int(connection.execute(kept).inserted_primary_key[0])
        except IntegrityError as error:
            raise Busy from error

    def beat(self, publication_id: int, percent: int | None = None, step: str = "") -> None:
        """It is alive, and got so far.

        Raises:
            Overtaken: it was given up meanwhile, and must not go live any more.
        """
        told = {"percent": percent, "step": step[:200]} if percent is not None else {}
        with writing(self._engine) as connection:
            _change(connection, publication_id, {"heard_at": datetime.now(timezone.utc), **told})

    def end(
        self, publication_id: int, state: str, why: str = "", report: Mapping[str, Any] | None = None, packed: bytes = b"",
        content_version: int = 0,
    ) -> None:  # fmt: skip
        """End it; with an archive, which is current at once where the state is `live`: all in one transaction.

        Raises:
            Overtaken: it was given up meanwhile; nothing is kept.
        """
        with writing(self._engine) as connection:
            author = connection.execute(select(publications.c.author).where(publications.c.id == publication_id)).scalar()
            values = {"state": state, "running": None, "why": why, "report": json.dumps(report or {}), "percent": 100}
            _change(connection, publication_id, values)
            if packed:
                kept = (packed, str(author), content_version, report or {})
                release_id = self._releases.add_within(connection, *kept, choose=state == "live")
                own = publications.c.id == publication_id
                connection.execute(update(publications).where(own).values(release_id=release_id))

    def accept(self, publication_id: int, owner: str, report: Mapping[str, Any]) -> None:
        """Take a blocked one live.

        Raises:
            Overtaken: it isn't blocked any more, or a later one began since, or another version came to answer.
        """
        with writing(self._engine) as connection:
            newest = connection.execute(select(publications).order_by(publications.c.id.desc()).limit(1)).first()
            if newest is None or newest.id != publication_id or newest.state != "blocked" or newest.release_id is None:
                raise Overtaken
            values = {"state": "live", "report": json.dumps(report)}
            connection.execute(update(publications).where(publications.c.id == publication_id).values(values))
            try:
                choose_within(connection, newest.release_id, owner)
            except BadRelease as error:
                raise Overtaken from error

    def find(self, publication_id: int | None = None) -> Kept | None:
        """One publishing, or the newest; one that was killed is put down as failed."""
        wanted = select(publications).order_by(publications.c.id.desc()).limit(1)
        if publication_id is not None:
            wanted = wanted.where(publications.c.id == publication_id)
        with reading(self._engine) as connection:
            row = connection.execute(wanted).first()
        if row is not None and row.state == "running" and row.heard_at < _deadline():
            with writing(self._engine) as connection:
                _bury(connection)
                row = connection.execute(select(publications).where(publications.c.id == row.id)).first()
        return row and _kept(row)


def _change(connection: Connection, publication_id: int, values: Mapping[str, Any]) -> None:
    own = (publications.c.id == publication_id) & (publications.c.running == 1)
    if not connection.execute(update(publications).where(own).values(**values)).rowcount:
        raise Overtaken


def _bury(connection: Connection) -> None:
    """Put down as failed whatever was killed."""
    silent = (publications.c.running == 1) & (publications.c.heard_at < _deadline())
    connection.execute(update(publications).where(silent).values(state="failed", running=None, why="killed"))


def _deadline() -> datetime:
    return datetime.now(timezone.utc) - timedelta(seconds=SILENT_SECONDS)


def _kept(row: Row) -> Kept:
    found = {name: row[name] for name in ("id", "state", "percent", "step", "why", "release_id", "author")}
    return Kept(report=json.loads(row.report), started_at=row.started_at, **found)
