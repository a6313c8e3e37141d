"""Turns to keep, and a look at the tables themselves."""

from __future__ import annotations

from collections.abc import Iterator
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
