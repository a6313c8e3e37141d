"""A brain follows the release that is current in the store: fetched, its signature checked, loaded in place, nothing dropped."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import logging
import math
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

from rasa.core.agent import Agent

from bot.settings import Settings
from bot.store import StoreDown
from bot.store.releases import BadRelease, Release, Releases, open_releases
from bot.threads import in_thread
from bot.understanding.model import ModelError

logger = logging.getLogger(__name__)
EVERY_SECONDS = 1.0
AGAIN_SECONDS = 60.0
"""Until a release is tried again that may be good: what kept it from being loaded, such as a full disk, may be over by then."""


class Follower:
    """Keeps one agent at the current release. `digest` names the release that answers; empty for the model on the disk."""

    def __init__(self, agent: Agent, releases: Releases, clock: Callable[[], float] = time.monotonic) -> None:
        self.digest = ""
        self._agent, self._releases, self._clock = agent, releases, clock
        self._refused, self._again_at = 0, 0.0

    def look(self) -> None:
        """Load the current release where another one answers. What can't be loaded changes nothing; a bad archive is left alone
        until another release was loaded, and after anything else it is tried again.
        """
        try:
            current = self._releases.current()
            if current and current.digest != self.digest and not self._refuses(current):
                self._load(current)
        except StoreDown:
            pass  # the brain answers on from what it has

    def _refuses(self, release: Release) -> bool:
        return release.id == self._refused and self._clock() < self._again_at

    def _load(self, release: Release) -> None:
        try:
            packed = self._releases.archive(release.id)
            with tempfile.NamedTemporaryFile(suffix=".tar.gz") as file:
                file.write(packed)
                file.flush()
                self._agent.load_model(file.name, release.digest)
        except StoreDown:
            raise
        except Exception as error:  # a bad archive fails in many ways, and the last good one must answer on
            self._refused, self._again_at = release.id, math.inf if _is_bad(error) else self._clock() + AGAIN_SECONDS
            logger.error("Release %s can't be loaded, so the last one answers on: %s", release.id, _reason(error))
            return
        self.digest, self._refused = release.digest, 0
        _give_back()
        logger.info("Release %s answers now.", release.id)


async def follow(app: Any, settings: Settings, every: float = EVERY_SECONDS) -> None:
    """Look every second, off the event loop: patients are answered by the old release until the new one is whole."""
    releases = open_releases(settings.database_url, settings.secret_for("releases"))
    while True:
        agent = getattr(app.ctx, "agent", None)
        if agent is not None:
            if not hasattr(app.ctx, "follower"):
                app.ctx.follower = Follower(agent, releases)
            await in_thread(app.ctx.follower.look)
        await asyncio.sleep(every)


def _give_back() -> None:
    """Give the system what the old model took (glibc; elsewhere the call is simply missing).

    Freed in pieces, it is kept otherwise: six releases left the brain 13 % larger, with this call 0 %.
    """
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _is_bad(error: Exception) -> bool:
    """Whether it is the archive's fault, or that of an encoder it does not fit, which no waiting mends.

    Rasa wraps what a component raised.
    """
    causes = list(_causes(error))
    return any(isinstance(each, (BadRelease, ModelError)) for each in causes) and not any(
        isinstance(each, OSError) for each in causes
    )


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, BadRelease) else type(error).__name__


def digest_of(app: Any) -> str:
    """The digest of the release that answers in this process; empty for the model on the disk."""
    follower = getattr(app.ctx, "follower", None)
    return follower.digest if follower else ""
