"""A brain follows the current release, and loads nothing that isn't ours."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from rasa.engine.exceptions import GraphComponentException

from bot.engine.following import AGAIN_SECONDS, Follower
from bot.store import open_store
from bot.store.releases import Releases
from bot.understanding.model import ModelError


class Loads:
    """Takes down what an agent is asked to load, and can't read what isn't an archive."""

    def __init__(self) -> None:
        self.tried: list[bytes] = []
        self.loaded: list[bytes] = []
        self.troubles: list[Exception] = []
        """What stands in the way of the next loads."""

    def load_model(self, path: str, fingerprint: str) -> None:
        packed = Path(path).read_bytes()
        self.tried.append(packed)
        if packed == b"not an archive":
            raise GraphComponentException(fingerprint) from ModelError(fingerprint)
        if self.troubles:
            raise GraphComponentException(fingerprint) from self.troubles.pop()
        self.loaded.append(packed)


def test_the_current_release_is_loaded_once_and_a_bad_one_never(tmp_path: Path) -> None:
    """Each new current release is loaded; a damaged or foreign one changes nothing, and the next good one is."""
    store = open_store(f"sqlite:///{tmp_path}/bot.db")
    releases, agent = Releases(store.engine, "key"), Loads()
    follower = Follower(agent, releases)  # type: ignore[arg-type]
    follower.look()
    for packed, key in ((b"one", "key"), (b"foreign", "another"), (b"not an archive", "key"), (b"two", "key")):
        Releases(store.engine, key).add(packed, "ann", 1, {}, choose=True)
        follower.look()
        follower.look()
    store.close()

    assert agent.loaded == [b"one", b"two"]


class Clock:
    """Time that a test lets go by."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.mark.parametrize("trouble", [MemoryError(), OSError(errno.ENOSPC, "No space left on device")])
def test_a_good_release_is_tried_again(tmp_path: Path, trouble: Exception) -> None:
    """What kept a release from being loaded may be over: a minute later it is looked at again, and not before."""
    store, clock = open_store(f"sqlite:///{tmp_path}/bot.db"), Clock()
    releases, agent = Releases(store.engine, "key"), Loads()
    agent.troubles.append(trouble)
    follower = Follower(agent, releases, clock)  # type: ignore[arg-type]
    releases.add(b"good", "ann", 1, {}, choose=True)
    loaded = []
    for clock.seconds in (0.0, AGAIN_SECONDS - 1, AGAIN_SECONDS):
        follower.look()
        loaded.append(list(agent.loaded))
    store.close()

    assert loaded == [[], [], [b"good"]]


def test_a_bad_archive_is_tried_again_once_somebody_went_back_to_it(tmp_path: Path) -> None:
    """However long it is current it is read once; chosen anew after another release it gets one more chance."""
    store, clock = open_store(f"sqlite:///{tmp_path}/bot.db"), Clock()
    releases, agent = Releases(store.engine, "key"), Loads()
    follower = Follower(agent, releases, clock)  # type: ignore[arg-type]
    bad = releases.add(b"not an archive", "ann", 1, {}, choose=True)
    follower.look()
    clock.seconds = 10 * AGAIN_SECONDS
    follower.look()
    releases.add(b"good", "ann", 1, {}, choose=True)
    follower.look()
    releases.choose(bad, "ann")
    follower.look()
    store.close()

    assert agent.tried == [b"not an archive", b"good", b"not an archive"]
