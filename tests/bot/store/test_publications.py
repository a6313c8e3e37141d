"""A publishing ends once, whole or not at all, and a killed one is recognised."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import update

from bot.store import Overtaken, Store
from bot.store.publications import SILENT_SECONDS, Busy, Publications
from bot.store.releases import Releases
from bot.store.tables import publications as table
from bot.store.tables import release_choices
from bot.store.transactions import writing


@pytest.fixture
def releases(store: Store) -> Releases:
    return Releases(store.engine, "key")


@pytest.fixture
def publications(store: Store, releases: Releases) -> Publications:
    return Publications(store.engine, releases)


def silence(store: Store) -> None:
    """As if the last sign of life was long ago."""
    long_ago = datetime.now(timezone.utc) - timedelta(seconds=SILENT_SECONDS + 1)
    with writing(store.engine) as connection:
        connection.execute(update(table).values(heard_at=long_ago))


def test_going_live_is_one_transaction(publications: Publications, releases: Releases) -> None:
    """At its end the release is kept, current, and named by the publication."""
    begun = publications.begin("ann")
    publications.beat(begun, 50, "learning")
    half = publications.find(begun)
    publications.end(begun, "live", "", {"asked": 2}, b"archive", 7)

    assert half is not None
    assert (half.state, half.percent, half.step, half.author) == ("running", 50, "learning", "ann")
    ended, current = publications.find(), releases.current()
    assert ended is not None
    assert current is not None
    assert (ended.state, ended.percent, ended.report, ended.release_id) == ("live", 100, {"asked": 2}, current.id)
    assert current.content_version == 7


def test_only_one_runs(publications: Publications) -> None:
    """Who presses the button twice, or on two machines, begins one publishing."""
    begun = publications.begin("ann")
    with pytest.raises(Busy):
        publications.begin("ben")
    publications.end(begun, "failed", "training")

    assert publications.begin("ben") > begun


def test_a_killed_one_is_put_down_and_can_never_go_live(publications: Publications, releases: Releases, store: Store) -> None:
    """Silent for too long, it has failed; should it still be alive, its end is refused and nothing changes."""
    begun = publications.begin("ann")
    silence(store)

    found = publications.find(begun)
    assert found is not None
    assert (found.state, found.why) == ("failed", "killed")
    with pytest.raises(Overtaken):
        publications.beat(begun, 60, "learning")
    with pytest.raises(Overtaken):
        publications.end(begun, "live", packed=b"late")
    assert releases.current() is None


def test_a_killed_one_is_in_nobody_s_way(publications: Publications, store: Store) -> None:
    """The next publishing begins without anybody cleaning up."""
    publications.begin("ann")
    silence(store)

    assert publications.begin("ben")


def test_a_blocked_one_is_taken_live_once(publications: Publications, releases: Releases, rows: Any) -> None:
    """An owner takes a blocked publication live; a second time, or after a later one, it is too late."""
    begun = publications.begin("ann")
    publications.end(begun, "blocked", report={"worse": []}, packed=b"archive")
    before = releases.current()
    publications.accept(begun, "owner", {"accepted_by": "owner"})

    assert before is None
    assert rows(release_choices.c.author) == ["owner"]
    with pytest.raises(Overtaken):
        publications.accept(begun, "owner", {})


def test_a_blocked_one_is_stale_once_another_came(publications: Publications, releases: Releases) -> None:
    """A model that a developer trained since lets its archive go: it can't be accepted any more."""
    begun = publications.begin("ann")
    publications.end(begun, "blocked", packed=b"archive")
    trained = releases.add(b"trained by hand", "files", 3, {}, choose=True)

    with pytest.raises(Overtaken):
        publications.accept(begun, "owner", {})
    assert (releases.current(), publications.find(begun).state) == (releases.find(trained), "blocked")  # type: ignore[union-attr]


def test_a_blocked_one_is_stale_once_another_began(publications: Publications, releases: Releases) -> None:
    """What was compared with a version that answers no more can't be accepted."""
    begun = publications.begin("ann")
    publications.end(begun, "blocked", packed=b"archive")
    publications.begin("ben")

    with pytest.raises(Overtaken):
        publications.accept(begun, "owner", {})
    assert releases.current() is None
