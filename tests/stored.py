"""Turns for a store to keep, and all that a store holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import MetaData

from bot.store import Overtaken, Store, StoredTurn
from bot.store.erasure import erase

CHAT, OTHER = "web_one", "web_two"


def a_turn(message_id: str = "m1", text: str = "hello", **given: Any) -> StoredTurn:
    messages = [{"id": f"{message_id}.0", "text": f"about {text}", "kind": "answer", "topics": ["causes"]}]
    given = {"digest": "d" * 64, "kind": "answer", "confidence": 0.5, **given}
    return StoredTurn(message_id=message_id, text=text, messages=messages, **given)


def keep(store: Store, turn: StoredTurn, chat: str = CHAT, channel: str = "web", **given: Any) -> StoredTurn:
    """Behind what is kept of the chat so far, or the turn that another program kept of the same message."""
    state, choices = given.pop("state", {}), given.pop("choices", {})
    while True:
        before = store.before_turn(chat, turn.message_id)
        if before.answered:
            return before.answered
        try:
            store.commit_turn(chat, channel, turn, state, choices, before.turns, **given)
            return turn
        except Overtaken:
            continue


def forget(store: Store, chat: str) -> None:
    """As its patient has it done."""
    erase(store.engine, chat, "digest")


def found_in(store: Store, *words: str) -> list[str]:
    """Which of the words, in lower case, the database holds: SQLite's file and its log, or every row of PostgreSQL."""
    held = _files(store) if store.engine.dialect.name == "sqlite" else _rows(store)
    return [word for word in words if word in held.lower()]


def _files(store: Store) -> str:
    file = Path(store.engine.url.database or "")
    return "".join(each.read_bytes().decode(errors="replace") for each in file.parent.glob(f"{file.name}*"))


def _rows(store: Store) -> str:
    there = MetaData()
    there.reflect(store.engine)
    with store.engine.connect() as connection:
        return "".join(str(tuple(row)) for table in there.tables.values() for row in connection.execute(table.select()))
