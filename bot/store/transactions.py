"""One transaction, for reading or for writing; every failure of the database is told as StoreDown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError


class StoreDown(Exception):
    """The database can't be read or written just now."""


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the database and changes nothing.

    Raises:
        StoreDown: the database can't serve.
    """
    # Else each statement on PostgreSQL would see what others kept since the one before it.
    one_state = engine.execution_options(isolation_level="REPEATABLE READ") if engine.dialect.name == "postgresql" else engine
    with _failures_told(), one_state.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that is kept whole or not at all.

    SQLite's write lock is taken at its begin: taken later, between a read and a write, it would be refused
    without any waiting wherever another program wrote in the meantime.

    Raises:
        StoreDown: the database can't serve; nothing is kept.
    """
    with _failures_told(), engine.execution_options(writes=True).begin() as connection:
        yield connection


def one_at_a_time(connection: Connection, name: str) -> None:
    """Until the transaction ends nobody else gets past here under this name; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": name})


@contextmanager
def _failures_told() -> Iterator[None]:
    try:
        yield
    except IntegrityError:
        raise
    except (DBAPIError, SQLAlchemyError) as error:
        raise StoreDown(type(error).__name__) from None  # the driver quotes the statement, patients' words and all
