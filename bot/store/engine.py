"""Connections to SQLite or PostgreSQL, and the migrations that make or upgrade the tables."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import QueuePool

from bot.store.transactions import reading

MIGRATIONS = Path(__file__).parent / "migrations"
PRAGMAS = (
    "PRAGMA journal_mode=WAL",  # readers and the writer don't wait for each other
    "PRAGMA synchronous=FULL",  # a turn that was answered survives a power cut
    "PRAGMA secure_delete=ON",  # what is erased is overwritten
    "PRAGMA busy_timeout=2000",
    "PRAGMA foreign_keys=ON",
)
MIGRATION_LOCK = 714_205
POSTGRES_OPTIONS = "-c lock_timeout=2000 -c statement_timeout=2500"
"""Milliseconds: a database that is stuck must not keep a patient waiting."""
MIGRATION_PATIENCE = "SET LOCAL statement_timeout = '30min'; SET LOCAL lock_timeout = '30min'"
"""No patient waits while a program starts: an index over a grown table takes its time, and so does another program's turn."""
HOW: dict[str, Any] = {"future": True, "hide_parameters": True, "pool_size": 4, "max_overflow": 28, "pool_timeout": 2}
"""No patient's words in an error, which may end in a log; enough connections for every thread; seconds to wait for one."""


def connect(url: str) -> Engine:
    """An engine for the database at `url`; nothing is opened yet."""
    found = make_url(url)
    if found.get_backend_name() == "sqlite":
        # Opening the file and setting the pragmas anew costs more than a turn's own statements.
        engine = create_engine(found, poolclass=QueuePool, creator=partial(_open_file, found.database or ""), **HOW)
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
        _watch_file(engine, found.database or "")
        return engine
    arguments = {"connect_timeout": 2, "options": POSTGRES_OPTIONS}
    return create_engine(found, pool_pre_ping=True, connect_args=arguments, **HOW)


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest shape; several programs starting at once wait for each other."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with _one_at_a_time(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()


def is_there(engine: Engine) -> bool:
    """Whether there is a database to open, be it one that can't be read."""
    return engine.dialect.name != "sqlite" or _identity(engine.url.database or "") is not None


def overwrite_log(engine: Engine) -> bool:
    """What was erased must not live on in SQLite's write-ahead log: what it holds moves to the file, where it is overwritten.

    Returns:
        Whether that is done; not while somebody reads what stood there before.

    Raises:
        StoreDown: the database can't serve.
    """
    if engine.dialect.name != "sqlite":
        return True
    with reading(engine) as connection:
        _, logged, moved = connection.execute(text("PRAGMA wal_checkpoint(PASSIVE)")).one()
        if moved < logged:  # by a long reader, such as a backup: to wait for that one would keep writers waiting
            return False
        return not connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).one()[0]


@contextmanager
def _one_at_a_time(engine: Engine) -> Iterator[Connection]:
    if engine.dialect.name != "sqlite":
        with engine.connect() as connection:
            connection.execute(text(MIGRATION_PATIENCE))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
            # A table that somebody else holds is another matter: behind a migration that waits for one, every patient waits.
            connection.execute(text("SET LOCAL lock_timeout = DEFAULT"))
            yield connection
        return
    file = Path(engine.url.database or "")
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    mark = file.with_name(file.name + ".migrating")
    mark.touch(mode=0o600)
    with open(mark, "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        file.touch(mode=0o600)
        with engine.connect() as connection:
            yield connection


def _open_file(file: str) -> sqlite3.Connection:
    """A connection to a file that is there: SQLite would make an empty one in the place of a database that went away."""
    return sqlite3.connect(f"{Path(file).absolute().as_uri()}?mode=rw", uri=True, check_same_thread=False)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _watch_file(engine: Engine, file: str) -> None:
    """Let no connection be used whose file was deleted or replaced: what it kept would be nowhere."""

    def remember(_connection: Any, record: Any) -> None:
        record.info["file"] = _identity(file)

    def compare(_connection: Any, record: Any, _proxy: Any) -> None:
        # None on both sides is no match: a file that went away while it was being opened has no name now either.
        if record.info["file"] is None or record.info["file"] != _identity(file):
            raise DisconnectionError("the database file is another one now")

    event.listen(engine, "connect", remember)
    event.listen(engine, "checkout", compare)


def _identity(file: str) -> tuple[int, int] | None:
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _set_pragmas(connection: Any, _record: Any) -> None:
    # The driver would commit before each CREATE TABLE, and a migration cut short would leave half of itself behind.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
