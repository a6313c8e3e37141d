"""A database as after months: so many stored turns of conversations like real ones, put straight into the tables."""

from __future__ import annotations

import json
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from bot.store import open_store
from bot.store.tables import conversations, counts, feedback, reviews, turns

TURNS_EACH = 10
DAYS = 29.9
KINDS = ("answer",) * 70 + ("smalltalk",) * 12 + ("not_covered",) * 8 + ("out_of_scope",) * 6 + ("clarify",) * 3 + ("emergency",)
FEEDBACK_EVERY, HANDLED_SHARE = 20, 0.95
BATCH = 5_000
"""Conversations that are written at once."""
EVENT = {"event": "user", "text": "how long is a visit", "parse_data": {"intent": {"name": "faq"}}}
STATES = {paused: json.dumps({"events": [] if paused else [EVENT] * 4, "urgent": ""}) for paused in (True, False)}
REPLY = "Most visits take about an hour, and the first one a little longer, for there is much to ask and to tell. " * 2
Rows = dict[Table, list[dict[str, Any]]]


def fill(file: Path, number: int, questions: Sequence[str], topics: Sequence[str]) -> None:
    """Put `number` turns, the newest of now and the oldest of thirty days ago, into a new database at `file`.

    Every table has what such turns leave: opinions of some answers, questions that staff handled, counts of each day.
    """
    open_store(f"sqlite:///{file}").close()
    made = Made(random.Random(2017), datetime.now(timezone.utc), questions, topics)
    many = number // TURNS_EACH
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        for first in range(0, many, BATCH):
            rows: Rows = {conversations: [], turns: [], feedback: [], reviews: []}
            for index in range(first, min(first + BATCH, many)):
                made.conversation(rows, index, timedelta(days=DAYS * (1 - index / many)))
            _insert(connection, rows)
        _insert(connection, {counts: list(made.counted())})


class Made:
    """Conversations by chance, always the same ones."""

    def __init__(self, chance: random.Random, now: datetime, questions: Sequence[str], topics: Sequence[str]) -> None:
        self._chance, self._now, self._questions, self._topics = chance, now, questions, topics
        self._counts: Counter[tuple[str, str, str]] = Counter()

    def conversation(self, rows: Rows, index: int, ago: timedelta) -> None:
        """One, with its turns and what became of them."""
        chat, began = f"web_{index:012}", self._now - ago
        paused = ago > timedelta(days=DAYS / 10)
        ended = min(began + timedelta(minutes=TURNS_EACH), self._now)
        own = {"id": chat, "channel": "web", "state": STATES[paused], "choices": "{}", "turns": TURNS_EACH}
        rows[conversations].append({**own, "started_at": _moment(began), "updated_at": _moment(ended)})
        for place in range(TURNS_EACH):
            turn_id, at = index * TURNS_EACH + place + 1, _moment(began + timedelta(minutes=place))
            kind, topic = self._chance.choice(KINDS), self._chance.choice(self._topics)
            self._counts[(at[:10], kind, topic)] += 1
            rows[turns].append(self._turn(turn_id, chat, at, kind, topic))
            if turn_id % FEEDBACK_EVERY == 0:
                said = {"reply_id": f"{turn_id}:m{turn_id}.0", "helpful": self._chance.random() < 0.9, "comment": ""}
                rows[feedback].append({"turn_id": turn_id, "created_at": at, **said})
            if kind in ("not_covered", "out_of_scope") and self._chance.random() < HANDLED_SHARE:
                rows[reviews].append({"turn_id": turn_id, "handled_by": "Bench", "handled_at": at})

    def counted(self) -> Iterator[dict[str, Any]]:
        """What was counted of them on each day."""
        days: Counter[str] = Counter()
        for (day, kind, topic), many in self._counts.items():
            days[day] += many
            yield {"day": day, "channel": "web", "what": kind, "topic": topic, "n": many}
        for day, many in days.items():
            yield {"day": day, "channel": "web", "what": "turn", "topic": "", "n": many}

    def _turn(self, turn_id: int, chat: str, at: str, kind: str, topic: str) -> dict[str, Any]:
        first, second = round(self._chance.uniform(0.5, 2), 4), round(self._chance.uniform(-1, 0.5), 4)
        reply = {"id": f"m{turn_id}.0", "text": REPLY, "kind": kind, "topics": [topic], "sources": [], "buttons": []}
        return {
            "id": turn_id, "conversation_id": chat, "message_id": f"m{turn_id}", "digest": "d" * 64,
            "text": self._chance.choice(self._questions), "messages": json.dumps([reply]), "kind": kind,
            "confidence": self._chance.random(), "created_at": at, "margin": first - second, "choice": "",
            "guesses": json.dumps([[f"faq/{topic}", first], ["not_covered/price", second]]),
        }  # fmt: skip


def _insert(connection: sqlite3.Connection, rows: Rows) -> None:
    for table, values in rows.items():
        if not values:
            continue
        names = list(values[0])
        places = ", ".join(f":{name}" for name in names)
        connection.executemany(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({places})", values)  # noqa: S608, ours
    connection.commit()


def _moment(at: datetime) -> str:
    """As SQLAlchemy keeps it in SQLite: UTC without a zone."""
    return at.strftime("%Y-%m-%d %H:%M:%S.%f")
