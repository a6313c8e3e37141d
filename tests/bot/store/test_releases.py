"""Signed releases, and which one answers."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest
from sqlalchemy import update

from bot.store import Store
from bot.store.releases import AT_ONCE, EARLIER, BadRelease, Releases, open_releases
from bot.store.tables import release_choices
from bot.store.tables import releases as table
from bot.store.transactions import writing


@pytest.fixture
def releases(store: Store) -> Releases:
    return Releases(store.engine, "key")


def test_the_chosen_release_is_current_and_any_other_can_be_again(releases: Releases, rows: Any) -> None:
    """A release that goes live is current; an earlier one made current again answers again, and each choice is kept."""
    first = releases.add(b"first", "ann", 1, {}, choose=True)
    second = releases.add(b"second", "ben", 2, {"asked": 3}, choose=True)
    live = releases.current()
    releases.choose(first, "owner")

    assert live is not None
    assert (live.id, live.content_version, live.report) == (second, 2, {"asked": 3})
    assert releases.current() == releases.find(first)
    assert list(zip(rows(release_choices.c.release_id), rows(release_choices.c.author))) == [
        (first, "ann"),
        (second, "ben"),
        (first, "owner"),
    ]
    assert releases.archive(second) == b"second"


def test_a_release_that_was_never_chosen_is_not_listed(releases: Releases) -> None:
    """A blocked training is kept, but nobody can go back to what never answered."""
    releases.add(b"blocked", "ann", 1, {}, choose=False)

    assert (releases.current(), releases.all()) == (None, [])


def test_old_archives_go_when_another_comes(releases: Releases, rows: Any) -> None:
    """The first version and the last that answered can be gone back to; of others only what they were stays."""
    first, second, *others = (releases.add(b"%d" % each, "ann", each, {}, choose=True) for each in range(EARLIER + 2))
    before = [each.kept for each in releases.all()]
    last = releases.add(b"last", "ben", 99, {}, choose=True)

    assert before == [True] * (EARLIER + 2)
    assert [each.id for each in releases.all() if not each.kept] == [second]
    assert [releases.archive(each) for each in (first, last)] == [b"0", b"last"]
    assert (b"1" in rows(table.c.archive), len(rows(table.c.digest))) == (False, len(others) + 3)
    with pytest.raises(BadRelease, match="no release"):
        releases.choose(second, "ann")
    assert releases.current() == releases.find(last)


def test_a_version_that_was_gone_back_to_stays(releases: Releases) -> None:
    """What answers, or has just answered, is kept however old it is."""
    made = [releases.add(b"%d" % each, "ann", each, {}, choose=True) for each in range(EARLIER + 1)]
    releases.choose(made[1], "owner")
    for each in range(EARLIER):
        releases.add(b"new %d" % each, "ann", 50 + each, {}, choose=True)

    assert releases.archive(made[1]) == b"1"
    assert [each.id for each in releases.all() if not each.kept] == made[:1:-1]


def test_what_was_held_back_goes_with_the_next(releases: Releases, rows: Any) -> None:
    """A training that never answered is kept until another one is made."""
    releases.add(b"first", "ann", 1, {}, choose=True)
    blocked = releases.add(b"blocked", "ann", 2, {}, choose=False)
    held = releases.archive(blocked)
    releases.add(b"blocked too", "ann", 3, {}, choose=False)

    assert (held, sorted(rows(table.c.archive))) == (b"blocked", [b"", b"blocked too", b"first"])


def test_many_old_archives_go_little_by_little(releases: Releases, store: Store, rows: Any) -> None:
    """Where years of them have gathered, no transaction overwrites them all, and each brings their end nearer."""
    row = {"archive": b"old", "digest": "", "signature": "", "content_version": 1, "report": "{}", "author": "ann"}
    with writing(store.engine) as connection:
        connection.execute(table.insert(), [{**row, "created_at": datetime.now(timezone.utc)}] * (AT_ONCE + 1))
    left = []
    for each in (b"a", b"b"):
        releases.add(each, "ann", 2, {}, choose=True)
        left.append(rows(table.c.archive).count(b"old"))

    assert left == [1, 0]


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
