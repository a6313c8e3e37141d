"""Databases whose tables are there already: to migrate anew takes longer than most tests do."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.store import Store, open_store


def put_tables(migrated: Path, url: str) -> str:
    """A copy of an SQLite file that was migrated, where `url` says that a database is to be and none is; returns the URL."""
    file = Path(make_url(url).database or "")
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.exists():
        shutil.copy(migrated, file)
    return url


def opened(migrated: Path, file: Path) -> Store:
    """An empty store in a file."""
    return open_store(put_tables(migrated, f"sqlite:///{file}"))
