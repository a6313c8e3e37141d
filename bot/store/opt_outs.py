"""Who wants no more texts, since when and by which words: a keyed hash of the number, never the number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

from sqlalchemy import select, update
from sqlalchemy.engine import Connection, Engine, Row

from bot.store.tables import opt_outs, sms_sessions
from bot.store.transactions import one_at_a_time, reading, writing
from bot.store.upsert import insert_unless_there

OUT, IN, EMERGENCY = "out", "in", "emergency"
"""Wants no more texts; wants them again; was sent emergency advice although opted out."""


@dataclass(frozen=True)
class Note:
    """One thing that happened to a number's opt-out, as staff can explain it."""

    what: str
    how: str
    """`word` (STOP and the like), `carrier` (its own opt-out list), `wording` (in the patient's words) or `advice`."""
    said: str
    """The words that were taken for it, without the rest of the message; a patient's own are blank after their time."""
    noted_at: datetime
    message_id: str
    number_key: str


class OptOuts:
    """A log that only grows: the newest `out` or `in` of a number stands. Every method raises StoreDown."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def note(self, number_key: str, message_id: str, what: str, how: str, said: str) -> bool:
        """Write down what a message asked for, once however often it comes.

        Returns:
            Whether this is the message by which the number opted out: the first `out` since it was last in.
        """
        now = datetime.now(timezone.utc)
        row = {"number_key": number_key, "message_id": message_id, "what": what, "how": how, "said": said[:80], "noted_at": now}
        with writing(self._engine) as connection:
            one_at_a_time(connection, number_key)
            insert_unless_there(connection, opt_outs, row, [opt_outs.c.message_id, opt_outs.c.what])
            return _opened(connection, number_key, message_id)

    def standing(self, number_key: str) -> bool:
        """Whether the number is to get no texts."""
        own = (opt_outs.c.number_key == number_key) & opt_outs.c.what.in_((OUT, IN))
        with reading(self._engine) as connection:
            newest = connection.execute(select(opt_outs.c.what).where(own).order_by(opt_outs.c.id.desc()).limit(1)).first()
        return newest is not None and newest.what == OUT

    def recent(self, most: int = 100) -> list[Note]:
        """What was noted last of any number, newest first: what staff look at."""
        with reading(self._engine) as connection:
            return [_note(row) for row in connection.execute(select(opt_outs).order_by(opt_outs.c.id.desc()).limit(most))]


def forget_words(connection: Connection, conversation_id: str) -> None:
    """Let go of a patient's words in which the number of a conversation wished for no more texts; the wish stands."""
    number = select(sms_sessions.c.number_key).where(sms_sessions.c.conversation_id == conversation_id).scalar_subquery()
    worded = (opt_outs.c.number_key == number) & (opt_outs.c.how == "wording")
    connection.execute(update(opt_outs).where(worded).values(said=""))


def forget_old_words(connection: Connection, until: datetime, most: int) -> int:
    """Let go of patients' words older than a moment, `most` notes at a time; every wish stands. Returns how many had some."""
    worded = (opt_outs.c.how == "wording") & (opt_outs.c.said != "") & (opt_outs.c.noted_at < until)
    old = select(opt_outs.c.id).where(worded).limit(most)
    return int(connection.execute(update(opt_outs).where(opt_outs.c.id.in_(old)).values(said="")).rowcount)


def _opened(connection: Connection, number_key: str, message_id: str) -> bool:
    """Whether the message's `out` is the first of its row of them, whatever came since."""
    own = (opt_outs.c.number_key == number_key) & opt_outs.c.what.in_((OUT, IN))
    before = IN
    for row in connection.execute(select(opt_outs).where(own).order_by(opt_outs.c.id)):
        if row.message_id == message_id:
            return bool(row.what == OUT and before == IN)
        before = row.what
    return False


def _note(row: Row) -> Note:
    return Note(row["what"], row["how"], row["said"], row["noted_at"], row["message_id"], row["number_key"])
