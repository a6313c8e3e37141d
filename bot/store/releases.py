"""The trained models that answered, or may: each with its signed digest, and which of them is current."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import Connection, Engine, Row

from bot.store.engine import connect, is_there
from bot.store.tables import release_choices, releases
from bot.store.transactions import one_at_a_time, reading, writing

EARLIER = 5
"""How many versions before the one that answers can be gone back to; the very first can be always."""
AT_ONCE = 3
"""How many archives are emptied in one transaction: to overwrite dozens would keep patients waiting for its lock."""


class BadRelease(Exception):
    """An archive doesn't bear our signature, or not that of its own bytes: it must not be loaded."""


@dataclass(frozen=True)
class Release:
    """A trained model without its bytes."""

    id: int
    digest: str
    content_version: int
    author: str
    created_at: datetime
    report: Mapping[str, Any] = field(default_factory=dict)
    kept: bool = True
    """Whether its bytes are still there, so that it can be gone back to."""


COLUMNS = (
    releases.c.id,
    releases.c.digest,
    releases.c.content_version,
    releases.c.author,
    releases.c.created_at,
    releases.c.report,
    (func.length(releases.c.archive) > 0).label("kept"),
)


class Releases:
    """Reads and writes; every method is one transaction and raises StoreDown when the database can't serve.

    Args:
        engine: of the store.
        key: with which releases are signed: `settings.secret_for("releases")`.
    """

    def __init__(self, engine: Engine, key: str) -> None:
        self._engine, self._key = engine, key

    def current(self) -> Release | None:
        """The release that answers patients, or None before the first."""
        if not is_there(self._engine):
            return None
        with reading(self._engine) as connection:
            newest = select(release_choices.c.release_id).order_by(release_choices.c.id.desc()).limit(1).scalar_subquery()
            row = connection.execute(select(*COLUMNS).where(releases.c.id == newest)).first()
            return row and _release(row)

    def find(self, release_id: int) -> Release | None:
        """One release."""
        with reading(self._engine) as connection:
            row = connection.execute(select(*COLUMNS).where(releases.c.id == release_id)).first()
            return row and _release(row)

    def all(self) -> list[Release]:
        """Every release that was current once, newest first."""
        with reading(self._engine) as connection:
            chosen = select(release_choices.c.release_id)
            found = connection.execute(select(*COLUMNS).where(releases.c.id.in_(chosen)).order_by(releases.c.id.desc()))
            return [_release(row) for row in found]

    def archive(self, release_id: int) -> bytes:
        """The bytes of a release, its signature checked.

        Raises:
            BadRelease: there is none, it is kept no longer, or it was changed since it was signed.
        """
        with reading(self._engine) as connection:
            columns = (releases.c.archive, releases.c.digest, releases.c.signature)
            row = connection.execute(select(*columns).where(releases.c.id == release_id)).first()
        if row is None or not row.archive:
            raise BadRelease(f"There is no release {release_id}.")
        packed, signature = bytes(row.archive), self._signature(row.digest)
        if hashlib.sha256(packed).hexdigest() != row.digest or not hmac.compare_digest(signature, row.signature):
            raise BadRelease(f"Release {release_id} doesn't bear our signature.")
        return packed

    def add(self, packed: bytes, author: str, content_version: int, report: Mapping[str, Any], choose: bool) -> int:
        """Keep a signed release, and with `choose` make it current in the same transaction; returns its id.

        What nobody goes back to any more loses its bytes: they are the largest thing in the database, and in each backup.
        """
        with writing(self._engine) as connection:
            return self.add_within(connection, packed, author, content_version, report, choose)

    def add_within(
        self, connection: Connection, packed: bytes, author: str, content_version: int, report: Mapping[str, Any], choose: bool
    ) -> int:
        """`add` as a part of a larger transaction."""
        digest = hashlib.sha256(packed).hexdigest()
        values = {
            "archive": packed,
            "digest": digest,
            "signature": self._signature(digest),
            "content_version": content_version,
            "report": json.dumps(report),
            "author": author[:200],
            "created_at": datetime.now(timezone.utc),
        }
        release_id = int(connection.execute(insert(releases).values(values)).inserted_primary_key[0])
        if choose:
            choose_within(connection, release_id, author)
        _let_go(connection)
        return release_id

    def choose(self, release_id: int, author: str) -> None:
        """Make a release current: brains follow within two seconds.

        Raises:
            BadRelease: there is none with this id, it is kept no longer, or it was changed since it was signed.
        """
        self.archive(release_id)
        with writing(self._engine) as connection:
            choose_within(connection, release_id, author)

    def _signature(self, digest: str) -> str:
        return hmac.new(self._key.encode(), digest.encode(), hashlib.sha256).hexdigest()


def open_releases(url: str, key: str) -> Releases:
    """The releases in the database at a URL, for a brain: it makes no tables and no file."""
    return Releases(connect(url), key)


def choose_within(connection: Connection, release_id: int, author: str) -> None:
    """Make a release current as a part of a larger transaction.

    Raises:
        BadRelease: it is kept no longer.
    """
    one_at_a_time(connection, "releases")
    kept = select(releases.c.id).where((releases.c.id == release_id) & (func.length(releases.c.archive) > 0))
    if connection.execute(kept).first() is None:
        raise BadRelease(f"There is no release {release_id}.")
    values = {"release_id": release_id, "author": author[:200], "created_at": datetime.now(timezone.utc)}
    connection.execute(insert(release_choices).values(values))


def _let_go(connection: Connection) -> None:
    """Empty the oldest archives, but those of the first version, the last that answered, and the newest (perhaps held back)."""
    one_at_a_time(connection, "releases")  # nobody may choose meanwhile what is emptied here
    chosen, turn = release_choices.c.release_id, release_choices.c.id
    first = select(chosen).order_by(turn).limit(1)
    last = select(chosen).group_by(chosen).order_by(func.max(turn).desc()).limit(EARLIER + 1)
    newest = select(releases.c.id).order_by(releases.c.id.desc()).limit(1)
    kept = [each for found in (first, last, newest) for each in connection.execute(found).scalars()]
    others = releases.c.id.not_in(kept) & (func.length(releases.c.archive) > 0)
    oldest = select(releases.c.id).where(others).order_by(releases.c.id).limit(AT_ONCE)
    connection.execute(update(releases).where(releases.c.id.in_(oldest)).values(archive=b""))


def _release(row: Row) -> Release:
    return Release(row.id, row.digest, row.content_version, row.author, row.created_at, json.loads(row.report), row.kept)
