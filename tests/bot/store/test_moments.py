"""Moments keep their zone, whatever the database keeps of it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select

from bot.store import Store
from bot.store.moments import in_utc
from bot.store.tables import turns
from tests.stored import a_turn, keep

HOME = timezone(timedelta(hours=-5))


def test_what_is_read_is_the_moment_that_was_written(store: Store) -> None:
    """A turn said at noon in UTC is read as that moment on each database, and can be compared with any other."""
    said = datetime(2026, 11, 28, 12, tzinfo=timezone.utc)
    keep(store, a_turn(created_at=said))

    with store.engine.connect() as connection:
        read: Any = connection.execute(select(turns.c.created_at)).scalar_one()

    assert (read, read.utcoffset() is not None) == (said, True)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (datetime(2026, 11, 28, 12), datetime(2026, 11, 28, 12, tzinfo=timezone.utc)),
        (datetime(2026, 11, 28, 7, tzinfo=HOME), datetime(2026, 11, 28, 12, tzinfo=timezone.utc)),
    ],
)
def test_a_moment_without_a_zone_is_one_in_utc(given: datetime, expected: datetime) -> None:
    """One that has a zone stays the moment it is."""
    assert in_utc(given) == expected
