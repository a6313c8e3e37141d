"""A transaction is kept whole or not at all, and every way a database can fail is told as StoreDown, soon."""

from __future__ import annotations

import os
import resource
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from bot.store import Feedback, Store, StoreDown, open_store
from bot.store.tables import turns
from bot.store.transactions import reading, writing
from tests.stored import CHAT, OTHER, a_turn, forget, keep

NOBODY = 65534


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can grow."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def read_only(database_url: str) -> Iterator[None]:
    """Whoever connects now may read and not write."""
    if database_url.startswith("postgresql"):
        name = database_url.rpartition("/")[2]
        for value in ("on", "off"):
            with psycopg2.connect(f"{database_url.rpartition('/')[0]}/postgres") as other:
                other.autocommit = True
                other.cursor().execute(f"ALTER DATABASE {name} SET default_transaction_read_only = {value}")
            if value == "on":
                yield
        return
    file = Path(database_url.removeprefix("sqlite:///"))
    root = os.geteuid() == 0  # who may write anyway, and must be somebody else for a while
    for folder in (file.parent, *file.parent.parents) if root else ():
        if folder.stat().st_uid == 0 and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    file.chmod(0o444)
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        file.chmod(0o600)


def test_a_failure_inside_keeps_nothing(store: Store, rows: Any) -> None:
    """What was written before a failure in the same transaction is not there afterwards."""
    keep(store, a_turn())

    def half_done() -> None:
        with writing(store.engine) as connection:
            connection.execute(turns.delete())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_done()

    assert rows(turns.c.text) == ["hello"]


def test_a_full_disk_is_told_and_served_again(tmp_path: Path) -> None:
    """With no room left a commit is refused whole; with room again it succeeds, and what was there before is there."""
    store = open_store(f"sqlite:///{tmp_path}/bot.db")
    keep(store, a_turn())

    with full_disk(), pytest.raises(StoreDown):
        keep(store, a_turn("m2", "x" * 100_000))

    keep(store, a_turn("m3"))
    assert [turn.message_id for turn in store.history(CHAT)] == ["m1", "m3"]
    store.close()


WRITES: dict[str, Callable[[Store], Any]] = {
    "commit_turn": lambda store: keep(store, a_turn("m2")),
    "add_feedback": lambda store: store.add_feedback(CHAT, Feedback("m1.0", True)),
    "erase": lambda store: forget(store, CHAT),
}


@pytest.mark.parametrize("name", WRITES)
def test_a_read_only_database_is_told_and_served_again(database_url: str, name: str) -> None:
    """Where nothing may be written each write is refused, and once it may be, the same program writes."""
    first = open_store(database_url)
    keep(first, a_turn())
    first.close()
    store = open_store(database_url)
    store.engine.dispose()

    with read_only(database_url), pytest.raises(StoreDown):
        WRITES[name](store)

    store.engine.dispose()
    WRITES[name](store)
    store.close()


def test_a_replaced_file_is_noticed(tmp_path: Path) -> None:
    """A database file that was put in another's place is the one that is used, though connections were open."""
    for name in ("one", "two"):
        store = open_store(f"sqlite:///{tmp_path}/{name}.db")
        keep(store, a_turn(text=name), OTHER)
        store.close()
    store = open_store(f"sqlite:///{tmp_path}/one.db")
    assert [turn.text for turn in store.history(OTHER)] == ["one"]

    os.replace(tmp_path / "two.db", tmp_path / "one.db")

    assert [turn.text for turn in store.history(OTHER)] == ["two"]
    store.close()


def test_a_reader_sees_one_state(store: Store) -> None:
    """What somebody keeps meanwhile is not there for a reader who has begun: what is read in one go belongs together."""
    with reading(store.engine) as connection:
        before = connection.execute(select(turns)).all()
        keep(store, a_turn("m1"))
        after = connection.execute(select(turns)).all()

    assert (before, after) == ([], [])
    assert [turn.message_id for turn in store.history(CHAT)] == ["m1"]


def test_no_failure_repeats_what_a_patient_said(store: Store) -> None:
    """What went wrong with a statement is told without the words in it, in the cause as well: it may end in a log."""
    with pytest.raises(StoreDown) as told, writing(store.engine) as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": "my hip hurts, jane"})

    assert "jane" not in "".join(traceback.format_exception(told.type, told.value, told.tb))


def test_what_is_refused_as_twice_hides_its_words_too(store: Store) -> None:
    """The one failure that is handed on as it came carries no value of the statement's."""
    keep(store, a_turn("m1"))
    with pytest.raises(IntegrityError) as told, writing(store.engine) as connection:
        connection.execute(turns.insert(), [dict(connection.execute(select(turns)).mappings().one()) | {"text": "my hip, jane"}])

    assert "jane" not in str(told.value)
