"""Guessing takes longer and longer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import update

from bot.store import Store
from bot.store.console_tables import staff_attempts
from bot.store.staff import digest
from bot.store.staff_attempts import FREE, LONGEST_WAIT_SECONDS, StaffAttempts
from bot.store.transactions import writing
from tests.stored import found_in

KEYS = {"account": "olive", "address": "192.0.2.1"}
NOW = datetime(2026, 11, 25, 12, tzinfo=timezone.utc)


@pytest.fixture
def attempts(store: Store) -> StaffAttempts:
    return StaffAttempts(store.engine, "key")


def test_a_few_slips_are_free_and_then_waits_double(attempts: StaffAttempts) -> None:
    """After the free tries each wait is twice the one before, up to a quarter of an hour."""
    now, waits = NOW, []
    for _ in range(FREE["account"] + 8):
        wait = attempts.wait_seconds(KEYS, now)
        if wait:
            waits.append(wait - 1)
            now += timedelta(seconds=wait)
            assert attempts.wait_seconds(KEYS, now) == 0

    assert waits[:4] == [30, 60, 120, 240]
    assert waits[-1] == LONGEST_WAIT_SECONDS


def test_waiting_is_per_account_and_per_address(attempts: StaffAttempts) -> None:
    """Another account from elsewhere needn't wait; one address guessing many accounts must."""
    for _ in range(FREE["account"]):
        attempts.wait_seconds(KEYS, NOW)
    other = {"account": "edith", "address": "192.0.2.2"}
    spread = [attempts.wait_seconds({"account": f"n{number}", "address": "192.0.2.9"}, NOW) for number in range(25)]

    assert attempts.wait_seconds(KEYS, NOW) > 0
    assert attempts.wait_seconds(other, NOW) == 0
    assert [bool(wait) for wait in spread] == [False] * FREE["address"] + [True] * (25 - FREE["address"])


def test_nothing_that_was_typed_is_kept(attempts: StaffAttempts, store: Store) -> None:
    """A password typed as a name is nowhere in the database, and neither is the address it came from."""
    attempts.wait_seconds({"account": "my password", "address": "192.0.2.1"}, NOW)

    assert found_in(store, "my password", "192.0.2.1", digest("account:my password")) == []


def test_who_must_wait_leaves_nothing_behind(attempts: StaffAttempts, rows: Any) -> None:
    """An address that is locked out adds no row, however many names it makes up."""
    for _ in range(FREE["address"]):
        attempts.wait_seconds({"address": "192.0.2.9"}, NOW)
    waits = [attempts.wait_seconds({"account": f"n{number}", "address": "192.0.2.9"}, NOW) for number in range(5)]

    assert ([wait > 0 for wait in waits], rows(staff_attempts.c.failures)) == ([True] * 5, [FREE["address"]])


def test_who_must_wait_holds_nobody_up(attempts: StaffAttempts, store: Store) -> None:
    """Where a wait is already known, it is told while somebody else writes."""
    for _ in range(FREE["account"]):
        attempts.wait_seconds(KEYS, NOW)
    with writing(store.engine) as connection:
        connection.execute(update(staff_attempts).values(failures=staff_attempts.c.failures))

        assert attempts.wait_seconds(KEYS, NOW) > 0


def test_the_right_password_forgives(attempts: StaffAttempts) -> None:
    """After signing in the count begins anew, and so it does after a day."""
    for _ in range(FREE["account"]):
        attempts.wait_seconds(KEYS, NOW)
    blocked = attempts.wait_seconds(KEYS, NOW)
    attempts.forgive(KEYS)

    assert (blocked > 0, attempts.wait_seconds(KEYS, NOW), attempts.wait_seconds(KEYS, NOW + timedelta(hours=25))) == (True, 0, 0)


def test_a_burst_gets_no_more_tries(attempts: StaffAttempts) -> None:
    """Guesses sent all at once are counted one by one."""
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda _: attempts.wait_seconds(KEYS, NOW), range(20)))

    assert waits.count(0) == FREE["account"]
