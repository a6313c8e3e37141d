"""Inserts that another program may have come before."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.store import Store
from bot.store.counts import KEY
from bot.store.tables import counts
from bot.store.transactions import writing
from bot.store.upsert import insert_or_add, insert_unless_there

ROW = {"day": date(2026, 3, 4), "channel": "web", "what": "turn", "topic": "", "n": 2}


def test_the_first_row_stays(store: Store, rows: Any) -> None:
    """A row with a key that is there already changes nothing and fails nothing."""
    for n in (2, 5):
        with writing(store.engine) as connection:
            insert_unless_there(connection, counts, {**ROW, "n": n}, KEY)

    assert rows(counts.c.n) == [2]


def test_counters_add_up(store: Store, rows: Any) -> None:
    """A row with a key that is there already adds its counter."""
    for n in (2, 5, -1):
        with writing(store.engine) as connection:
            insert_or_add(connection, counts, {**ROW, "n": n}, KEY, counts.c.n)

    assert rows(counts.c.n) == [6]
