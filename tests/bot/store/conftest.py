"""Turns to keep, and a look at the tables themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.store.engine import connect


@pytest.fixture
def rows(database_url: str) -> Iterator[Any]:
    """A function that reads a column straight from the database."""
    engine = connect(database_url)

    def read(column: Any) -> list[Any]:
        with engine.connect() as connection:
            return list(connection.execute(select(column)).scalars())

    yield read
    engine.dispose()


@pytest.fixture
def engine(bare_database_url: str) -> Any:
    """An engine for a database in which no table is made yet."""
    made = connect(bare_database_url)
    if made.dialect.name == "sqlite":
        Path(made.url.database or "").touch()
    yield made
    made.dispose()
