"""The tables as the program sees them are the tables that the migrations make."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.store.console_tables import metadata
from bot.store.engine import connect, migrate


def test_migrations_make_these_tables(bare_database_url: str) -> None:
    """An empty database, migrated, differs in no table, column, index or type from what the program reads and writes."""
    engine = connect(bare_database_url)
    migrate(engine)

    with engine.connect() as connection:
        # SQLite keeps a table of its own for AUTOINCREMENT.
        own = {"compare_type": True, "include_name": lambda name, kind, parents: name != "sqlite_sequence"}
        assert compare_metadata(MigrationContext.configure(connection, opts=own), metadata) == []
    engine.dispose()
