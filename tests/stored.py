"""Turns for a store to keep."""

from __future__ import annotations

from typing import Any

from bot.store import Store, StoredTurn

CHAT, OTHER = "web_one", "web_two"


def a_turn(message_id: str = "m1", text: str = "hello", **given: Any) -> StoredTurn:
    messages = [{"id": f"{message_id}.0", "text": f"about {text}", "kind": "answer", "topics": ["causes"]}]
    given = {"digest": "d" * 64, "kind": "answer", "confidence": 0.5, **given}
    return StoredTurn(message_id=message_id, text=text, messages=messages, **given)


def keep(store: Store, turn: StoredTurn, chat: str = CHAT, **given: Any) -> StoredTurn:
    return store.commit_turn(chat, "web", turn, given.get("state", {}), given.get("choices", {}))
