"""Connections as they must be, and migrations that can be run any number of times by any number of programs."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from bot.settings import ROOT
from bot.store import Feedback, Store, StoreDown, StoredTurn, open_store
from bot.store import engine as engine_module
from bot.store.console_tables import metadata  # holds the console's tables beside all others
from bot.store.engine import connect, migrate
from tests.stored import forget, keep

OPEN = "import sys; from bot.store import open_store; open_store(sys.argv[1]).check()"
HOLDS = {"alembic_version", *metadata.tables}
DROP_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"""
NOT_OURS = {"sqlite_sequence"}


def a_turn(message_id: str = "m1", text: str = "hello") -> StoredTurn:
    return StoredTurn(message_id, "d" * 64, text, [{"id": f"{message_id}.0", "text": text}], "answer", 0.5)


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - NOT_OURS


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("busy_timeout", 2000), ("foreign_keys", 1)],
)
def test_every_sqlite_connection_is_set_up(tmp_path: Path, pragma: str, value: Any) -> None:
    """A turn survives a power cut and an erased one is overwritten, on every connection and not just the first."""
    (tmp_path / "bot.db").touch()
    engine = connect(f"sqlite:///{tmp_path}/bot.db")

    with engine.connect() as first, engine.connect() as second:
        found = [each.execute(text(f"PRAGMA {pragma}")).scalar() for each in (first, second)]

    assert found == [value, value]


def test_a_missing_file_is_never_made_by_opening_it(tmp_path: Path) -> None:
    """A database whose disk went away stays away, instead of an empty one taking its place."""
    with pytest.raises(OperationalError), connect(f"sqlite:///{tmp_path}/bot.db").connect():
        pass

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_goes_away_while_it_is_opened_serves_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to a file that has no name left is never used: what it took would be nowhere."""
    url = f"sqlite:///{tmp_path}/bot.db"
    open_store(url).close()
    set_pragmas = engine_module._set_pragmas

    def lose(connection: Any, record: Any) -> None:
        set_pragmas(connection, record)
        (tmp_path / "bot.db").unlink(missing_ok=True)

    monkeypatch.setattr(engine_module, "_set_pragmas", lose)
    engine = connect(url)

    for _attempt in range(3):
        with pytest.raises(SQLAlchemyError), engine.connect():
            pass


def test_sqlite_files_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    """What patients wrote is in files of mode 0600, in a folder of mode 0700 where we make it."""
    url = f"sqlite:///{tmp_path}/var/bot.db"
    store = open_store(url)

    with connect(url).connect():  # while one connection is open the write-ahead log stays
        keep(store, a_turn(), "web_one")
        found = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "var").iterdir() if path.stat().st_size}

    assert found == {"bot.db": 0o600, "bot.db-wal": 0o600, "bot.db-shm": 0o600}
    assert (tmp_path / "var").stat().st_mode & 0o777 == 0o700


def test_no_byte_of_an_erased_conversation_is_left(tmp_path: Path) -> None:
    """Text, reply, state and comment of erased conversations are in no SQLite file, however full the pages were."""
    url = f"sqlite:///{tmp_path}/bot.db"
    store = open_store(url)
    chance = random.Random(1)

    with connect(url).connect():
        for number in range(60):
            mark = f"MARK{number % 6}"
            keep(
                store,
                a_turn(f"m{number}", mark * chance.randrange(200)),
                mark,
                state={"events": mark * 2000},
                choices={mark: mark},
            )
            store.add_feedback(mark, Feedback(f"m{number}.0", True, mark * chance.randrange(99)))
        for number in range(3):
            forget(store, f"MARK{number}")
        held = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    assert [f"MARK{number}".encode() in held for number in range(6)] == [False] * 3 + [True] * 3


def test_migrations_may_run_again(store: Store) -> None:
    """Opening a database a second time changes nothing and loses nothing."""
    keep(store, a_turn(), "web_one")

    migrate(store.engine)
    migrate(store.engine)

    assert tables(store.engine) == HOLDS
    assert [turn.text for turn in store.history("web_one")] == ["hello"]


def test_programs_starting_at_once_wait_for_each_other(bare_database_url: str, engine: Engine) -> None:
    """Several processes opening an empty database together all find it ready."""
    started = [
        subprocess.Popen([sys.executable, "-c", OPEN, bare_database_url], cwd=ROOT, stderr=subprocess.PIPE) for _ in range(4)
    ]
    failures = [process.communicate(timeout=60)[1].decode() for process in started]

    assert ([process.returncode for process in started], tables(engine)) == ([0] * 4, HOLDS), failures


def test_a_migration_cut_short_leaves_nothing_behind(bare_database_url: str, engine: Engine) -> None:
    """A program stopped in the middle of making the tables can be started again."""
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE feedback (id INTEGER)"))
    with pytest.raises(StoreDown):
        open_store(bare_database_url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE feedback"))

    open_store(bare_database_url).close()

    assert tables(engine) == HOLDS


def test_a_dropped_connection_is_made_anew(postgres: Any) -> None:
    """PostgreSQL restarted under a running program costs no request an error."""
    url = postgres.new_database()
    store, other = open_store(url), connect(url)
    store.check()

    with other.connect() as connection:
        connection.execute(text(DROP_OTHERS))

    assert store.history("web_one") == []
