"""Guessing takes longer and longer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest

from bot.store import Store
from bot.store.staff_attempts import FREE, LONGEST_WAIT_SECONDS, StaffAttempts

KEYS = {"account": "olive", "address": "192.0.2.1"}
NOW = datetime(2026, 11, 25, 12, tzinfo=timezone.utc)


@pytest.fixture
def attempts(store: Store) -> StaffAttempts:
    return StaffAttempts(store.engine)


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
