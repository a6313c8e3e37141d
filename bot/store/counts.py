"""How often what happened, by day: numbers that outlive the conversations and tell nothing of anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import Any

from sqlalchemy import Date, bindparam, case, func, select, text
from sqlalchemy.engine import Connection, Engine

from bot.store.tables import counts
from bot.store.transactions import reading, writing

TURN, CLICK, HELPFUL, UNHELPFUL = "turn", "click", "helpful", "unhelpful"
ASKED = ("answer", "not_covered", "handoff")
"""Kinds of a reply that is about what was asked: choices that were offered are not, and emergencies are no topics."""
ADD = text(
    "INSERT INTO counts (day, channel, what, topic, n) VALUES (:day, :channel, :what, :topic, :n)"
    " ON CONFLICT (day, channel, what, topic) DO UPDATE SET n = counts.n + excluded.n"
).bindparams(bindparam("day", type_=Date))
"""As text, because SQLAlchemy would compile its own form of it anew in every turn."""
KEY = (counts.c.day, counts.c.channel, counts.c.what, counts.c.topic)


@dataclass(frozen=True)
class DailyCount:
    """How often something happened on a day."""

    day: date
    """In UTC."""
    channel: str
    what: str
    """`turn` for each message answered; a kind for each answer of that kind; `helpful`, `unhelpful`, `click`."""
    topic: str
    """The topic it was about; for a click the link's name; empty for none."""
    n: int


@dataclass(frozen=True)
class TopicCount:
    """How a topic's answers did."""

    topic: str
    asked: int
    helpful: int
    unhelpful: int


def of_turn(messages: Iterable[Mapping[str, Any]]) -> Counter[tuple[str, str]]:
    """What a turn adds: one turn, and each answer's kind with each of its topics."""
    found = Counter({(TURN, ""): 1})
    for message in messages:
        found.update((str(message.get("kind", "")), str(topic)[:80]) for topic in message.get("topics") or [""])
    return found


def of_feedback(message: Mapping[str, Any], helpful: bool, before: bool | None) -> Counter[tuple[str, str]]:
    """What a patient's opinion of a reply adds, and what their earlier one takes away."""
    found: Counter[tuple[str, str]] = Counter()
    if helpful != before:
        for topic in message.get("topics") or [""]:
            found[(HELPFUL if helpful else UNHELPFUL, topic)] += 1
            if before is not None:
                found[(UNHELPFUL if helpful else HELPFUL, topic)] -= 1
    return found


def add(connection: Connection, channel: str, changes: Mapping[tuple[str, str], int]) -> None:
    """Add to today's counts, as part of a transaction.

    Args:
        connection: the transaction of what is counted.
        channel: `web` or `sms`.
        changes: how much to add, by what and topic.
    """
    today = datetime.now(timezone.utc).date()
    ordered = sorted(changes.items())  # in one order, or two programs would wait for each other for ever
    rows = [{"day": today, "channel": channel, "what": what, "topic": topic, "n": n} for (what, topic), n in ordered]
    if rows:
        connection.execute(ADD, rows)


class Counts:
    """What staff and operators read."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def click(self, channel: str, link: str) -> None:
        """A patient followed a link of ours, such as `link_book`; who it was is kept nowhere."""
        with writing(self._engine) as connection:
            add(connection, channel, {(CLICK, link): 1})

    def daily(self, since: date) -> list[DailyCount]:
        """Every count from a day on, oldest first."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(counts).where(counts.c.day >= since).order_by(*KEY))
            return [DailyCount(*row) for row in rows]

    def topics(self, since: date) -> list[TopicCount]:
        """How each topic's answers did from a day on, the most asked first."""

        def total(what: str) -> Any:
            return func.sum(case((counts.c.what == what, counts.c.n), else_=0))

        # A topic of its own, not the bare kind that stands where a reply is about none.
        about = counts.c.what.in_(ASKED) & (counts.c.topic != "") & (counts.c.topic != counts.c.what)
        asked = func.sum(case((about, counts.c.n), else_=0))
        found = select(counts.c.topic, asked, total(HELPFUL), total(UNHELPFUL)).group_by(counts.c.topic)
        with reading(self._engine) as connection:
            rows = connection.execute(found.where(counts.c.day >= since).having(asked > 0).order_by(asked.desc(), counts.c.topic))
            return [TopicCount(row[0], *map(int, row[1:])) for row in rows]
