"""A database that is gone, locked, wrong or out of reach is told as StoreDown, and served again when it is back."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from bot.run.processes import free_port
from bot.store import Feedback, Store, StoreDown, StoredTurn, open_store
from tests.stored import forget, keep

TURN = StoredTurn("m1", "d" * 64, "hello", [{"id": "m1.0", "text": "hi"}], "answer", 0.5)
CALLS: dict[str, Callable[[Store], Any]] = {
    "before_turn": lambda store: store.before_turn("web_one", "m1"),
    "commit_turn": lambda store: keep(store, replace(TURN, message_id=secrets.token_hex(4)), "web_one"),
    "history": lambda store: store.history("web_one"),
    "erase": lambda store: forget(store, "web_one"),
    "add_feedback": lambda store: store.add_feedback("web_one", Feedback("m1.0", True)),
    "check": lambda store: store.check(),
}
WRITES = ("commit_turn", "erase", "add_feedback")


def drop(database_url: str) -> None:
    """The database is gone while the program runs."""
    if database_url.startswith("sqlite"):
        shutil.rmtree(Path(database_url.removeprefix("sqlite:///")).parent)
        return
    server, _, name = database_url.rpartition("/")
    with closing(psycopg2.connect(f"{server}/postgres")) as connection:
        connection.autocommit = True
        connection.cursor().execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def locked(database_url: str) -> Iterator[None]:
    """Another program holds the tables for itself."""
    if database_url.startswith("sqlite"):
        with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            yield
        return
    with closing(psycopg2.connect(database_url)) as connection:
        connection.cursor().execute("LOCK TABLE conversations, turns, feedback IN EXCLUSIVE MODE")
        yield


@pytest.mark.parametrize("name", CALLS)
def test_a_database_gone_while_running_is_told(database_url: str, store: Store, name: str) -> None:
    """Every method raises StoreDown, never the driver's own error, when the database has vanished."""
    keep(store, TURN, "web_one")
    drop(database_url)

    with pytest.raises(StoreDown):
        CALLS[name](store)


@pytest.mark.parametrize("name", WRITES)
def test_a_locked_database_is_told_and_served_again(database_url: str, store: Store, name: str) -> None:
    """A write that another program blocks gives up by itself, and succeeds once the way is free."""
    keep(store, TURN, "web_one")

    with ThreadPoolExecutor(1) as pool, locked(database_url):
        raised = pool.submit(CALLS[name], store).exception(timeout=10)

    assert isinstance(raised, StoreDown)
    assert len(store.history("web_one")) == 1
    CALLS[name](store)


def test_nothing_of_a_failed_commit_is_kept(database_url: str, store: Store) -> None:
    """A turn that could not be committed leaves no conversation behind."""
    with ThreadPoolExecutor(1) as pool, locked(database_url):
        pool.submit(CALLS["commit_turn"], store).exception(timeout=10)

    assert (store.before_turn("web_one", "m1").answered, store.history("web_one")) == (None, [])


@pytest.mark.parametrize("where", ["closed port", "no folder", "a folder", "no database"])
def test_a_database_that_cant_be_opened_is_told(tmp_path: Path, where: str) -> None:
    """Opening the store raises StoreDown wherever DATABASE_URL can't be served."""
    (tmp_path / "text.db").write_text("no database, " * 1000)
    urls = {
        "closed port": f"postgresql://postgres@127.0.0.1:{free_port()}/none",
        "no folder": "sqlite:////proc/none/bot.db",
        "a folder": f"sqlite:///{tmp_path}",
        "no database": f"sqlite:///{tmp_path}/text.db",
    }

    with pytest.raises(StoreDown):
        open_store(urls[where])


def test_what_is_told_holds_nothing_of_the_patient(database_url: str, store: Store) -> None:
    """The message of StoreDown, which may be logged, repeats no text, parameter or address."""
    drop(database_url)

    with pytest.raises(StoreDown) as raised:
        keep(store, TURN, "web_one")

    assert str(raised.value).isidentifier()
