"""`INSERT … ON CONFLICT` as SQLite and PostgreSQL both know it: no other program can come between the look and the write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection


def insert_unless_there(connection: Connection, table: Table, row: Mapping[str, Any], key: Sequence[Column]) -> None:
    """Insert the row; one with the same key stays as it is."""
    connection.execute(_insert(connection, table).values(row).on_conflict_do_nothing(index_elements=key))


def _insert(connection: Connection, table: Table) -> Any:
    return {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[connection.dialect.name](table)
