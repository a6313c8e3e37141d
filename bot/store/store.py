"""What the edge keeps, one transaction a turn."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from bot.store import counts, pending
from bot.store.engine import connect, migrate
from bot.store.tables import conversations, feedback, turns
from bot.store.transactions import StoreDown, reading, writing


class UnknownMessage(Exception):
    """The conversation has no such reply."""


class Overtaken(Exception):
    """Another program kept a turn of this conversation in the meantime: this one must be thought over."""


class Forgotten(Exception):
    """The conversation was erased while its turn was thought out: nothing of it is kept."""


# What every turn says to the database, put together once: SQLAlchemy would spend as long on that as the database on the rest.
CONVERSATION = select(conversations).where(conversations.c.id == bindparam("conversation"))
_TURNS = select(turns).where(turns.c.conversation_id == bindparam("conversation"))
ANSWERED = _TURNS.where(turns.c.message_id == bindparam("message"))
PREVIOUS = _TURNS.order_by(turns.c.id.desc()).limit(1)
GO_ON = (
    update(conversations)
    .where(conversations.c.id == bindparam("conversation"), conversations.c.turns == bindparam("turns_before"))
    .values({each: bindparam(each) for each in ("state", "choices", "updated_at")} | {"turns": conversations.c.turns + 1})
)
BEGIN, KEEP = insert(conversations), insert(turns)
Also = Callable[[Connection], None]
"""A part of a larger transaction; it may only write, and must stand being called again where the first try came to nothing."""


@dataclass(frozen=True)
class StoredTurn:
    """One message and the reply to it, as kept: the text masked."""

    message_id: str
    digest: str
    text: str
    messages: list[dict[str, Any]]
    kind: str
    confidence: float
    created_at: datetime | None = None
    """When it was said; None, before it is kept, for now."""
    guesses: list[list[Any]] = field(default_factory=list)
    """The classifier's best labels, each with its score."""
    choice: str = ""
    """The label of the offered choice that this message took."""


@dataclass(frozen=True)
class Snapshot:
    """A conversation as it stands before a turn."""

    state: dict[str, Any] = field(default_factory=dict)
    choices: dict[str, Any] = field(default_factory=dict)
    turns: int = 0
    """How many turns were kept: a commit on an older snapshot is overtaken."""
    answered: StoredTurn | None = None
    previous: StoredTurn | None = None
    pending: str = ""
    """What the conversation needs raw for a moment, sealed; empty for nothing."""


@dataclass(frozen=True)
class Feedback:
    """What a patient thought of one reply."""

    reply_id: str
    helpful: bool
    comment: str = ""


