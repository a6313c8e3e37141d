"""A small project with its publishing, in a folder of a test's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot import publication
from bot.editing import Editor
from bot.publication import Parts
from bot.publishing import Publication, Publishing
from bot.settings import Settings
from bot.store import Store
from tests.small_project import parts_of, small_project


@dataclass
class Office:
    """A small project with its publishing."""

    settings: Settings
    parts: Parts
    publishing: Publishing
    editor: Editor
    store: Store

    def publish(self) -> str:
        """One publishing in this process; its state."""
        begun = self.publishing.begin("ann")
        publication.run(self.parts, begun, lambda told: None)
        found = self.publishing.progress(begun)
        assert found is not None
        return found.state

    def latest(self) -> Publication:
        """The newest publication."""
        found = self.publishing.latest()
        assert found is not None
        return found


@contextmanager
def published_once(folder: Path) -> Iterator[Office]:
    """A project that published once: its only release is live."""
    settings = small_project(folder)
    parts, store = parts_of(settings)
    publishing = Publishing(settings, parts.library, parts.releases, parts.publications)
    made = Office(settings, parts, publishing, Editor(parts.library), store)
    assert made.publish() == "live"
    yield made
    store.close()
