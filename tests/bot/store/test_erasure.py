"""Forgetting a patient, on both databases."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot.store import Feedback, Store, callbacks
from bot.store.audit_log import AuditLog
from bot.store.erasure import erase
from bot.store.filings import ADDED, Filings
from bot.store.opt_outs import OUT, OptOuts
from bot.store.sms_sessions import SmsSessions
from bot.store.tables import callbacks as table
from bot.store.tables import conversations, feedback, pending, turns
from tests.stored import CHAT, OTHER, a_turn, found_in, keep

SECRET, PENDING = "my very own words", "raw for a moment"


@pytest.fixture
def told(store: Store) -> Store:
    """A chat with words, an opinion, something pending and a request; and somebody else's."""
    also = partial(callbacks.add, key="k1", conversation_id=CHAT, channel="web", sealed="sealed")
    keep(store, a_turn("m1", SECRET), keep_pending=PENDING, also=also)
    store.add_feedback(CHAT, Feedback("m1.0", True, SECRET))
    keep(store, a_turn("m2"), OTHER)
    return store


def test_nothing_of_the_chat_is_left(told: Store, rows: Any) -> None:
    """Turns, opinions and pending values go with the conversation; the other chat stays."""
    erase(told.engine, CHAT, "digest")

    assert rows(conversations.c.id) == rows(turns.c.conversation_id) == [OTHER]
    assert rows(feedback.c.id) == rows(pending.c.conversation_id) == []


@pytest.mark.parametrize(("withdrawal", "status"), [("", "new"), ("sealed nothing", "withdrawn")])
def test_a_request_goes_only_where_the_patient_says_so(told: Store, rows: Any, withdrawal: str, status: str) -> None:
    """A confirmed request outlives the chat unless it is taken back."""
    assert erase(told.engine, CHAT, "digest", withdrawal) == (status == "withdrawn")
    assert rows(table.c.status) == [status]


def test_one_line_stays(told: Store) -> None:
    """The audit tells that a chat was erased, by a digest, once: what isn't there isn't erased again."""
    for _ in range(2):
        erase(told.engine, CHAT, "digest")

    assert [(line.actor, line.action, line.subject) for line in AuditLog(told.engine).recent(200)] == [
        ("patient", "erased", "digest")
    ]


def test_the_words_are_gone(told: Store) -> None:
    """Neither the SQLite file, its log nor any row of PostgreSQL holds them."""
    before = found_in(told, SECRET, PENDING)
    erase(told.engine, CHAT, "digest")

    assert (before, found_in(told, SECRET, PENDING)) == ([SECRET, PENDING], [])


def test_what_staff_filed_of_it_goes_with_the_chat(told: Store, rows: Any) -> None:
    """What was done with the patient's questions holds their words; what was done with others' stays."""
    own, others = rows(turns.c.id)
    Filings(told.engine).add((own,), ADDED, "ana", "faq/causes", (SECRET,))
    Filings(told.engine).add((others,), ADDED, "ana", "faq/causes", ("somebody else's",))
    Filings(told.engine).add((own, others), ADDED, "ana", "faq/causes", (SECRET, "somebody else's"))

    erase(told.engine, CHAT, "digest")

    left = [(filed.turn_ids, filed.phrases) for filed in Filings(told.engine).recent([ADDED])]
    assert left == [((others,), ()), ((others,), ("somebody else's",))]
    assert found_in(told, SECRET) == []


def test_a_wish_for_no_more_texts_outlives_its_words(store: Store) -> None:
    """The number stays opted out; how the patient said so is gone."""
    key = "feed" * 16
    chat = SmsSessions(store.engine).conversation(key, "m1", timedelta(hours=12))
    OptOuts(store.engine).note(key, "m2", OUT, "wording", SECRET)

    erase(store.engine, chat, "digest")

    assert OptOuts(store.engine).standing(key)
    assert found_in(store, SECRET) == []


def test_a_text_chat_leaves_no_trace_of_its_number(store: Store) -> None:
    """With the request withdrawn, nothing that stays says which number it was."""
    key = "feed" * 16
    chat = SmsSessions(store.engine).conversation(key, "m1", timedelta(hours=12))
    also = partial(callbacks.add, key="k1", conversation_id=chat, channel="sms", sealed="sealed")
    keep(store, a_turn("m1", SECRET), chat, "sms", keep_pending=PENDING, also=also)
    before = found_in(store, key[:40])

    erase(store.engine, chat, "digest", "sealed nothing")

    assert (before, found_in(store, key[:40])) == ([key[:40]], [])
