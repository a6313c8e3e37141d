"""The migrations make exactly the console's tables as the code sees them."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect

from bot.store import Store, console_tables
from bot.store.tables import metadata

NAMES = [name for name, table in metadata.tables.items() if getattr(console_tables, name, None) is table]


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_its_columns(store: Store, name: str) -> None:
    """Column by column, what is migrated is what is used."""
    made = {column["name"] for column in inspect(store.engine).get_columns(name)}

    assert made == set(metadata.tables[name].columns.keys())
