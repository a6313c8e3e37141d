"""What is past its time is erased, on the disk too, and what isn't stays."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.store import Store, open_store
from bot.store.console_tables import staff_attempts
from bot.store.filings import ADDED, Filings
from bot.store.opt_outs import OUT, OptOuts
from bot.store.outbox import Outbox, add
from bot.store.retention import BATCH, Retention
from bot.store.staff_attempts import StaffAttempts
from bot.store.tables import conversations, outbox, pending, turns
from bot.store.transactions import writing
from tests.stored import CHAT, OTHER, a_turn, forget, found_in, keep

NOW = datetime.now(timezone.utc)
DAYS = 30
SECRET = "the words of a patient"


def age(store: Store, chat: str, days: float) -> None:
    """Let everything of a conversation have happened so long ago."""
    then = NOW - timedelta(days=days)
    with writing(store.engine) as connection:
        connection.execute(update(conversations).where(conversations.c.id == chat).values(updated_at=then))
        connection.execute(update(turns).where(turns.c.conversation_id == chat).values(created_at=then))


def test_conversations_go_after_their_time(store: Store) -> None:
    """A conversation of more than the set number of days ago is gone, one of less stays."""
    for chat, days in ((CHAT, DAYS + 0.01), (OTHER, DAYS - 0.01)):
        keep(store, a_turn(), chat)
        age(store, chat, days)

    assert Retention(store.engine, DAYS).old_conversations(NOW) == 1
    assert [len(store.history(chat)) for chat in (CHAT, OTHER)] == [0, 1]


def test_old_turns_go_from_a_conversation_that_goes_on(store: Store) -> None:
    """Who writes every week doesn't have last year's messages kept."""
    keep(store, a_turn("m1"))
    age(store, CHAT, DAYS + 1)
    keep(store, a_turn("m2"))

    assert Retention(store.engine, DAYS).old_turns(NOW) == 1
    assert [turn.message_id for turn in store.history(CHAT)] == ["m2"]


def test_what_the_brain_remembers_goes_after_a_pause(store: Store) -> None:
    """After a pause the state holds no message or rest of a text, but still what was urgent; without one it is as it was."""
    for chat, days in ((CHAT, DAYS / 10 + 0.01), (OTHER, DAYS / 10 - 0.01)):
        keep(store, a_turn(), chat, state={"events": [{"text": "hello"}], "urgent": "chest_pain", "more": [{"text": "rest"}]})
        age(store, chat, days)

    assert [Retention(store.engine, DAYS).idle_memories(NOW) for _ in range(2)] == [1, 0]
    assert store.before_turn(CHAT, "").state == {"events": [], "urgent": "chest_pain"}
    assert store.before_turn(OTHER, "").state["events"] == [{"text": "hello"}]


def test_a_memory_is_looked_at_once_and_never_missed(store: Store) -> None:
    """The purge goes on from where it stopped, and finds a conversation that pauses later and more than one batch of them."""
    retention = Retention(store.engine, DAYS)
    for number in range(BATCH + 3):
        keep(store, a_turn(), f"web_{number}", state={"events": [{"text": "hello"}]})
    keep(store, a_turn(), CHAT, state={"events": [{"text": "hello"}]})
    with writing(store.engine) as connection:
        connection.execute(update(conversations).values(updated_at=NOW - timedelta(days=DAYS / 10 + 1)))
    age(store, CHAT, DAYS / 10 - 1)

    assert [retention.idle_memories(NOW) for _ in range(3)] == [BATCH, 3, 0]
    assert [retention.idle_memories(NOW + timedelta(days=2)) for _ in range(2)] == [1, 0]


def test_much_goes_in_batches(store: Store) -> None:
    """A purge takes a limited number at a time, so that no patient waits long for its lock."""
    row = {
        "conversation_id": CHAT,
        "digest": "",
        "text": "",
        "messages": "[]",
        "kind": "answer",
        "confidence": 0,
        "created_at": NOW,
    }
    keep(store, a_turn())
    with writing(store.engine) as connection:
        connection.execute(turns.insert(), [{**row, "message_id": f"n{number}"} for number in range(BATCH + 9)])
    age(store, CHAT, DAYS + 1)

    assert [Retention(store.engine, DAYS).old_turns(NOW) for _ in range(3)] == [BATCH, 10, 0]


def test_words_of_an_opt_out_go_after_their_time_and_the_wish_stays(store: Store) -> None:
    """In which words somebody wished for no texts is blank after the set number of days; carriers' words and the wish stay."""
    opt_outs = OptOuts(store.engine)
    opt_outs.note("one", "SM1", OUT, "wording", "leave me alone")
    opt_outs.note("two", "SM2", OUT, "word", "STOP")
    retention = Retention(store.engine, DAYS)

    assert retention.old_wordings(NOW + timedelta(days=DAYS - 1)) == 0
    assert [retention.old_wordings(NOW + timedelta(days=DAYS + 1)) for _ in range(2)] == [1, 0]
    assert [note.said for note in opt_outs.recent()] == ["STOP", ""]
    assert (opt_outs.standing("one"), opt_outs.standing("two")) == (True, True)


