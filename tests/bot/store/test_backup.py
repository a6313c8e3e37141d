"""The whole database as one SQLite file, and back, between the kinds of databases."""

from __future__ import annotations

from datetime import timezone
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, select, text

from bot.store import Store, StoreDown, callbacks, open_store
from bot.store.audit_log import AuditLog
from bot.store.backup import NewerBackup, bring_up_to_date, is_empty, restore, snapshot
from bot.store.callbacks import Callbacks
from bot.store.engine import connect
from bot.store.outbox import Outbox
from bot.store.releases import Releases
from tests.stored import CHAT, a_turn, keep


@pytest.fixture(params=["sqlite", "postgresql"])
def other_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where to restore: another empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/elsewhere/bot.db"
    return str(request.getfixturevalue("postgres").new_database())


def fill(store: Store) -> None:
    """Something of every type of column that there is."""
    request = partial(callbacks.add, key="key-1", conversation_id=CHAT, channel="web", sealed="sealed")
    keep(store, a_turn("m1", "hello ☯"), state={"events": [1]}, choices={"v": "l"}, also=request)
    Releases(store.engine, "key").add(bytes(range(256)) * 99, "olive", 3, {"strength": {"a": 0.5}}, choose=True)


def use_by_a_later_version(url: str) -> None:
    """Leave a table and a version in a database that this program doesn't know."""
    later = connect(url)
    with later.begin() as connection:
        connection.execute(text("CREATE TABLE of_later (id INTEGER PRIMARY KEY, turn TEXT REFERENCES conversations (id))"))
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    later.dispose()


def everything(url: str) -> dict[str, list[Any]]:
    """Every row of every table, times without their zone."""
    engine = connect(url)
    found = MetaData()
    with engine.connect() as connection:
        found.reflect(connection)
        tables = [table for table in found.sorted_tables if table.name != "sqlite_sequence"]
        rows = {table.name: sorted(repr(_plain(row)) for row in connection.execute(select(table))) for table in tables}
    engine.dispose()
    return rows


def _plain(row: Any) -> list[Any]:
    return [value.astimezone(timezone.utc).replace(tzinfo=None) if getattr(value, "tzinfo", None) else value for value in row]


def test_everything_comes_back_in_either_kind(store: Store, database_url: str, other_url: str, tmp_path: Path) -> None:
    """Every row of every table is the same after a restore, whatever kind of database it came from and went to."""
    fill(store)
    before = everything(database_url)

    snapshot(database_url, tmp_path / "copy.db")
    restore(tmp_path / "copy.db", other_url)

    assert everything(other_url) == before
    assert len(before["turns"]) == len(before["callbacks"]) == len(before["releases"]) == 1


def test_a_restored_database_goes_on(store: Store, database_url: str, other_url: str, tmp_path: Path) -> None:
    """After a restore new turns, requests and releases get numbers of their own, and what was claimed before can be claimed."""
    fill(store)
    snapshot(database_url, tmp_path / "copy.db")
    restore(tmp_path / "copy.db", other_url)

    restored = open_store(other_url)
    keep(restored, a_turn("m2"), "web_other")
    added = Releases(restored.engine, "key").add(b"x", "olive", 3, {}, choose=True)
    found = [len(restored.history(CHAT)), len(Callbacks(restored.engine).listed()), Outbox(restored.engine).waiting(), added]
    restored.close()

    assert found == [1, 1, 1, 2]


def test_what_is_written_meanwhile_does_not_tear_it(store: Store, database_url: str, tmp_path: Path) -> None:
    """A snapshot beside an open transaction holds what was committed before it, and nothing waits for the other."""
    fill(store)
    with store.engine.connect() as writer:
        writer.execute(text("UPDATE conversations SET state = 'torn'"))
        snapshot(database_url, tmp_path / "copy.db")
        writer.rollback()

    assert everything(f"sqlite:///{tmp_path}/copy.db") == everything(database_url)


def test_a_snapshot_is_one_file_for_its_owner(store: Store, database_url: str, tmp_path: Path) -> None:
    """Nobody else can read it, and no log lies beside it."""
    fill(store)
    (tmp_path / "out").mkdir()

    snapshot(database_url, tmp_path / "out" / "copy.db")

    assert [(path.name, path.stat().st_mode & 0o777) for path in (tmp_path / "out").iterdir()] == [("copy.db", 0o600)]


def test_empty_is_what_holds_no_row(bare_database_url: str) -> None:
    """A database that is missing or has only its tables is empty; one with a turn is not."""
    found = [is_empty(bare_database_url)]
    store = open_store(bare_database_url)
    found.append(is_empty(bare_database_url))
    keep(store, a_turn())
    found.append(is_empty(bare_database_url))
    store.close()

    assert found == [True, True, False]


def test_what_stood_there_is_gone(store: Store, database_url: str, other_url: str, tmp_path: Path) -> None:
    """A restore mixes nothing: the rows, and the log, of the database before it are gone."""
    fill(store)
    snapshot(database_url, tmp_path / "copy.db")
    former = open_store(other_url)
    keep(former, a_turn("m9", "former"), "web_former")
    AuditLog(former.engine).record("former", "did something")

    restore(tmp_path / "copy.db", other_url)
    former.close()

    assert everything(other_url) == everything(database_url)


def test_tables_of_a_later_version_are_refused(store: Store, database_url: str, tmp_path: Path) -> None:
    """What this program doesn't know it doesn't put anywhere."""
    fill(store)
    snapshot(database_url, tmp_path / "copy.db")
    use_by_a_later_version(f"sqlite:///{tmp_path}/copy.db")

    with pytest.raises(NewerBackup):
        bring_up_to_date(tmp_path / "copy.db")


def test_a_later_database_gives_way(store: Store, database_url: str, other_url: str, tmp_path: Path) -> None:
    """After a return to an earlier version, a backup of it takes the place of tables that only the later one knew."""
    fill(store)
    snapshot(database_url, tmp_path / "copy.db")
    open_store(other_url).close()
    use_by_a_later_version(other_url)

    restore(tmp_path / "copy.db", other_url)

    assert everything(other_url) == everything(database_url)
    open_store(other_url).close()


def test_no_database_is_no_backup(tmp_path: Path) -> None:
    """A wrong DATABASE_URL gives an error and never a backup of nothing."""
    with pytest.raises(StoreDown):
        snapshot(f"sqlite:///{tmp_path}/nowhere.db", tmp_path / "copy.db")
    assert not (tmp_path / "nowhere.db").exists()
