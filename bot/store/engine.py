"""Connections to SQLite or PostgreSQL, and the migrations that make or upgrade the tables."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Connection, Engine, make_url

MIGRATIONS = Path(__file__).parent / "migrations"
PRAGMAS = (
    "PRAGMA journal_mode=WAL",  # readers and the writer don't wait for each other
    "PRAGMA synchronous=FULL",  # a turn that was answered survives a power cut
    "PRAGMA secure_delete=ON",  # what is erased is overwritten
    "PRAGMA busy_timeout=2000",
    "PRAGMA foreign_keys=ON",
)
MIGRATION_LOCK = 714_205
POSTGRES_OPTIONS = "-c lock_timeout=2000 -c statement_timeout=5000"
"""Milliseconds: a database that is stuck must not keep a patient waiting."""


def connect(url: str) -> Engine:
    """An engine for the database at `url`; nothing is opened yet."""
    found = make_url(url)
    if found.get_backend_name() == "sqlite":
        engine = create_engine(found, future=True, connect_args={"check_same_thread": False})
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
        return engine
    return create_engine(found, future=True, pool_pre_ping=True, connect_args={"connect_timeout": 3, "options": POSTGRES_OPTIONS})


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest shape; several programs starting at once wait for each other."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with _one_at_a_time(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()


@contextmanager
def _one_at_a_time(engine: Engine) -> Iterator[Connection]:
    if engine.dialect.name != "sqlite":
        with engine.connect() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
            yield connection
        return
    file = Path(engine.url.database or "")
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(file.with_name(file.name + ".migrating"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        file.touch(mode=0o600)
        with engine.connect() as connection:
            yield connection


def _set_pragmas(connection: Any, _record: Any) -> None:
    # The driver would commit before each CREATE TABLE, and a migration cut short would leave half of itself behind.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
