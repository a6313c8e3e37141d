"""Turns, histories and erasure, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from bot.store import Feedback, Snapshot, Store, StoredTurn
from bot.store.tables import conversations, feedback, turns
from tests.stored import CHAT, OTHER, a_turn, forget, keep


def bare(turn: StoredTurn | None) -> StoredTurn | None:
    """The turn without its time."""
    return turn and replace(turn, created_at=None)


def test_an_unknown_conversation_has_nothing_before_it(store: Store) -> None:
    """Before its first turn a conversation is empty, and asking makes no row."""
    assert (store.before_turn(CHAT, "m1"), store.history(CHAT)) == (Snapshot(), [])


def test_a_committed_turn_comes_back_whole(store: Store) -> None:
    """Text, reply, state and choices return as they were kept, in any script and in order."""
    turn = a_turn(text="“naïve” 🙂 如何 \\u0000 {x} 100%")
    choices = {"z": "faq/causes", "a": "faq/booking"}

    returned = keep(store, turn, state={"events": [{"name": "ü"}]}, choices=choices)
    before = store.before_turn(CHAT, "m1")

    assert (returned, bare(before.answered), bare(before.previous)) == (turn, turn, turn)
    assert (before.state, list(before.choices.items())) == ({"events": [{"name": "ü"}]}, list(choices.items()))


def test_the_previous_turn_is_the_last_one_kept(store: Store) -> None:
    """A new message sees the newest turn as previous, none as answered, and the newest state."""
    keep(store, a_turn("m2"), state={"events": [1]}, choices={"v": "faq/causes"})
    keep(store, a_turn("m1"), state={"events": [1, 2]})

    before = store.before_turn(CHAT, "m3")

    assert (before.answered, before.previous and before.previous.message_id) == (None, "m1")
    assert (before.state, before.choices) == ({"events": [1, 2]}, {})


def test_the_same_message_id_in_two_conversations_is_two_messages(store: Store) -> None:
    """Message ids count within one conversation only."""
    keep(store, a_turn(text="mine"))
    keep(store, a_turn(text="theirs"), OTHER)

    assert [[turn.text for turn in store.history(chat)] for chat in (CHAT, OTHER)] == [["mine"], ["theirs"]]


def test_history_is_told_oldest_first(store: Store) -> None:
    """The history keeps the order in which the turns were committed."""
    for message_id in ("b", "a", "c"):
        keep(store, a_turn(message_id))

    assert [turn.message_id for turn in store.history(CHAT)] == ["b", "a", "c"]


def test_a_turn_bears_the_time_it_was_kept_in_utc(store: Store) -> None:
    """Both databases give the same moment back, and say that it is UTC."""
    began = datetime.now(timezone.utc)

    keep(store, a_turn())
    kept_at = store.history(CHAT)[0].created_at

    assert kept_at is not None
    assert kept_at.utcoffset() == timedelta(0)
    assert began <= kept_at <= datetime.now(timezone.utc)


def test_erasing_forgets_one_conversation_whole(store: Store, rows: Any) -> None:
    """Turns, state and feedback of the erased conversation go; another's stay."""
    for chat in (CHAT, OTHER):
        keep(store, a_turn(text=chat), chat)
        store.add_feedback(chat, Feedback("m1.0", True, chat))

    forget(store, CHAT)
    forget(store, "web_never")

    assert (store.history(CHAT), store.before_turn(CHAT, "m1")) == ([], Snapshot())
    assert [rows(column) for column in (conversations.c.id, turns.c.text, feedback.c.comment)] == [[OTHER]] * 3


def test_an_erased_conversation_may_begin_again(store: Store) -> None:
    """After erasure the same message id is a new message."""
    keep(store, a_turn(text="old"))
    forget(store, CHAT)

    keep(store, a_turn(text="new"))

    assert [turn.text for turn in store.history(CHAT)] == ["new"]


def test_a_served_database_passes_the_check(store: Store) -> None:
    """The check that readiness rests on is silent while the database serves."""
    store.check()

    assert store.history(CHAT) == []
