"""The publishing lane: train in a process of its own, compare question by question, go live with nothing dropped, undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.library import Library
from bot.settings import Settings
from bot.store.releases import Release, Releases


class CannotPublish(Exception):
    """Not now, or not so; the message is one sentence for whoever pressed the button."""


@dataclass(frozen=True)
class TopicChange:
    """What publishing would teach about one topic."""

    label: str
    title: str
    kind: str
    """`new`, `changed` or `removed`."""
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judged:
    """One question before and after: `expected`, `before` and `after` are titles."""

    text: str
    expected: str
    before: str
    after: str
    emergency: bool = False


@dataclass(frozen=True)
class Report:
    """What a training made of every question that is asked to test it."""

    better: tuple[Judged, ...] = ()
    worse: tuple[Judged, ...] = ()
    """Right before, wrong now: these block until an owner accepts each."""
    unsure: tuple[Judged, ...] = ()
    """Right before, asked back now: worth knowing, blocks nothing."""
    emergencies: tuple[Judged, ...] = ()
    """Emergency wordings that would become wrong: nobody can accept them."""
    strength: Mapping[str, float] = field(default_factory=dict)
    """For each topic the share of its test questions that are understood, 0 to 1."""
    asked: int = 0
    right_before: int = 0
    right_after: int = 0
    problems: tuple[str, ...] = ()
    """Content that must not be served, in plain words."""
    accepted_by: str = ""


@dataclass(frozen=True)
class Publication:
    """One publishing: `state` is `running`, `live`, `blocked` (see the report), `failed` (see `why`) or `stopped`."""

    id: int
    state: str
    percent: int
    step: str
    why: str
    author: str
    started_at: datetime
    report: Report
    release_id: int | None = None


class Publishing:
    """What the console's publish page needs. Blocks but for `start`: call it off the event loop."""

    def __init__(self, settings: Settings, library: Library, releases: Releases, publications: Any) -> None:
        self._settings, self._library, self._releases, self._publications = settings, library, releases, publications

    def difference(self) -> list[TopicChange]:
        """What was changed since the version that answers now; wording isn't among it, for that is live already."""
        raise NotImplementedError

    async def start(self, author: str) -> int:
        """Begin to publish in a process of its own; returns the publication's id. Raises CannotPublish."""
        raise NotImplementedError

    def progress(self, publication_id: int) -> Publication | None:
        """How far it is. One whose process was killed is `failed`, with a sentence on what to do."""
        raise NotImplementedError

    def latest(self) -> Publication | None:
        """The newest publication."""
        raise NotImplementedError

    def accept(self, publication_id: int, owner: str) -> None:
        """Take a blocked publication live though its report names questions that become wrong. Raises CannotPublish."""
        raise NotImplementedError

    def releases(self) -> list[Release]:
        """Every version that was live once, newest first."""
        return self._releases.all()

    def current(self) -> Release | None:
        """The version that answers now."""
        return self._releases.current()

    def undo(self, release_id: int, author: str) -> None:
        """Make any earlier version answer again, in seconds. Raises CannotPublish."""
        raise NotImplementedError
