"""Counts by day tell how much and what about, and nothing of anybody."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta, timezone
from typing import Any

from bot.store import Feedback, Store
from bot.store.counts import Counts, add
from bot.store.tables import counts
from bot.store.transactions import writing
from tests.stored import CHAT, OTHER, a_turn, forget, keep


def today() -> date:
    return datetime.now(timezone.utc).date()


def test_each_turn_is_counted_by_channel_kind_and_topic(store: Store) -> None:
    """A turn adds one message, and each answer's kind with its topic; kept again, it adds nothing."""
    for chat in (CHAT, OTHER, OTHER):
        keep(store, a_turn(), chat)
    keep(store, a_turn(), "sms_one", "sms")

    found = {(each.channel, each.what, each.topic): each.n for each in Counts(store.engine).daily(today())}

    assert found == {
        ("web", "turn", ""): 2,
        ("web", "answer", "causes"): 2,
        ("sms", "turn", ""): 1,
        ("sms", "answer", "causes"): 1,
    }


def test_counts_outlive_what_they_count(store: Store) -> None:
    """An erased conversation stays counted, though nothing of it is left."""
    keep(store, a_turn())
    forget(store, CHAT)

    assert [(each.topic, each.asked) for each in Counts(store.engine).topics(today())] == [("causes", 1)]


def test_a_changed_opinion_is_counted_once(store: Store) -> None:
    """What a patient says last of a reply counts, however often they change their mind."""
    keep(store, a_turn())
    for helpful in (True, True, False):
        store.add_feedback(CHAT, Feedback("m1.0", helpful))

    (found,) = Counts(store.engine).topics(today())

    assert (found.topic, found.asked, found.helpful, found.unhelpful) == ("causes", 1, 0, 1)


def test_clicks_are_counted_without_identity(store: Store, rows: Any) -> None:
    """A followed link adds to its day's number; clicks of many at once are all counted."""
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: Counts(store.engine).click("web", "book"), range(20)))

    assert [(each.what, each.topic, each.n) for each in Counts(store.engine).daily(today())] == [("click", "book", 20)]
    assert Counts(store.engine).daily(today() + timedelta(days=1)) == []
    assert {column.name for column in counts.columns} == {"day", "channel", "what", "topic", "n"}


def test_what_is_not_covered_was_asked_too(store: Store) -> None:
    """A subject without an answer and one that leads to the clinic count as asked; choices offered and bare kinds do not."""
    told = [("not_covered", "not_covered/price"), ("handoff", "booking"), ("handoff", "handoff"), ("clarify", "causes")]
    with writing(store.engine) as connection:
        add(connection, "web", dict.fromkeys([*told, ("emergency", "chest_pain")], 1))

    found = {each.topic: each.asked for each in Counts(store.engine).topics(today())}

    assert found == {"booking": 1, "not_covered/price": 1}
