"""Every revision of every content file: the newest of each is what running edges answer from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import IntegrityError

from bot.store.store import Overtaken
from bot.store.tables import content_places
from bot.store.tables import content_revisions as table
from bot.store.transactions import reading, writing


@dataclass(frozen=True)
class Revision:
    """One state of one file: `text` is None where the file was removed."""

    id: int
    file: str
    number: int
    text: str | None
    digest: str
    author: str
    note: str
    created_at: datetime


@dataclass(frozen=True)
class Change:
    """What a file is to become, and the number of the revision it was thought out on (0: there was none)."""

    file: str
    text: str | None
    number: int
    note: str = ""
    """Kept with this one instead of what is noted for all changes together."""


def digest(text: str | None) -> str:
    """Tells whether two texts are the same; empty for a file that isn't there."""
    return "" if text is None else hashlib.sha256(text.encode()).hexdigest()


class Revisions:
    """Reads and writes; every method is one transaction and raises StoreDown when the database can't serve."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def version(self) -> int:
        """One number for the whole content, higher after every change; 0 before the first."""
        with reading(self._engine) as connection:
            return int(connection.execute(select(func.max(table.c.id))).scalar() or 0)

    def first_version(self, author: str) -> int:
        """The version before anybody but this author changed anything."""
        with reading(self._engine) as connection:
            other = connection.execute(select(func.min(table.c.id)).where(table.c.author != author)).scalar()
            return int(other) - 1 if other else int(connection.execute(select(func.max(table.c.id))).scalar() or 0)

    def newest(self, version: int | None = None) -> dict[str, Revision]:
        """The newest revision of every file, removed ones included; with a version, as it stood then."""
        with reading(self._engine) as connection:
            numbers = select(func.max(table.c.id)).group_by(table.c.file)
            if version is not None:
                numbers = numbers.where(table.c.id <= version)
            return {row.file: _revision(row) for row in connection.execute(select(table).where(table.c.id.in_(numbers)))}

    def history(self, file: str) -> list[Revision]:
        """Every revision of a file, newest first."""
        with reading(self._engine) as connection:
            own = select(table).where(table.c.file == file).order_by(table.c.number.desc())
            return [_revision(row) for row in connection.execute(own)]

    def digests(self) -> dict[str, set[str]]:
        """Every digest that each file ever had."""
        found: dict[str, set[str]] = {}
        with reading(self._engine) as connection:
            for row in connection.execute(select(table.c.file, table.c.digest)):
                found.setdefault(row.file, set()).add(row.digest)
        return found

    def written(self, place: str) -> dict[str, str]:
        """The digest of every file as it was last written to a disk, or read from it."""
        with reading(self._engine) as connection:
            return _written(connection, place)

    def add(self, changes: Iterable[Change], author: str, note: str = "", place: str = "") -> None:
        """Keep new revisions, all or none, and that a disk (`place`) has them.

        Raises:
            Overtaken: somebody else has changed one of the files since; nothing is kept.
        """
        changes = list(changes)
        try:
            with writing(self._engine) as connection:
                for change in changes:
                    _add(connection, change, author, note)
                _remember(connection, place, {change.file: digest(change.text) for change in changes})
        except IntegrityError as error:
            raise Overtaken from error

    def remember(self, place: str, digests: Mapping[str, str]) -> None:
        """Keep what was written to a disk."""
        with writing(self._engine) as connection:
            _remember(connection, place, digests)


def _add(connection: Connection, change: Change, author: str, note: str) -> None:
    own = select(func.max(table.c.number)).where(table.c.file == change.file)
    if int(connection.execute(own).scalar() or 0) != change.number:
        raise Overtaken
    values = {
        "file": change.file,
        "number": change.number + 1,
        "text": change.text,
        "digest": digest(change.text),
        "author": author[:200],
        "note": (change.note or note)[:200],
        "created_at": datetime.now(timezone.utc),
    }
    connection.execute(insert(table).values(values))


def _written(connection: Connection, place: str) -> dict[str, str]:
    kept = connection.execute(select(content_places.c.digests).where(content_places.c.place == place)).scalar()
    return dict(json.loads(kept)) if kept else {}


def _remember(connection: Connection, place: str, digests: Mapping[str, str]) -> None:
    if not place or not digests:
        return
    values = {"digests": json.dumps({**_written(connection, place), **digests})}
    own = content_places.c.place == place
    if not connection.execute(update(content_places).where(own).values(values)).rowcount:
        connection.execute(insert(content_places).values(place=place, **values))


def _revision(row: Row) -> Revision:
    found = {name: row[name] for name in ("id", "file", "number", "text", "digest", "author", "note")}
    return Revision(created_at=row.created_at, **found)
