"""Which conversation a text belongs to, on each database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from functools import partial

import pytest
from sqlalchemy import update

from bot.store import Store, StoredTurn, callbacks
from bot.store.sms_sessions import SmsSessions
from bot.store.tables import conversations
from tests.stored import forget, keep

GAP = timedelta(hours=12)


@pytest.fixture
def sessions(store: Store) -> SmsSessions:
    return SmsSessions(store.engine)


def age(store: Store, hours: int) -> None:
    """Let every conversation have been silent for so long."""
    with store.engine.begin() as connection:
        connection.execute(update(conversations).values(updated_at=datetime.now(timezone.utc) - timedelta(hours=hours)))


def test_a_number_goes_on_with_its_conversation(sessions: SmsSessions) -> None:
    """Within the gap it is the same one; another number has its own, and neither is an id of the web's."""
    one, again, other = (sessions.conversation(key, "SM1", GAP) for key in ("a" * 64, "a" * 64, "b" * 64))

    assert (one == again, one == other, one.startswith("sms_"), len(one) <= 64) == (True, False, True, True)


def test_after_the_gap_a_new_one_begins(store: Store, sessions: SmsSessions) -> None:
    """A message of before the gap, sent again, still finds the conversation that holds its turn."""
    first = sessions.conversation("a" * 64, "SM1", GAP)
    store.commit_turn(first, "sms", StoredTurn("SM1", "d", "hi", [], "answer", 1.0), {}, {}, 0)
    age(store, 13)

    second = sessions.conversation("a" * 64, "SM2", GAP)

    assert second != first
    assert sessions.conversation("a" * 64, "SM1", GAP) == first


def test_first_messages_at_once_share_a_conversation(sessions: SmsSessions) -> None:
    """Twenty that arrive together from a new number begin one session."""
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda number: sessions.conversation("a" * 64, f"SM{number}", GAP), range(20)))

    assert len(found) == 1


def test_what_was_erased_may_begin_again(store: Store, sessions: SmsSessions) -> None:
    """A number whose conversations were forgotten starts anew, also when a turn in flight left one behind."""
    first = sessions.conversation("a" * 64, "SM1", GAP)
    forget(store, first)
    store.commit_turn(first, "sms", StoredTurn("SM1", "d", "hi", [], "answer", 1.0), {}, {}, 0)

    assert sessions.conversation("a" * 64, "SM2", GAP) == first
    assert [turn.message_id for turn in store.history(first)] == ["SM1"]


def test_forgetting_a_web_chat_forgets_no_other(store: Store, sessions: SmsSessions) -> None:
    """Only conversations of one number go together."""
    kept = sessions.conversation("a" * 64, "SM1", GAP)
    keep(store, StoredTurn("m", "d", "hi", [], "answer", 1.0), "web_1")

    forget(store, "web_1")

    assert (store.before_turn(kept, "").turns, sessions.conversation("a" * 64, "SM2", GAP)) == (0, kept)


@pytest.mark.parametrize(
    ("asking", "found"),
    [
        (f"sms_{'a' * 40}_2", [f"sms_{'a' * 40}_1", f"sms_{'a' * 40}_12"]),
        (f"sms_{'b' * 40}_1", [f"sms_{'b' * 40}_1"]),
        ("web_one", ["web_one"]),
        ("web%", []),
    ],
)
def test_what_outlives_a_conversation_is_still_its_patients(store: Store, asking: str, found: list[str]) -> None:
    """A number is told by any of its conversations' ids, be they erased; on the web a patient is one conversation."""
    for chat in (f"sms_{'a' * 40}_1", f"sms_{'a' * 40}_12", f"sms_{'b' * 40}_1", "web_one"):
        also = partial(callbacks.add, key=chat[:60], conversation_id=chat, channel="sms", sealed="sealed")
        keep(store, StoredTurn("m1", "d", "hi", [], "answer", 1.0), chat, "sms", also=also)
        forget(store, chat)

    assert [each.conversation_id for each in callbacks.Callbacks(store.engine).open_of(asking)] == found
