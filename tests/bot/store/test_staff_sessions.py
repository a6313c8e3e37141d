"""Sessions end: by themselves, by their owner, and by losing access."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from bot.store import Store
from bot.store.console_tables import staff_sessions
from bot.store.staff import AT_START, Person, Staff
from bot.store.staff_sessions import StaffSessions
from bot.store.transactions import writing


@pytest.fixture
def sessions(store: Store) -> StaffSessions:
    return StaffSessions(store.engine)


@pytest.fixture
def olive(store: Store) -> Person:
    staff = Staff(store.engine)
    return staff.join(staff.invite("owner", AT_START), "Olive", "hash")


def later(**time: float) -> datetime:
    return datetime.now(timezone.utc) + timedelta(**time)


def test_a_token_opens_its_session(sessions: StaffSessions, olive: Person, rows: object) -> None:
    """The token that was given out is known again; it isn't kept itself, and no other opens anything."""
    token = sessions.start(olive.id, "Firefox, Linux")

    assert (sessions.person(token), sessions.person("x" + token)) == (olive, None)
    assert token not in rows(staff_sessions.c.digest)  # type: ignore[operator]


def test_a_quiet_session_ends(sessions: StaffSessions, olive: Person) -> None:
    """After half an hour without a request it is over, and stays over."""
    token = sessions.start(olive.id, "")

    assert sessions.person(token, later(minutes=31)) is None
    assert sessions.person(token) is None


def test_a_busy_session_ends_too(sessions: StaffSessions, olive: Person) -> None:
    """Requests keep it open for twelve hours and no longer."""
    token = sessions.start(olive.id, "")
    open_at = [hours for hours in (0.4 * step for step in range(40)) if sessions.person(token, later(hours=hours))]

    assert 11.5 < max(open_at) <= 12


def test_a_click_waits_for_nobody_who_writes(sessions: StaffSessions, store: Store, olive: Person) -> None:
    """A page that is asked for within a minute of the last one is served while a patient's turn is being kept."""
    token = sessions.start(olive.id, "")
    with writing(store.engine):
        assert sessions.person(token) == olive


def test_signing_in_anew_ends_the_old_session(sessions: StaffSessions, olive: Person) -> None:
    """A browser has one session at a time."""
    old = sessions.start(olive.id, "")
    new = sessions.start(olive.id, "", replacing=old)

    assert (sessions.person(old), sessions.person(new)) == (None, olive)


def test_losing_access_ends_every_session(sessions: StaffSessions, store: Store, olive: Person) -> None:
    """A new password or place leaves no session open."""
    staff = Staff(store.engine)
    tokens = [sessions.start(olive.id, "") for _ in range(3)]
    sessions.revoke(olive.id, sessions.of(olive.id)[0].id)

    left = len(sessions.of(olive.id))
    staff.set_password(olive.id, "another")

    assert (left, [sessions.person(token) for token in tokens]) == (2, [None] * 3)
