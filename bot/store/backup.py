"""The whole database as one SQLite file, and back: whatever kind it came from, it can be restored into either kind."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from alembic.util import CommandError
from sqlalchemy import MetaData, Table, select, text
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.types import LargeBinary

from bot.store.engine import connect, is_there, migrate
from bot.store.moments import in_utc
from bot.store.transactions import StoreDown, reading, writing

VERSION_TABLE = "alembic_version"
ROWS_AT_ONCE = 1000
BESIDE = ("-wal", "-shm")
AUDIT_TRIGGERS = "ALTER TABLE audit {0} TRIGGER USER"
"""The audit only grows, but for an operator who puts a whole other database in its place."""
NO_LIMIT = "SET LOCAL statement_timeout = 0"
SET_SEQUENCE = "SELECT setval(pg_get_serial_sequence('{0}', 'id'), COALESCE(MAX(id), 1), MAX(id) IS NOT NULL) FROM {0}"


class NewerBackup(Exception):
    """The backup was made by a later version of the program, whose tables this one doesn't know."""


def snapshot(url: str, target: Path) -> None:
    """Write everything in the database to a new SQLite file, as it stood at one moment, while patients are served.

    Args:
        url: of the database.
        target: a file that isn't there yet; only its owner may read it.

    Raises:
        StoreDown: the database can't be read, or there is none.
    """
    target.touch(mode=0o600, exist_ok=False)
    with _opened(url) as source:
        if not is_there(source):
            raise StoreDown("there is no database")
        if source.dialect.name == "sqlite":
            _copy_file(source, target)
            return
        with _opened(f"sqlite:///{target}") as copy:
            migrate(copy)
            _copy_rows(source, copy)
    _fold(target)


def is_empty(url: str) -> bool:
    """Whether nothing would be lost by restoring here.

    Raises:
        StoreDown: the database can't be reached.
    """
    with _opened(url) as engine:
        if not is_there(engine):
            return True
        with reading(engine) as connection:
            return all(connection.execute(select(table).limit(1)).first() is None for table in _tables(connection))


def bring_up_to_date(source: Path) -> None:
    """Give an older snapshot the tables of this program: no other can be restored.

    Raises:
        NewerBackup: it has tables that this program doesn't know.
    """
    with _opened(f"sqlite:///{source}") as old:
        try:
            migrate(old)
        except CommandError as error:
            raise NewerBackup from error
    _fold(source)


def restore(source: Path, url: str) -> None:
    """Put a snapshot that is up to date in the place of whatever the database holds.

    Raises:
        StoreDown: the database can't be written.
    """
    with _opened(url) as target:
        if target.dialect.name != "sqlite":
            _make_tables(target)
            with _opened(f"sqlite:///{source}") as up_to_date:
                _copy_rows(up_to_date, target)
            return
    _put_file(source, target)


def _make_tables(target: Engine) -> None:
    """The tables of this program, also where a later one made others: whoever goes back to an earlier version restores there.

    What that later one kept is gone before the first row is copied: a restore that is cut short then is run again.
    """
    try:
        migrate(target)
    except CommandError:  # the same migrations have brought the backup up to date: it is the target that is of a later version
        with writing(target) as connection:
            connection.execute(text(NO_LIMIT))
            later = MetaData()
            later.reflect(connection)
            later.drop_all(connection)
        migrate(target)


@contextmanager
def _opened(url: str) -> Iterator[Engine]:
    engine = connect(url)
    try:
        yield engine
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreDown(type(error).__name__) from error
    finally:
        engine.dispose()


def _copy_file(source: Engine, target: Path) -> None:
    """SQLite's own online backup: one moment of the database, whatever is written meanwhile."""
    with closing(source.raw_connection()) as pooled, closing(sqlite3.connect(target)) as copy:
        pooled.driver_connection.backup(copy)
    _fold(target)


def _fold(file: Path) -> None:
    """Leave one file that needs no log beside it."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    file.with_name(file.name + ".migrating").unlink(missing_ok=True)


def _put_file(source: Path, target: Engine) -> None:
    file = Path(target.url.database or "")
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for ending in BESIDE:  # a log of the former database must not be replayed into this one
        file.with_name(file.name + ending).unlink(missing_ok=True)
    os.replace(source, file)


def _copy_rows(source: Engine, target: Engine) -> None:
    """Every row of every table in one transaction on each side."""
    with reading(source) as reader, writing(target) as writer:
        for connection in (reader, writer):
            if connection.dialect.name == "postgresql":
                connection.execute(text(NO_LIMIT))
        if writer.dialect.name == "postgresql":
            writer.execute(text(AUDIT_TRIGGERS.format("DISABLE")))
        theirs = {table.name: table for table in _tables(writer)}
        for table in reversed(list(theirs.values())):
            writer.execute(table.delete())
        for table in _tables(reader):
            for rows in _batches(reader, table):
                writer.execute(theirs[table.name].insert(), rows)
            if writer.dialect.name == "postgresql" and "id" in table.c:
                _continue_numbers(writer, theirs[table.name])
        if writer.dialect.name == "postgresql":
            writer.execute(text(AUDIT_TRIGGERS.format("ENABLE")))


def _tables(connection: Connection) -> list[Table]:
    """The tables as the database itself describes them, those that others point to first."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name not in (VERSION_TABLE, "sqlite_sequence")]


def _batches(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """Rows as dictionaries; whole model archives come one at a time."""
    size = 1 if any(isinstance(column.type, LargeBinary) for column in table.c) else ROWS_AT_ONCE
    result = connection.execution_options(stream_results=True, max_row_buffer=size).execute(select(table))
    for rows in result.mappings().partitions(size):
        yield [{name: _moment(value) for name, value in row.items()} for row in rows]


def _moment(value: Any) -> Any:
    """A time with its zone: SQLite keeps none, and PostgreSQL gives them in the session's."""
    return in_utc(value).astimezone(timezone.utc) if isinstance(value, datetime) else value


def _continue_numbers(connection: Connection, table: Table) -> None:
    """Let new rows be numbered after those that were copied."""
    if connection.execute(text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": table.name}).scalar():
        connection.execute(text(SET_SEQUENCE.format(table.name)))
