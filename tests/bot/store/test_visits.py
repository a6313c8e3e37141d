"""Conversations are counted by channel."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from bot.store import Store
from bot.store.visits import conversations_since
from tests.stored import a_turn, keep


def test_conversations_are_counted_from_a_moment_on(store: Store) -> None:
    """Each conversation counts once, under its channel, if it had a message since."""
    for number, channel in enumerate(("web", "web", "sms")):
        keep(store, a_turn("m1"), f"c{number}", channel)
        keep(store, a_turn("m2"), f"c{number}", channel)
    now = datetime.now(timezone.utc)

    assert conversations_since(store.engine, now - timedelta(days=1)) == {"web": 2, "sms": 1}
    assert conversations_since(store.engine, now + timedelta(days=1)) == {}
