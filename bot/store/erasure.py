"""Forgetting a patient: the chat, what it had pending, and a call-back where it is to be withdrawn, in one transaction."""

from __future__ import annotations

from sqlalchemy import delete, func, select
from sqlalchemy.engine import Engine

from bot.store import audit, callbacks, filings, opt_outs
from bot.store.engine import overwrite_log
from bot.store.sms_sessions import same_patient
from bot.store.tables import conversations, turns
from bot.store.transactions import reading, writing


def messages_kept(engine: Engine, conversation_id: str) -> int:
    """How many of a patient's messages there are to forget; by text message, in all conversations of the same number."""
    own = select(func.count(turns.c.id)).join(conversations).where(same_patient(conversation_id))
    with reading(engine) as connection:
        return int(connection.execute(own).scalar_one())


def erase(engine: Engine, conversation_id: str, subject: str, withdrawal: str = "") -> int:
    """Forget a conversation with its turns, feedback, pending values and what staff filed; only the line that it was done stays.

    A number's wish for no more texts goes on working, without the words it was told in.

    By text message all conversations of the same number are forgotten together.

    Args:
        engine: the store's.
        conversation_id: whose chat it is.
        subject: by what the audit line names it: a keyed digest of the id.
        withdrawal: the sealed notice of a withdrawal; with it the chat's open call-back requests are withdrawn too.

    Returns:
        How many requests were withdrawn.
    """
    own = same_patient(conversation_id)
    with writing(engine) as connection:
        withdrawn = callbacks.withdraw(connection, conversation_id, withdrawal) if withdrawal else 0
        filings.forget(connection, connection.execute(select(turns.c.id).join(conversations).where(own)).scalars().all())
        opt_outs.forget_words(connection, conversation_id)
        there = connection.execute(delete(conversations).where(own)).rowcount
        if there or withdrawn:
            audit.add(connection, audit.PATIENT, "erased", subject, f"call-back requests withdrawn: {withdrawn}")
    overwrite_log(engine)  # while somebody reads it can't be; the job that erases tries again
    return withdrawn
