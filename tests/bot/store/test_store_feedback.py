"""What patients thought of replies, kept once for each reply of their own."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func

from bot.store import Feedback, Store, UnknownMessage
from bot.store.tables import feedback
from tests.stored import CHAT, OTHER, a_turn, keep


def test_the_later_word_of_a_patient_stands(store: Store, rows: Any) -> None:
    """Feedback said again replaces the first."""
    keep(store, a_turn())
    store.add_feedback(CHAT, Feedback("m1.0", True, "first"))

    store.add_feedback(CHAT, Feedback("m1.0", False, "second"))

    assert [rows(column) for column in (feedback.c.helpful, feedback.c.comment)] == [[False], ["second"]]


def test_two_patients_judge_replies_of_the_same_name_apart(store: Store, rows: Any) -> None:
    """Reply ids count within one conversation only."""
    for chat in (CHAT, OTHER):
        keep(store, a_turn(), chat)
        store.add_feedback(chat, Feedback("m1.0", chat == CHAT))

    assert sorted(rows(feedback.c.helpful)) == [False, True]


@pytest.mark.parametrize("chat", [CHAT, OTHER, "web_never"])
@pytest.mark.parametrize("reply_id", ["m1.1", "m1", "m2.0", "", ".", "0", "m1.0.0", "greeting.0", "m1\x00.0", "\ud800.0"])
def test_feedback_on_what_was_never_said_is_refused(store: Store, rows: Any, chat: str, reply_id: str) -> None:
    """Only a reply of this very conversation can be judged."""
    keep(store, a_turn())
    keep(store, a_turn("x1"), OTHER)

    with pytest.raises(UnknownMessage):
        store.add_feedback(chat, Feedback(reply_id, True))

    assert rows(func.count(feedback.c.id)) == [0]
