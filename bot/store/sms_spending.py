"""What text messages were sent to whom, for the limits: counted in the store, so that several edges count together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from bot.store.tables import sms_spending
from bot.store.transactions import reading, writing
from bot.store.upsert import insert_unless_there

ANSWER, NOTICE, SILENCE = "answer", "notice", "silence"
"""What a message may be given: its answer, the one word that this is enough for now, or nothing."""
AT_LEAST = timedelta(hours=1)
"""So long a message that a provider sends again is judged as it was, be it past midnight."""


@dataclass(frozen=True)
class Caps:
    """How much is too much. Hours are clock hours and days are days, both in UTC."""

    messages_an_hour: int
    messages_a_day: int
    segments_a_day: int
    """Of all numbers together: what bounds the bill."""


def counted_since(now: datetime) -> datetime:
    """What was sent before this no limit looks at any more."""
    return min(_midnight(now), now - AT_LEAST)


class SmsSpending:
    """Raises StoreDown when the database can't serve."""

    def __init__(self, engine: Engine, caps: Caps) -> None:
        self._engine, self._caps = engine, caps

    def judge(self, number_key: str, message_id: str, now: datetime | None = None) -> str:
        """What the message may be given; the same whenever it is sent again."""
        now = now or datetime.now(timezone.utc)
        with reading(self._engine) as connection:
            row = connection.execute(select(sms_spending).where(sms_spending.c.message_id == message_id)).first()
            window = "" if row else self._full(connection, number_key, now)
        if row:
            return NOTICE if row.notice_for else ANSWER
        if not window:
            return ANSWER
        return NOTICE if self._claim(f"{number_key}:{window}", number_key, message_id, now) else SILENCE

    def spend(self, number_key: str, message_id: str, segments: int, now: datetime | None = None) -> None:
        """Count what a message was given, once however often it is sent."""
        now = now or datetime.now(timezone.utc)
        row = {"message_id": message_id, "number_key": number_key, "segments": segments, "notice_for": None, "spent_at": now}
        with writing(self._engine) as connection:
            insert_unless_there(connection, sms_spending, row, [sms_spending.c.message_id])

    def _full(self, connection: Connection, number_key: str, now: datetime) -> str:
        """The day or the hour that is used up; empty for none."""
        hour, day = now.replace(minute=0, second=0, microsecond=0), _midnight(now)
        own = (sms_spending.c.number_key == number_key) & sms_spending.c.notice_for.is_(None)
        if (
            _messages(connection, own, day) >= self._caps.messages_a_day
            or _segments(connection, day) >= self._caps.segments_a_day
        ):
            return day.strftime("%Y-%m-%d")
        if _messages(connection, own, hour) >= self._caps.messages_an_hour:
            return hour.strftime("%Y-%m-%dT%H")
        return ""

    def _claim(self, notice: str, number_key: str, message_id: str, now: datetime) -> bool:
        """Whether the one notice of the window is this message's."""
        row = {"message_id": message_id, "number_key": number_key, "segments": 1, "notice_for": notice, "spent_at": now}
        try:
            with writing(self._engine) as connection:
                connection.execute(insert(sms_spending).values(row))
        except IntegrityError:  # another message has had it, or this one in another program
            pass
        with reading(self._engine) as connection:
            own = select(sms_spending.c.message_id).where(sms_spending.c.notice_for == notice)
            return str(connection.execute(own).scalar()) == message_id


def _messages(connection: Connection, own: ColumnElement[bool], since: datetime) -> int:
    counted = select(func.count()).select_from(sms_spending).where(own & (sms_spending.c.spent_at >= since))
    return int(connection.execute(counted).scalar() or 0)


def _segments(connection: Connection, since: datetime) -> int:
    summed = select(func.sum(sms_spending.c.segments)).where(sms_spending.c.spent_at >= since)
    return int(connection.execute(summed).scalar() or 0)


def _midnight(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)
