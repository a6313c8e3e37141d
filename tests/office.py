"""The back office: of a small project in a folder of a test's own, or over the shipped content."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.backoffice import BackOffice
from bot.content import Content
from bot.editing.editor import Editor
from bot.publishing import publication
from bot.publishing.kept import Publication
from bot.publishing.lane import Publishing
from bot.publishing.publication import Parts
from bot.safety import Safety
from bot.settings import ROOT, Settings
from bot.store import Store
from bot.turn import FrontDesk
from tests.content_office import library_of
from tests.small_project import parts_of, settings_in, small_project
from tests.turns import KEYS


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
def published_once(factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A project that published once: its only release is live. A training takes half a minute, so all tests share the first."""
    folder, workers = factory.mktemp("office"), "PYTEST_XDIST_WORKER" in os.environ
    shared = (factory.getbasetemp().parent if workers else factory.getbasetemp()) / "published"
    shared.mkdir(exist_ok=True)
    with open(shared / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "done").exists():
            with _office(small_project(shared / "here")) as made:
                assert made.publish() == "live"
            (shared / "done").touch()
    shutil.copytree(shared / "here", folder, dirs_exist_ok=True, symlinks=True)
    with _office(settings_in(folder)) as made:
        yield made


@contextmanager
def _office(settings: Settings) -> Iterator[Office]:
    parts, store = parts_of(settings)
    publishing = Publishing(settings, parts.library, parts.releases, parts.publications)
    yield Office(settings, parts, publishing, Editor(parts.library), store)
    store.close()


class Located:
    """A brain that always says where the clinic is."""

    async def answer(self, *arguments: Any) -> dict[str, Any]:
        told = [{"text": "x", "kind": "answer", "topics": ["location"], "label": "faq/location"}]
        return {"messages": told, "state": {}, "form": {}, "private": False}

    async def check(self) -> str:
        return ""


def shipped_office(store: Store, known: Content, flags: Safety, root: Path = ROOT) -> BackOffice:
    """The back office over the shipped content; models and test questions are those in `root`."""
    library = library_of(ROOT / "data", store)
    return BackOffice.over(Settings(root=root, secret_key="k" * 40), library, FrontDesk(known, flags, store, Located(), *KEYS))
