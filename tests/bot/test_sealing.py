"""What is kept raw for a moment can be read with the key alone, and only for that moment."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import settings as counts
from hypothesis import strategies as st

from bot.sealing import REQUEST_SECONDS, Unsealable, seal, unseal
from bot.settings import Settings

KEY, OTHER_KEY = "ab" * 32, "cd" * 32
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@counts(deadline=None)
@given(JSON)
def test_what_was_sealed_comes_back(value: object) -> None:
    """Any value that JSON can hold comes back as it was."""
    assert unseal(KEY, seal(KEY, value), 60) == value


def test_nothing_of_it_can_be_read() -> None:
    """The sealed text shows nothing of the value, and never looks the same twice."""
    first, second = seal(KEY, {"name": "Jenny"}), seal(KEY, {"name": "Jenny"})

    assert "Jenny" not in first
    assert first != second


@pytest.mark.parametrize(
    "damage", [lambda text: text[:-4], lambda text: text[:20] + "x" + text[21:], lambda text: "", lambda text: "\u00e9"]
)
def test_damage_is_told(damage: object) -> None:
    """A sealed value that was changed in any way is refused."""
    with pytest.raises(Unsealable):
        unseal(KEY, damage(seal(KEY, "Jenny")), 60)  # type: ignore[operator]


def test_another_key_opens_nothing() -> None:
    """After SECRET_KEY was changed, what was sealed before stays shut."""
    with pytest.raises(Unsealable):
        unseal(OTHER_KEY, seal(KEY, "Jenny"), 60)


def test_what_is_too_old_stays_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    """After its time a sealed value can't be opened even with the key."""
    sealed, now = seal(KEY, "Jenny"), time.time()

    monkeypatch.setattr(time, "time", lambda: now + 1801)

    with pytest.raises(Unsealable):
        unseal(KEY, sealed, 1800)


def test_a_request_can_be_opened_as_long_as_it_may_be_kept(
    make_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The longest that CALLBACK_DAYS may say makes no request unreadable, for staff or for whoever is told of it."""
    sealed, now = seal(KEY, "Jenny"), time.time()
    longest = make_settings(CALLBACK_DAYS="3650").callback_days

    monkeypatch.setattr(time, "time", lambda: now + longest * 24 * 3600)

    assert unseal(KEY, sealed, REQUEST_SECONDS) == "Jenny"
