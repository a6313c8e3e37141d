"""Turns, histories, erasure and feedback, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from bot.store import Feedback, Overtaken, Snapshot, Store, StoredTurn, UnknownMessage, open_store
from bot.store.engine import connect
from bot.store.tables import conversations, feedback, turns

CHAT, OTHER = "web_one", "web_two"


def a_turn(message_id: str = "m1", text: str = "hello", **given: Any) -> StoredTurn:
    messages = [{"id": f"{message_id}.0", "text": f"about {text}", "kind": "answer", "topics": ["causes"]}]
    given = {"digest": "d" * 64, "kind": "answer", "confidence": 0.5, **given}
    return StoredTurn(message_id=message_id, text=text, messages=messages, **given)


def keep(store: Store, turn: StoredTurn, chat: str = CHAT, **given: Any) -> StoredTurn:
    return store.commit_turn(chat, "web", turn, given.get("state", {}), given.get("choices", {}))


def bare(turn: StoredTurn | None) -> StoredTurn | None:
    """The turn without its time."""
    return turn and replace(turn, created_at=None)


@pytest.fixture
def rows(database_url: str) -> Iterator[Any]:
    """A function that reads a column straight from the database."""
    engine = connect(database_url)

    def read(column: Any) -> list[Any]:
        with engine.connect() as connection:
            return list(connection.execute(select(column)).scalars())

    yield read
    engine.dispose()


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


@pytest.mark.parametrize("known", [True, False], ids=["known conversation", "new conversation"])
def test_threads_committing_one_message_id_keep_one_turn(database_url: str, store: Store, known: bool) -> None:
    """However many commit the same message at once, one turn is stored and each of them is given that one."""
    if known:
        keep(store, a_turn("m0"))
    others = [open_store(database_url) for _ in range(4)]
    start = Barrier(4)

    def commit(number: int) -> StoredTurn | None:
        start.wait()
        return bare(keep(others[number], a_turn(text=f"text {number}"), state={"events": [number]}))

    with ThreadPoolExecutor(4) as pool:
        returned = list(pool.map(commit, range(4)))
    stored = [turn for turn in store.history(CHAT) if turn.message_id == "m1"]
    for other in others:
        other.close()

    assert returned == [bare(stored[0])] * 4
    assert len(stored) == 1
    assert store.before_turn(CHAT, "m1").state == {"events": [int(stored[0].text[-1])]}


def test_a_turn_beside_another_programs_first_turn_is_kept(database_url: str, store: Store) -> None:
    """Two programs that answer the first messages of a new conversation at once lose neither."""
    now = datetime.now(timezone.utc)
    row = {"id": CHAT, "channel": "web", "state": "{}", "choices": "{}", "turns": 0, "started_at": now, "updated_at": now}
    engine = connect(database_url)

    with ThreadPoolExecutor(1) as pool, engine.begin() as other:
        other.execute(insert(conversations).values(row))
        waiting = pool.submit(keep, store, a_turn())
        wait([waiting], timeout=0.5)  # long enough for it to stand before the other's row, which is committed now
    engine.dispose()

    assert [turn.message_id for turn in store.history(CHAT)] == ["m1"]


@pytest.mark.parametrize("meanwhile", ["another turn", "erased"])
def test_a_turn_on_an_outdated_snapshot_is_not_kept(store: Store, meanwhile: str) -> None:
    """A turn thought out on what no longer stands is refused, and brings back nothing that was erased."""
    keep(store, a_turn("m1"), state={"events": ["old"]})
    before = store.before_turn(CHAT, "m2")
    expected = ["m1", "m3"] if meanwhile == "another turn" else []
    if meanwhile == "another turn":
        keep(store, a_turn("m3"))
    else:
        store.erase(CHAT)

    with pytest.raises(Overtaken):
        store.commit_turn(CHAT, "web", a_turn("m2"), before.state, {}, before.turns)
    assert [turn.message_id for turn in store.history(CHAT)] == expected
    assert store.before_turn(CHAT, "").state == {}


def test_turns_on_fresh_snapshots_are_kept(store: Store) -> None:
    """From the first turn on, each snapshot counts the turns before it."""
    counted = []
    for number in range(3):
        counted.append(store.before_turn(CHAT, "").turns)
        store.commit_turn(CHAT, "web", a_turn(f"m{number}"), {}, {}, counted[-1])

    assert counted == [0, 1, 2]
    assert len(store.history(CHAT)) == 3


def test_writers_of_every_kind_wait_for_each_other(store: Store) -> None:
    """Turns, feedback and erasures at the same time all succeed: a short wait is no failure."""
    keep(store, a_turn())

    def write(kind: int) -> None:
        for number in range(40):
            if kind == 0:
                keep(store, a_turn(f"m{number}"), OTHER)
            elif kind == 1:
                store.add_feedback(CHAT, Feedback("m1.0", bool(number % 2), "x" * number))
            else:
                store.erase("web_three")

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, range(3)))

    assert [len(store.history(chat)) for chat in (CHAT, OTHER)] == [1, 40]


def test_erasing_forgets_one_conversation_whole(store: Store, rows: Any) -> None:
    """Turns, state and feedback of the erased conversation go; another's stay."""
    for chat in (CHAT, OTHER):
        keep(store, a_turn(text=chat), chat)
        store.add_feedback(chat, Feedback("m1.0", True, chat))

    store.erase(CHAT)
    store.erase("web_never")

    assert (store.history(CHAT), store.before_turn(CHAT, "m1")) == ([], Snapshot())
    assert [rows(column) for column in (conversations.c.id, turns.c.text, feedback.c.comment)] == [[OTHER]] * 3


def test_an_erased_conversation_may_begin_again(store: Store) -> None:
    """After erasure the same message id is a new message."""
    keep(store, a_turn(text="old"))
    store.erase(CHAT)

    keep(store, a_turn(text="new"))

    assert [turn.text for turn in store.history(CHAT)] == ["new"]


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


def test_a_served_database_passes_the_check(store: Store) -> None:
    """The check that readiness rests on is silent while the database serves."""
    store.check()

    assert store.history(CHAT) == []
