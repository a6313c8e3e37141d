"""Erasing what is past its time, a batch in each transaction, so that no patient waits for it."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection, Engine

from bot.store import opt_outs, pending
from bot.store.console_tables import filings, staff_attempts
from bot.store.engine import overwrite_log
from bot.store.sms_spending import counted_since
from bot.store.staff_attempts import FORGOTTEN_AFTER
from bot.store.tables import conversations, outbox, sms_spending, turns
from bot.store.transactions import writing

BATCH = 200
IDLE_SHARE = 10
"""After a tenth of the time the last messages, as the brain remembers them, are let go: a conversation that never pauses
that long replaces them all within the whole time."""


class Retention:
    """The purges of the tables that every installation has; each takes the moment, and gives how many rows it changed."""

    def __init__(self, engine: Engine, retention_days: int) -> None:
        self._engine, self._kept = engine, timedelta(days=retention_days)
        self._seen_until = datetime.min.replace(tzinfo=timezone.utc)

    def old_turns(self, now: datetime) -> int:
        """Turns, with their feedback and reviews, however long the conversation goes on."""
        with writing(self._engine) as connection:
            old = select(turns.c.id).where(turns.c.created_at < now - self._kept).limit(BATCH)
            return int(connection.execute(delete(turns).where(turns.c.id.in_(old))).rowcount)

    def old_conversations(self, now: datetime) -> int:
        """Conversations in which nothing was said for the whole time."""
        with writing(self._engine) as connection:
            old = select(conversations.c.id).where(conversations.c.updated_at < now - self._kept).limit(BATCH)
            return int(connection.execute(delete(conversations).where(conversations.c.id.in_(old))).rowcount)

    def idle_memories(self, now: datetime) -> int:
        """What is remembered of messages in conversations that have paused, and the rest of a text; what was urgent stays known.

        Conversations are gone through in the order in which they paused, each once while the program runs.
        """
        until = now - self._kept / IDLE_SHARE
        paused = (conversations.c.updated_at >= self._seen_until) & (conversations.c.updated_at < until)
        idle = paused & conversations.c.state.like('%"events": [{%')
        wanted = select(conversations).where(idle).order_by(conversations.c.updated_at).limit(BATCH)
        with writing(self._engine) as connection:
            rows = connection.execute(wanted.with_for_update()).all()
            for row in rows:
                state = {name: value for name, value in json.loads(row.state).items() if name != "more"} | {"events": []}
                connection.execute(update(conversations).where(conversations.c.id == row.id).values(state=json.dumps(state)))
        self._seen_until = rows[-1].updated_at if len(rows) == BATCH else until
        return len(rows)

    def pending(self, now: datetime) -> int:
        """What was kept raw for a moment that is over."""
        with writing(self._engine) as connection:
            return pending.drop_expired(connection, now)

    def delivered_notices(self, now: datetime) -> int:
        """Notices, empty since they were delivered."""
        with writing(self._engine) as connection:
            return _notices(connection, now - self._kept)

    def old_filings(self, now: datetime) -> int:
        """What staff did with questions, in patients' words: the questions are gone, and there is nothing left to undo."""
        with writing(self._engine) as connection:
            old = select(filings.c.id).where(filings.c.filed_at < now - self._kept).limit(BATCH)
            return int(connection.execute(delete(filings).where(filings.c.id.in_(old))).rowcount)

    def old_wordings(self, now: datetime) -> int:
        """In which words a number wished for no more texts; that it did stays known."""
        with writing(self._engine) as connection:
            return opt_outs.forget_old_words(connection, now - self._kept, BATCH)

    def past_spending(self, now: datetime) -> int:
        """What a number was sent, once no limit needs it any more.

        Until its day is over it stays, though the patient said "forget me": else that would lift the limit.
        """
        with writing(self._engine) as connection:
            past = select(sms_spending.c.message_id).where(sms_spending.c.spent_at < counted_since(now)).limit(BATCH)
            return int(connection.execute(delete(sms_spending).where(sms_spending.c.message_id.in_(past))).rowcount)

    def old_attempts(self, now: datetime) -> int:
        """Attempts to sign in that no further one waits for any more."""
        with writing(self._engine) as connection:
            old = select(staff_attempts.c.key).where(staff_attempts.c.updated_at < now - FORGOTTEN_AFTER).limit(BATCH)
            return int(connection.execute(delete(staff_attempts).where(staff_attempts.c.key.in_(old))).rowcount)

    def overwrite(self) -> bool:
        """What was erased is gone from the disk, too; whether that is done."""
        return overwrite_log(self._engine)


def _notices(connection: Connection, until: datetime) -> int:
    old = select(outbox.c.id).where(outbox.c.done_at < until).limit(BATCH)
    return int(connection.execute(delete(outbox).where(outbox.c.id.in_(old))).rowcount)
