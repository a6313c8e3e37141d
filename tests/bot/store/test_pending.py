"""What a conversation needs raw for a moment lasts until the next turn, and never longer than half an hour."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import update

from bot.store import Store
from bot.store.tables import pending
from bot.store.transactions import writing
from tests.stored import CHAT, OTHER, a_turn, forget, keep


def test_each_turn_replaces_what_was_pending(store: Store, rows: Any) -> None:
    """The next turn finds what the last one kept, and keeps its own in its place, or nothing."""
    found = []
    for number, sealed in enumerate(["first", "second", ""]):
        keep(store, a_turn(f"m{number}"), keep_pending=sealed)
        found.append(store.before_turn(CHAT, "").pending)

    assert (found, rows(pending.c.sealed)) == (["first", "second", ""], [])


def test_after_half_an_hour_it_is_as_if_it_had_not_been(store: Store) -> None:
    """What was not used in its time is not found any more, erased yet or not."""
    keep(store, a_turn(), keep_pending="sealed")
    with writing(store.engine) as connection:
        connection.execute(update(pending).values(expires_at=datetime.now(timezone.utc) - timedelta(seconds=1)))

    assert store.before_turn(CHAT, "").pending == ""


def test_it_goes_with_its_conversation_alone(store: Store, rows: Any) -> None:
    """An erased conversation takes its own pending row along and leaves another's."""
    for chat in (CHAT, OTHER):
        keep(store, a_turn(), chat, keep_pending=chat)

    forget(store, CHAT)

    assert rows(pending.c.sealed) == [OTHER]