class Store:
    """Reads and writes; every method is one transaction and raises StoreDown when the database can't serve."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def before_turn(self, conversation_id: str, message_id: str) -> Snapshot:
        """State, choices and last turn of a conversation, and the turn already stored under this message id."""
        with reading(self.engine) as connection:
            own = {"conversation": conversation_id, "message": message_id}
            row = connection.execute(CONVERSATION, own).first()
            if row is None:
                return Snapshot()
            answered = connection.execute(ANSWERED, own).first()
            previous = connection.execute(PREVIOUS, own).first()
            state, choices = json.loads(row.state), json.loads(row.choices)
            turns_found = (answered and _turn(answered), previous and _turn(previous))
            return Snapshot(state, choices, row.turns, *turns_found, pending.read(connection, conversation_id))

    def commit_turn(
        self,
        conversation_id: str,
        channel: str,
        turn: StoredTurn,
        state: dict[str, Any],
        choices: dict[str, Any],
        turns_before: int,
        *,
        keep_pending: str = "",
        also: Also | None = None,
    ) -> None:
        """Keep a turn, whole or not at all.

        Args:
            conversation_id: whose turn it is.
            channel: `web` or `sms`.
            turn: what was said and answered, masked.
            state: what the conversation goes on from.
            choices: what was offered, by value.
            turns_before: how many turns the snapshot had that this one was thought out on.
            keep_pending: what the next turn needs raw, sealed; it takes the place of what was pending.
            also: what else is to be kept in the same transaction, such as a request with its notice to the clinic.

        Raises:
            Overtaken: another program has kept a turn since, of this message or another; nothing of this one is kept.
            Forgotten: the patient has had the conversation, of which something was kept, erased since; nothing of this turn is.
        """
        now = datetime.now(timezone.utc)
        kept = {"state": json.dumps(state), "choices": json.dumps(choices), "updated_at": now}
        known = {**kept, "conversation": conversation_id, "turns_before": turns_before}
        try:
            with writing(self.engine) as connection:
                if not connection.execute(GO_ON, known).rowcount:
                    if turns_before:
                        raise Overtaken if connection.execute(CONVERSATION, known).first() else Forgotten
                    row = {"id": conversation_id, "channel": channel, "started_at": now, **kept, "turns": 1}
                    connection.execute(BEGIN, row)
                connection.execute(
                    KEEP, {**_values(turn), "conversation_id": conversation_id, "created_at": turn.created_at or now}
                )
                counts.add(connection, channel, counts.of_turn(turn.messages))
                pending.replace(connection, conversation_id, keep_pending)
                if also:
                    also(connection)
        except IntegrityError:
            raise Overtaken from None

    def history(self, conversation_id: str) -> list[StoredTurn]:
        """Every kept turn of a conversation, oldest first."""
        with reading(self.engine) as connection:
            own = select(turns).where(turns.c.conversation_id == conversation_id).order_by(turns.c.id)
            return [_turn(row) for row in connection.execute(own)]

    def add_feedback(self, conversation_id: str, given: Feedback) -> None:
        """Keep what a patient thought of a reply; said again, the later word stands.

        Raises:
            UnknownMessage: the reply isn't one of this conversation's.
        """
        message_id = given.reply_id.rpartition(".")[0]
        if not (message_id.isascii() and message_id.isprintable()):  # nothing we named, and PostgreSQL would choke on it
            raise UnknownMessage
        with writing(self.engine) as connection:
            own = (turns.c.conversation_id == conversation_id) & (turns.c.message_id == message_id)
            turn = connection.execute(select(turns).where(own)).first()
            said = {each["id"]: each for each in json.loads(turn.messages)} if turn else {}
            if turn is None or given.reply_id not in said:
                raise UnknownMessage(given.reply_id)
            reply_id = f"{turn.id}:{given.reply_id}"
            opinion = select(feedback.c.helpful).where(feedback.c.reply_id == reply_id)
            before = connection.execute(opinion).scalar()
            values = {"helpful": given.helpful, "comment": given.comment, "created_at": datetime.now(timezone.utc)}
            changed = connection.execute(update(feedback).where(feedback.c.reply_id == reply_id).values(values))
            if not changed.rowcount:
                connection.execute(insert(feedback).values(turn_id=turn.id, reply_id=reply_id, **values))
            channel = select(conversations.c.channel).where(conversations.c.id == conversation_id)
            changes = counts.of_feedback(said[given.reply_id], given.helpful, before)
            counts.add(connection, connection.execute(channel).scalar_one(), changes)

    def check(self) -> None:
        """Raise StoreDown when the database can't be read."""
        with reading(self.engine) as connection:
            connection.execute(select(conversations.c.id).limit(1))

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def open_store(url: str) -> Store:
    """The store at a database URL, its tables made or upgraded.

    Raises:
        StoreDown: the database can't be reached or written.
    """
    engine = connect(url)
    try:
        migrate(engine)
    except (SQLAlchemyError, OSError) as error:
        raise StoreDown(type(error).__name__) from error
    return Store(engine)


def _values(turn: StoredTurn) -> dict[str, Any]:
    scores = [score for _label, score in turn.guesses]
    derived = {
        "messages": json.dumps(turn.messages),
        "guesses": json.dumps(turn.guesses),
        "margin": scores[0] - scores[1] if len(scores) > 1 else 1.0,
    }
    return {**turn.__dict__, **derived}


def _turn(row: Row) -> StoredTurn:
    found = {name: row[name] for name in ("message_id", "digest", "text", "kind", "confidence", "created_at", "choice")}
    return StoredTurn(messages=json.loads(row["messages"]), guesses=json.loads(row["guesses"]), **found)
