"""What staff must see of the kept turns, masked as they are: what failed, what was urgent, and a sample of the rest."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from sqlalchemy import delete, exists, false, func, or_, select
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.sql import ColumnElement, Select

from bot.store.tables import conversations, feedback, reviews, turns
from bot.store.transactions import reading, writing
from bot.store.upsert import insert_unless_there

UNANSWERED = ("not_covered", "out_of_scope")
"""What is shown for its kind alone; others are `clarify` where no offered choice was taken, `handoff` where nobody could look it
up, and what a patient found unhelpful."""
MOST_QUESTIONS, MOST_EMERGENCIES, SAMPLE = 200, 500, 30
"""How many items a list holds."""


@dataclass(frozen=True)
class ReviewItem:
    """One turn as staff see it."""

    turn_id: int
    at: datetime
    channel: str
    text: str
    kind: str
    topics: tuple[str, ...]
    replies: tuple[str, ...]
    confidence: float
    margin: float
    """How far the best guess was ahead of the second, from 0 to 1."""
    guesses: tuple[tuple[str, float], ...]
    """The classifier's best labels with their scores."""
    unhelpful: bool = False
    comments: tuple[str, ...] = ()
    handled_by: str = ""


class Review:
    """Reads for the console, and staff's word that an item is dealt with."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def questions(self, since: datetime) -> list[ReviewItem]:
        """What it could not answer or answered badly since a moment, and nobody dealt with yet, newest first."""
        failed = or_(
            turns.c.kind.in_(UNANSWERED),
            (turns.c.kind == "clarify") & ~_choice_taken(),
            (turns.c.kind == "handoff") & _not_looked_up(),
            _marked_unhelpful(),
        )
        wanted = (turns.c.created_at >= since) & failed & reviews.c.turn_id.is_(None)
        return self._items(_shown().where(wanted).order_by(turns.c.id.desc()).limit(MOST_QUESTIONS))

    def sample_of_answers(self, week: date) -> list[ReviewItem]:
        """Some answers of the week that begins on a day, those with the closest second guess first."""
        begin = datetime.combine(week, time(), timezone.utc)
        wanted = (turns.c.kind == "answer") & (turns.c.created_at >= begin) & (turns.c.created_at < begin + timedelta(days=7))
        closest = (turns.c.margin, turns.c.confidence, turns.c.id)
        # Chosen by what the index holds, and only then read whole.
        chosen = select(turns.c.id).where(wanted).order_by(*closest).limit(SAMPLE).subquery()
        return self._items(_shown().where(turns.c.id.in_(select(chosen.c.id))).order_by(*closest))

    def emergencies(self, since: datetime) -> list[ReviewItem]:
        """Everything answered as urgent, newest first: `text` is what was said, `topics` what fired, `replies` the advice."""
        wanted = (turns.c.kind == "emergency") & (turns.c.created_at >= since)
        newest = (turns.c.created_at.desc(), turns.c.id.desc())
        return self._items(_shown().where(wanted).order_by(*newest).limit(MOST_EMERGENCIES))

    def handle(self, turn_id: int, by: str) -> bool:
        """Note that a member of staff dealt with an item; False when its turn is kept no longer."""
        row = {"turn_id": turn_id, "handled_by": by, "handled_at": datetime.now(timezone.utc)}
        with writing(self._engine) as connection:
            if connection.execute(select(turns.c.id).where(turns.c.id == turn_id).with_for_update()).first() is None:
                return False
            insert_unless_there(connection, reviews, row, [reviews.c.turn_id])
        return True

    def reopen(self, turn_id: int) -> None:
        """Undo `handle`."""
        with writing(self._engine) as connection:
            connection.execute(delete(reviews).where(reviews.c.turn_id == turn_id))

    def _items(self, wanted: Select) -> list[ReviewItem]:
        with reading(self._engine) as connection:
            rows = connection.execute(wanted).all()
            opinions = _opinions(connection, [row.id for row in rows])
        return [_item(row, opinions[row.id]) for row in rows]


def _shown() -> Select:
    columns = (turns, conversations.c.channel, reviews.c.handled_by)
    joined = turns.join(conversations, turns.c.conversation_id == conversations.c.id).outerjoin(reviews)
    return select(*columns).select_from(joined)


def _choice_taken() -> ColumnElement:
    """Whether the turn after this one took a choice that this one offered."""
    later, following = turns.alias(), turns.alias()
    same = (later.c.conversation_id == turns.c.conversation_id) & (later.c.id > turns.c.id)
    first = select(func.min(later.c.id)).where(same).correlate(turns).scalar_subquery()
    return exists(select(following.c.id).where((following.c.id == first) & (following.c.choice != "")).correlate(turns))


def _not_looked_up() -> ColumnElement:
    """Whether the brain was down: all it says has some confidence. What was a form's, and so is covered whole, asked nothing."""
    return (turns.c.confidence == 0) & ~turns.c.text.like("[%]")


def _marked_unhelpful() -> ColumnElement:
    said = (feedback.c.turn_id == turns.c.id) & (feedback.c.helpful == false())
    return exists(select(feedback.c.id).where(said).correlate(turns))


def _opinions(connection: Connection, turn_ids: Iterable[int]) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in connection.execute(select(feedback).where(feedback.c.turn_id.in_(list(turn_ids))).order_by(feedback.c.id)):
        found[row.turn_id].append(row)
    return found


def _item(row: Row, opinions: list[Row]) -> ReviewItem:
    messages = json.loads(row.messages)
    return ReviewItem(
        turn_id=row.id,
        at=row.created_at,
        channel=row.channel,
        text=row.text,
        kind=row.kind,
        topics=tuple(dict.fromkeys(topic for message in messages for topic in message.get("topics", []))),
        replies=tuple(message["text"] for message in messages),
        confidence=row.confidence,
        margin=row.margin,
        guesses=tuple((label, score) for label, score in json.loads(row.guesses)),
        unhelpful=any(not opinion.helpful for opinion in opinions),
        comments=tuple(opinion.comment for opinion in opinions if opinion.comment),
        handled_by=row.handled_by or "",
    )
