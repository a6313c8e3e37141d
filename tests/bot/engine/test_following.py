"""A brain follows the current release, and loads nothing that isn't ours."""

from __future__ import annotations

from pathlib import Path

from bot.engine.following import Follower
from bot.store import open_store
from bot.store.releases import Releases


class Loads:
    """Takes down what an agent is asked to load, and can't read what isn't an archive."""

    def __init__(self) -> None:
        self.loaded: list[bytes] = []

    def load_model(self, path: str, fingerprint: str) -> None:
        packed = Path(path).read_bytes()
        if packed == b"not an archive":
            raise ValueError(fingerprint)
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
