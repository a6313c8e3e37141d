"""Inserts that another program may have come before."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.store import Store
from bot.store.counts import KEY
from bot.store.tables import counts
from bot.store.transactions import writing
from bot.store.upsert import insert_unless_there

ROW = {"day": date(2026, 3, 4), "channel": "web", "what": "turn", "topic": "", "n": 2}


def test_the_first_row_stays(store: Store, rows: Any) -> None:
    """A row with a key that is there already changes nothing and fails nothing."""
    for n in (2, 5):
        with writing(store.engine) as connection:
            insert_unless_there(connection, counts, {**ROW, "n": n}, KEY)

    assert rows(counts.c.n) == [2]
