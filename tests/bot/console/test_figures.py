"""The clinic's figures out of daily counts."""

from __future__ import annotations

from datetime import date

from bot.console.figures import BOOKING, by_channel, by_day, summed
from bot.conversation.wording import LINKS
from bot.store.counts import DailyCount

DAY, NEXT = date(2026, 11, 24), date(2026, 11, 25)
COUNTS = [
    DailyCount(DAY, "web", "turn", "", 5),
    DailyCount(DAY, "web", "answer", "booking", 3),
    DailyCount(DAY, "web", "not_covered", "not_covered/price", 1),
    DailyCount(NEXT, "sms", "turn", "", 2),
    DailyCount(NEXT, "sms", "emergency", "chest_pain", 1),
    DailyCount(NEXT, "sms", "helpful", "booking", 3),
    DailyCount(NEXT, "sms", "unhelpful", "booking", 1),
    DailyCount(NEXT, "web", "click", BOOKING, 4),
    DailyCount(NEXT, "web", "click", "link_map", 9),
]


def test_counts_are_summed() -> None:
    """Every figure is the sum of its counts, and the helpful share is of those who said."""
    found = summed(COUNTS, 6)

    assert (found.conversations, found.questions, found.answered, found.not_covered) == (6, 7, 3, 1)
    assert (found.emergencies, found.clicks, found.helpful_share) == (1, 4, 0.75)
    assert BOOKING in LINKS
    assert summed([], 0).helpful_share is None


def test_channels_are_told_apart() -> None:
    """Each channel has figures of its own, also one with conversations alone."""
    found = by_channel(COUNTS, {"web": 2, "other": 1})

    assert {channel: (sums.conversations, sums.questions) for channel, sums in found.items()} == {
        "other": (1, 0),
        "sms": (0, 2),
        "web": (2, 5),
    }


def test_quiet_days_are_days_too() -> None:
    """Every day of the time is there, in order."""
    found = [(each.day.day, each.answered, each.other) for each in by_day(COUNTS, NEXT, 3)]

    assert found == [(23, 0, 0), (24, 3, 1), (25, 0, 1)]
