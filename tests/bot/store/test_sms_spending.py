"""How much one number and all of them may be sent, on each database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select

from bot.store import Store
from bot.store.erasure import erase
from bot.store.retention import Retention
from bot.store.sms_sessions import SmsSessions
from bot.store.sms_spending import ANSWER, NOTICE, SILENCE, Caps, SmsSpending
from bot.store.tables import sms_spending

KEY = "k" * 64
NOW = datetime(2026, 3, 4, 12, 10, tzinfo=timezone.utc)
"""One moment for what is sent and what is judged: a real clock may pass midnight between them."""


@pytest.fixture
def spending(store: Store) -> SmsSpending:
    return SmsSpending(store.engine, Caps(2, 4, 10))


def spend(spending: SmsSpending, *message_ids: str, key: str = KEY, segments: int = 1, now: datetime = NOW) -> None:
    for message_id in message_ids:
        spending.spend(key, message_id, segments, now)


def test_an_hour_and_a_day_are_counted_apart(spending: SmsSpending) -> None:
    """Two an hour and four a day: the next hour begins anew, the day's end does not come sooner for that."""
    spend(spending, "SM1", "SM2")
    soon = [spending.judge(KEY, "SM3", NOW), spending.judge(KEY, "SM4", NOW)]
    next_hour = spending.judge(KEY, "SM5", NOW + timedelta(hours=1))
    spend(spending, "SM5", "SM6", now=NOW + timedelta(hours=1))
    same_day = NOW.replace(hour=23, minute=30)

    assert (soon, next_hour) == ([NOTICE, SILENCE], ANSWER)
    assert [spending.judge(KEY, "SM7", same_day), spending.judge(KEY, "SM8", same_day)] == [NOTICE, SILENCE]
    assert spending.judge(KEY, "SM9", NOW + timedelta(days=1)) == ANSWER


def test_a_message_is_judged_alike_whenever_it_comes(store: Store, spending: SmsSpending) -> None:
    """What was answered is answered, what got the notice gets it again; sent again, nothing counts twice."""
    spend(spending, "SM1", "SM1", "SM2")
    notice = spending.judge(KEY, "SM3", NOW)

    assert [spending.judge(KEY, each, NOW) for each in ("SM1", "SM3", "SM3", "SM4")] == [ANSWER, notice, NOTICE, SILENCE]
    with store.engine.connect() as connection:
        assert connection.execute(select(func.sum(sms_spending.c.segments))).scalar() == 3


def test_the_cap_of_all_counts_everybodys_segments(spending: SmsSpending) -> None:
    """Ten segments a day for all numbers together."""
    spend(spending, "SM1", key="other", segments=9)
    before = spending.judge(KEY, "SM2", NOW)
    spend(spending, "SM2")

    assert (before, spending.judge(KEY, "SM3", NOW), spending.judge("third", "SM4", NOW)) == (ANSWER, NOTICE, NOTICE)


def test_one_notice_when_many_come_at_once(spending: SmsSpending) -> None:
    """Of many messages over the limit at the same moment one gets the notice, and it gets it again."""
    spend(spending, "SM1", "SM2")
    ids = [f"SM{number}" for number in range(3, 11)] + ["SM3"] * 8
    with ThreadPoolExecutor(8) as pool:
        judged = dict(zip(ids, pool.map(lambda each: spending.judge(KEY, each, NOW), ids)))

    assert sorted(judged.values()) == [NOTICE] + [SILENCE] * 7


def test_counts_are_forgotten_with_their_day(store: Store, spending: SmsSpending) -> None:
    """Nothing is kept longer than the limits need, and than a message sent again around midnight."""
    noon = NOW.replace(minute=0)
    spend(spending, "SM1", "SM2", now=noon)
    moments = (noon, noon + timedelta(hours=11), noon + timedelta(hours=13))

    assert [Retention(store.engine, 30).past_spending(each) for each in moments] == [0, 0, 2]


def test_a_message_around_midnight_is_judged_alike_for_an_hour(store: Store, spending: SmsSpending) -> None:
    """What was sent in the last minute of a day is still known in the first of the next."""
    midnight = NOW.replace(hour=0, minute=0, second=0, microsecond=0)
    spend(spending, "SM1", now=midnight - timedelta(minutes=1))

    moments = (midnight + timedelta(minutes=each) for each in (1, 58, 60))

    assert [Retention(store.engine, 30).past_spending(each) for each in moments] == [0, 0, 1]


def test_forget_me_lifts_no_limit(store: Store, spending: SmsSpending) -> None:
    """Who has had all texts of the day gets no more by having the chat erased."""
    chat = SmsSessions(store.engine).conversation(KEY, "SM1", timedelta(hours=12))
    spend(spending, "SM1", "SM2")

    erase(store.engine, chat, "digest")

    assert spending.judge(KEY, "SM3", NOW) == NOTICE
