"""The clinic's figures: what was asked and how it went, out of counts that tell nothing of anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.store.counts import CLICK, HELPFUL, TURN, UNHELPFUL, DailyCount

BOOKING = "link_book"
"""The link whose clicks are counted here, of `bot.conversation.wording.LINKS`."""


@dataclass(frozen=True)
class Figures:
    """Sums over a time, for one channel or all."""

    conversations: int
    questions: int
    answered: int
    not_covered: int
    refused: int
    emergencies: int
    handed_off: int
    clicks: int
    helpful: int
    unhelpful: int

    @property
    def helpful_share(self) -> float | None:
        """The share of opinions that were good, or None without any."""
        said = self.helpful + self.unhelpful
        return self.helpful / said if said else None


@dataclass(frozen=True)
class Day:
    """One day's answers and what else was said."""

    day: date
    answered: int
    other: int


def summed(counts: Iterable[DailyCount], conversations: int) -> Figures:
    """All counts together."""
    sums: Counter[str] = Counter()
    for each in counts:
        if each.what != CLICK or each.topic == BOOKING:
            sums[each.what] += each.n
    return Figures(
        conversations=conversations,
        questions=sums[TURN],
        answered=sums["answer"],
        not_covered=sums["not_covered"],
        refused=sums["out_of_scope"],
        emergencies=sums["emergency"],
        handed_off=sums["handoff"],
        clicks=sums[CLICK],
        helpful=sums[HELPFUL],
        unhelpful=sums[UNHELPFUL],
    )


def by_channel(counts: list[DailyCount], conversations: Mapping[str, int]) -> dict[str, Figures]:
    """The figures of each channel that had any."""
    channels = sorted({each.channel for each in counts} | set(conversations))
    own = {channel: [each for each in counts if each.channel == channel] for channel in channels}
    return {channel: summed(own[channel], conversations.get(channel, 0)) for channel in channels}


def by_day(counts: Iterable[DailyCount], last: date, days: int) -> list[Day]:
    """What was answered and what wasn't, every day of the time, quiet ones included."""
    answered: Counter[date] = Counter()
    other: Counter[date] = Counter()
    for each in counts:
        if each.what == "answer":
            answered[each.day] += each.n
        elif each.what in ("not_covered", "out_of_scope", "clarify", "emergency", "handoff"):
            other[each.day] += each.n
    every = [last - timedelta(days=ago) for ago in range(days - 1, -1, -1)]
    return [Day(day, answered[day], other[day]) for day in every]
