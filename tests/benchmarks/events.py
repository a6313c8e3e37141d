"""A database as after months: so many stored turns of conversations like real ones, put straight into the tables."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from bot.store import open_store
from bot.store.tables import conversations, counts, feedback, reviews, turns
from bot.store.transactions import writing

TURNS_EACH = 10
DAYS = 29.9
KINDS = ("answer",) * 70 + ("smalltalk",) * 12 + ("not_covered",) * 8 + ("out_of_scope",) * 6 + ("clarify",) * 3 + ("emergency",)
FEEDBACK_EVERY, HANDLED_SHARE = 20, 0.95
BATCH = 5_000
"""Conversations that are written in one transaction."""
STATE = {"events": [{"event": "user", "text": "how long is a visit", "parse_data": {"intent": {"name": "faq"}}}] * 4}
REPLY = "Most visits take about an hour, and the first one a little longer, for there is much to ask and to tell. " * 2
Rows = dict[Any, list[dict[str, Any]]]


def fill(file: Path, number: int, questions: Sequence[str], topics: Sequence[str]) -> None:
    """Put `number` turns, the newest of now and the oldest of thirty days ago, into a new database at `file`.

    Every table has what such turns leave: opinions of some answers, questions that staff handled, counts of each day.
    """
    store = open_store(f"sqlite:///{file}")
    chance, day_counts, now = random.Random(2017), Counter[tuple[date, str, str]](), datetime.now(timezone.utc)
    many = number // TURNS_EACH
    for first in range(0, many, BATCH):
        rows: Rows = {conversations: [], turns: [], feedback: [], reviews: []}
        for index in range(first, min(first + BATCH, many)):
            began = now - timedelta(days=DAYS * (1 - index / many))
            _conversation(rows, index, began, chance, questions, topics)
        for row in rows[turns]:
            day_counts[(row["created_at"].date(), row["kind"], json.loads(row["messages"])[0]["topics"][0])] += 1
        with writing(store.engine) as connection:
            for table, values in rows.items():
                connection.execute(insert(table), values)
    with writing(store.engine) as connection:
        connection.execute(insert(counts), list(_counted(day_counts)))
    store.close()


def _conversation(
    rows: Rows, index: int, began: datetime, chance: random.Random, questions: Sequence[str], topics: Sequence[str]
) -> None:
    chat = f"web_{index:012}"
    paused = datetime.now(timezone.utc) - began > timedelta(days=DAYS / 10)
    state = {"events": [], "urgent": ""} if paused else {**STATE, "urgent": ""}
    last = began + timedelta(minutes=TURNS_EACH)
    rows[conversations].append(
        {"id": chat, "channel": "web", "state": json.dumps(state), "choices": "{}", "turns": TURNS_EACH,
         "started_at": began, "updated_at": min(last, datetime.now(timezone.utc))}
    )  # fmt: skip
    for place in range(TURNS_EACH):
        turn_id = index * TURNS_EACH + place + 1
        row = _turn(turn_id, chat, began + timedelta(minutes=place), chance, questions, topics)
        rows[turns].append(row)
        if turn_id % FEEDBACK_EVERY == 0:
            said = {"reply_id": f"{turn_id}:m{turn_id}.0", "helpful": chance.random() < 0.9, "comment": ""}
            rows[feedback].append({"turn_id": turn_id, "created_at": row["created_at"], **said})
        if row["kind"] in ("not_covered", "out_of_scope") and chance.random() < HANDLED_SHARE:
            rows[reviews].append({"turn_id": turn_id, "handled_by": "Bench", "handled_at": row["created_at"]})


def _turn(
    turn_id: int, chat: str, at: datetime, chance: random.Random, questions: Sequence[str], topics: Sequence[str]
) -> dict[str, Any]:
    kind, topic = chance.choice(KINDS), chance.choice(topics)
    reply = {"id": f"m{turn_id}.0", "text": REPLY, "kind": kind, "topics": [topic], "sources": [], "buttons": []}
    guesses = [[f"faq/{topic}", round(chance.uniform(0.5, 2), 4)], ["not_covered/price", round(chance.uniform(-1, 0.5), 4)]]
    return {
        "id": turn_id, "conversation_id": chat, "message_id": f"m{turn_id}", "digest": "d" * 64,
        "text": chance.choice(questions), "messages": json.dumps([reply]), "kind": kind, "confidence": chance.random(),
        "created_at": at, "guesses": json.dumps(guesses), "margin": guesses[0][1] - guesses[1][1], "choice": "",
    }  # fmt: skip


def _counted(found: Counter[tuple[date, str, str]]) -> Iterator[dict[str, Any]]:
    days: Counter[date] = Counter()
    for (day, kind, topic), many in found.items():
        days[day] += many
        yield {"day": day, "channel": "web", "what": kind, "topic": topic, "n": many}
    for day, many in days.items():
        yield {"day": day, "channel": "web", "what": "turn", "topic": "", "n": many}
