"""Which conversation a text message belongs to: one after another for each number, told by its keyed hash."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from bot.store.tables import conversations, sms_sessions, turns
from bot.store.transactions import reading, writing
from bot.store.upsert import insert_unless_there

RETRIED_SESSIONS = 2
"""A message that a provider sends again is looked for in this many of the number's last conversations."""

OF_A_NUMBER = re.compile(r"(sms_[0-9a-f]{40}_)[0-9]+")


class SmsSessions:
    """Raises StoreDown when the database can't serve."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def conversation(self, number_key: str, message_id: str, gap: timedelta) -> str:
        """The id of the conversation that a message goes on with.

        A message that was answered before finds its own; else it is the last one of the number, or a new one
        where nothing was said for longer than the gap.
        """
        while True:
            with reading(self._engine) as connection:
                last = _last(connection, number_key)
                answered = _answered(connection, last, message_id)
            if answered:
                return answered
            if last and datetime.now(timezone.utc) - last[0].updated_at <= gap:
                return str(last[0].id)
            self._open(number_key, last[0].ordinal + 1 if last else 1)

    def _open(self, number_key: str, ordinal: int) -> None:
        """Begin a session; where another program began it at the same moment, that one's stands."""
        now = datetime.now(timezone.utc)
        conversation_id = f"sms_{number_key[:40]}_{ordinal}"
        fresh = {"channel": "sms", "state": "{}", "choices": "{}", "turns": 0, "started_at": now, "updated_at": now}
        try:
            with writing(self._engine) as connection:
                insert_unless_there(connection, conversations, {"id": conversation_id, **fresh}, [conversations.c.id])
                row = {"conversation_id": conversation_id, "number_key": number_key, "ordinal": ordinal}
                connection.execute(insert(sms_sessions).values(row))
        except IntegrityError:
            return


def same_patient(conversation_id: str) -> ColumnElement[bool]:
    """Which conversations are to be forgotten with this one: by text message, every one of the same number."""
    number = select(sms_sessions.c.number_key).where(sms_sessions.c.conversation_id == conversation_id).scalar_subquery()
    sessions = select(sms_sessions.c.conversation_id).where(sms_sessions.c.number_key == number)
    return (conversations.c.id == conversation_id) | conversations.c.id.in_(sessions)


def of_same_patient(column: Any, conversation_id: str) -> ColumnElement[bool]:
    """Which rows belong to the patient of this conversation where they outlive it: the number is told by the id itself."""
    numbered = OF_A_NUMBER.fullmatch(conversation_id)
    found: ColumnElement[bool] = column.startswith(numbered[1], autoescape=True) if numbered else column == conversation_id
    return found


def _last(connection: Connection, number_key: str) -> Sequence[Row]:
    found = select(conversations.c.id, conversations.c.updated_at, sms_sessions.c.ordinal).join(
        sms_sessions, sms_sessions.c.conversation_id == conversations.c.id
    )
    newest = found.where(sms_sessions.c.number_key == number_key).order_by(sms_sessions.c.ordinal.desc())
    return list(connection.execute(newest.limit(RETRIED_SESSIONS)))


def _answered(connection: Connection, sessions: Sequence[Row], message_id: str) -> str:
    """Which of the sessions already holds the message; empty for none."""
    own = turns.c.conversation_id.in_([each.id for each in sessions]) & (turns.c.message_id == message_id)
    found = connection.execute(select(turns.c.conversation_id).where(own)).first()
    return str(found.conversation_id) if found else ""
