"""Several programs and threads writing at the same time lose nothing and keep nothing twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import datetime, timezone
from threading import Barrier

import pytest
from sqlalchemy import insert

from bot.store import Feedback, Forgotten, Overtaken, Store, StoredTurn, open_store
from bot.store.engine import connect
from bot.store.tables import conversations
from tests.stored import CHAT, OTHER, a_turn, forget, keep


def bare(turn: StoredTurn | None) -> StoredTurn | None:
    """The turn without its time."""
    return turn and replace(turn, created_at=None)


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
    expected, refused = (["m1", "m3"], Overtaken) if meanwhile == "another turn" else ([], Forgotten)
    if meanwhile == "another turn":
        keep(store, a_turn("m3"))
    else:
        forget(store, CHAT)

    with pytest.raises(refused):
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
                forget(store, "web_three")

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, range(3)))

    assert [len(store.history(chat)) for chat in (CHAT, OTHER)] == [1, 40]
