"""Signed releases, and which one answers."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from bot.store import Store
from bot.store.releases import BadRelease, Releases, open_releases
from bot.store.tables import releases as table
from bot.store.transactions import writing


@pytest.fixture
def releases(store: Store) -> Releases:
    return Releases(store.engine, "key")


def test_the_chosen_release_is_current_and_any_other_can_be_again(releases: Releases) -> None:
    """A release that goes live is current; an earlier one made current again answers again, and each choice is kept."""
    first = releases.add(b"first", "ann", 1, {}, choose=True)
    second = releases.add(b"second", "ben", 2, {"asked": 3}, choose=True)
    live = releases.current()
    releases.choose(first, "owner")

    assert live is not None
    assert (live.id, live.content_version, live.report) == (second, 2, {"asked": 3})
    assert releases.current() == releases.find(first)
    assert [(each.release_id, each.author) for each in releases.choices()] == [(first, "owner"), (second, "ben"), (first, "ann")]
    assert releases.archive(second) == b"second"


def test_a_release_that_was_never_chosen_is_not_listed(releases: Releases) -> None:
    """A blocked training is kept, but nobody can go back to what never answered."""
    releases.add(b"blocked", "ann", 1, {}, choose=False)

    assert (releases.current(), releases.all()) == (None, [])


@pytest.mark.parametrize("column", ["archive", "digest", "signature"])
def test_a_tampered_release_is_not_given_out(releases: Releases, store: Store, column: str) -> None:
    """Whoever can write to the database but doesn't have the key can't make a brain load anything."""
    made = releases.add(b"sound", "ann", 1, {}, choose=True)
    with writing(store.engine) as connection:
        connection.execute(update(table).values({column: b"other" if column == "archive" else "0" * 64}))

    with pytest.raises(BadRelease):
        releases.archive(made)


def test_another_key_s_release_is_refused(releases: Releases, store: Store) -> None:
    """A release signed under another secret key is nobody's."""
    made = releases.add(b"sound", "ann", 1, {}, choose=True)

    with pytest.raises(BadRelease):
        Releases(store.engine, "another").choose(made, "ann")
    with pytest.raises(BadRelease):
        releases.archive(made + 1)


def test_a_brain_makes_no_database(tmp_path: object) -> None:
    """A brain without a database finds no release and leaves no empty file behind."""
    assert open_releases(f"sqlite:///{tmp_path}/none.db", "key").current() is None
    assert not list(tmp_path.iterdir())  # type: ignore[attr-defined]
