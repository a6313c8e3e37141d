"""The publishing lane: train in a process of its own, compare question by question, go live with nothing dropped, undo."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from dataclasses import dataclass, replace
from typing import Any

from bot.content.model import Content, fill
from bot.conversation.live_answer import words
from bot.editing.library import Library, load
from bot.judging.gate_report import Report
from bot.private_files import private
from bot.publishing.kept import Publication, publication_of
from bot.run import child_process
from bot.settings import Settings
from bot.store import Overtaken, StoreDown
from bot.store.publications import Busy, Publications
from bot.store.releases import BadRelease, Release, Releases
from bot.threads import in_thread

WHY = ("killed", "training", "full", "content", "untested", "damaged")
"""The words under which it is kept why a publishing came to nothing; after `content: ` stands the title of a topic at fault."""


class CannotPublish(Exception):
    """Not now, or not so. `kind`: `busy`, `nothing`, `emergencies`, `overtaken`, `no_version` or `damaged`."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True)
class TopicChange:
    """What publishing would teach about one topic. `kind`: `new`, `changed` or `removed`."""

    label: str
    title: str
    kind: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    web: str = ""
    """Of a new topic: what patients will read on the website, placeholders filled."""
    sms: str = ""
    """Of a new topic: what they will get by text message."""
    facts: tuple[str, ...] = ()
    """Of a new topic: what its answers rest on, in words."""


class Publishing:
    """What the console's publish page needs. All but `start` blocks: call it off the event loop."""

    def __init__(self, settings: Settings, library: Library, releases: Releases, publications: Publications) -> None:
        self._settings, self._library, self._releases, self._publications = settings, library, releases, publications
        self._watching: set[asyncio.Task[None]] = set()

    def difference(self) -> list[TopicChange]:
        """What was changed since the version that answers now; wording isn't among it, for that is live already."""
        current = self._releases.current()
        version = current.content_version if current else self._library.first_version()
        return changes(load(self._library.texts(version)), self._library.content())

    async def start(self, author: str) -> int:
        """Begin to publish in a process of its own, which ends with this one; returns the publication's id.

        Raises:
            CannotPublish: another publishing is under way.
        """
        publication_id = await in_thread(self.begin, author)
        environment = {**child_process.environment(self._settings), "DATABASE_URL": self._settings.database_url}
        with open(private(self._settings.var / "publish.log"), "ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "publish", "--id", str(publication_id), cwd=self._settings.root, env=environment,
                stdin=asyncio.subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=_gently,
            )  # fmt: skip
        task = asyncio.create_task(self._watch(process, publication_id))
        self._watching.add(task)
        task.add_done_callback(self._watching.discard)
        return publication_id

    def begin(self, author: str) -> int:
        """Put down that a publishing begins. Raises CannotPublish."""
        try:
            return self._publications.begin(author)
        except Busy as error:
            raise CannotPublish("busy") from error

    def progress(self, publication_id: int) -> Publication | None:
        """How far it is. One whose process was killed is `failed`."""
        kept = self._publications.find(publication_id)
        return publication_of(kept) if kept else None

    def latest(self) -> Publication | None:
        """The newest publication."""
        kept = self._publications.find()
        return publication_of(kept) if kept else None

    def accept(self, publication_id: int, owner: str) -> None:
        """Take a blocked publication live though its report names questions that become wrong: the owner answers for each.

        Raises:
            CannotPublish: an emergency wording would become wrong, which nobody can accept, or it is too late.
        """
        kept = self._publications.find(publication_id)
        if kept is None or kept.state != "blocked":
            raise CannotPublish("nothing")
        report = Report.of(kept.report)
        if report.emergencies:
            raise CannotPublish("emergencies")
        try:
            self._publications.accept(publication_id, owner, replace(report, accepted_by=owner).as_dict())
        except Overtaken as error:
            raise CannotPublish("overtaken") from error

    def releases(self) -> list[Release]:
        """Every version that was live once, newest first."""
        return self._releases.all()

    def current(self) -> Release | None:
        """The version that answers now; None for the one that the program came with."""
        return self._releases.current()

    def undo(self, release_id: int, author: str) -> None:
        """Make an earlier version that is still kept answer again, in seconds.

        Raises:
            CannotPublish: there is no such version, or it was tampered with.
        """
        if release_id not in [release.id for release in self._releases.all() if release.kept]:
            raise CannotPublish("no_version")
        try:
            self._releases.choose(release_id, author)
        except BadRelease as error:
            raise CannotPublish("damaged") from error

    async def _watch(self, process: asyncio.subprocess.Process, publication_id: int) -> None:
        """Put a process that ended too soon down at once, instead of after its silence."""
        await process.wait()
        with contextlib.suppress(Overtaken, StoreDown):  # Overtaken: it told its end itself
            await in_thread(self._publications.end, publication_id, "failed", "killed")


def changes(before: Content, after: Content) -> list[TopicChange]:
    """Topics whose ways of asking differ between two contents; new ones with the answers that go live with them."""
    found = []
    for label in sorted({*before.topics, *after.topics}):
        old, new = (_phrases(each, label) for each in (before, after))
        if old != new:
            known = after if label in after.topics else before
            kind = "new" if label not in before.topics else "changed" if known is after else "removed"
            added, removed = (tuple(each for each in one if each not in other) for one, other in ((new, old), (old, new)))
            change = TopicChange(label, known.topics[label].title or label, kind, added, removed)
            found.append(replace(change, **_answers(known, label)) if kind == "new" else change)
    return found


def _answers(known: Content, label: str) -> dict[str, Any]:
    """What a topic answers on each channel, and the facts below all of its wordings."""
    topic = known.topics[label]
    said = {channel: words(topic, channel) for channel in ("web", "sms")}
    filled = {channel: fill(each.text, known.placeholders()) if each else "" for channel, each in said.items()}
    ids = dict.fromkeys(fact for response in topic.responses for fact in response.facts)
    return {**filled, "facts": tuple(known.facts[each].says for each in ids if each in known.facts)}


def _phrases(known: Content, label: str) -> list[str]:
    return [example.text for example in known.topics[label].examples] if label in known.topics else []


def _gently() -> None:
    """Patients come first, and nothing is left behind when the program is stopped."""
    os.nice(10)
    child_process.die_with_parent()