def test_a_form_left_alone_goes_in_half_an_hour(store: Store, rows: Any) -> None:
    """What was raw for a moment is erased when the moment is over."""
    keep(store, a_turn(), keep_pending="sealed")
    retention, now = Retention(store.engine, DAYS), datetime.now(timezone.utc)

    assert [retention.pending(now + timedelta(minutes=minutes)) for minutes in (29, 31)] == [0, 1]
    assert rows(pending.c.sealed) == []


def test_only_delivered_notices_go(store: Store, rows: Any) -> None:
    """What the clinic has not heard yet is never erased by age."""
    for key in ("told", "waiting"):
        with writing(store.engine) as connection:
            add(connection, key, "sealed", "callback")
    notice = Outbox(store.engine).claim(timedelta(0))
    assert notice is not None
    Outbox(store.engine).delivered(notice)

    assert Retention(store.engine, DAYS).delivered_notices(NOW + timedelta(days=DAYS + 1)) == 1
    assert rows(outbox.c.key) == ["waiting"]


def test_what_staff_filed_goes_after_its_time(store: Store) -> None:
    """A question's words are gone from the filing too, a number of days after it was filed and not before."""
    kept = Filings(store.engine)
    number = kept.add([1], ADDED, "Edith", "faq/booking", [SECRET])

    retention = Retention(store.engine, DAYS)
    assert [retention.old_filings(NOW + timedelta(days=DAYS + each)) for each in (-0.1, 0.1)] == [0, 1]
    retention.overwrite()
    assert (kept.find(number), found_in(store, SECRET)) == (None, [])


def test_attempts_to_sign_in_go_after_a_day(store: Store, rows: Any) -> None:
    """Who typed a wrong password, and from where, is known no longer than it makes anybody wait."""
    StaffAttempts(store.engine, "key").wait_seconds({"account": "olive"}, NOW)
    retention = Retention(store.engine, DAYS)

    assert [retention.old_attempts(NOW + timedelta(hours=hours)) for hours in (23, 25)] == [0, 1]
    assert rows(staff_attempts.c.key) == []


@pytest.mark.parametrize("erased_by", ["age", "the patient"])
def test_no_byte_of_what_was_erased_is_on_the_disk(tmp_path: Path, erased_by: str) -> None:
    """Neither the SQLite file nor its write-ahead log holds a word of it, though connections are open and in use."""
    store = open_store(f"sqlite:///{tmp_path}/bot.db")
    retention = Retention(store.engine, DAYS)
    for number in range(40):
        keep(store, a_turn(f"m{number}", SECRET * (number + 1)), CHAT, state={"events": [{"text": SECRET * number}]})
        keep(store, a_turn(f"m{number}", "what stays"), OTHER)
    before = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    if erased_by == "age":
        age(store, CHAT, DAYS + 1)
        while retention.old_turns(NOW) or retention.old_conversations(NOW):
            pass
        retention.overwrite()
    else:
        forget(store, CHAT)
    after = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    store.close()

    assert [SECRET.encode() in held for held in (before, after)] == [True, False]
    assert b"what stays" in after
