"""Moments in the database: every one in UTC, and read with its zone."""

from __future__ import annotations

from datetime import datetime, timezone

from sqlalchemy import DateTime
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A column of moments. SQLite keeps no zone, so what is read gets the one that everything is written in."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """What the program gets for what the database holds."""
        return value and in_utc(value)


def in_utc(moment: datetime) -> datetime:
    """A moment as the database gives it, with its zone."""
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
