"""The content of a running program: what the store's newest revisions say, and the files under `data/` kept in step with them.

Saving writes the file first, atomically, and then the revision, so that a kill in between leaves a changed file, which the next
start finds. What was last written to this disk stands in `var/content.json`; by it a file that somebody edited is told from
one that is merely old.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot import content
from bot.content.model import Content
from bot.store.revisions import Change, Revision, Revisions

FILES = "files"
"""The author of revisions that come from the disk."""


@dataclass(frozen=True)
class Conflict:
    """A file that was edited on the disk while the console changed it too: `file_text` beside `store_text`."""

    file: str
    file_text: str | None
    store_text: str | None
    author: str


@dataclass(frozen=True)
class Reconciled:
    """What a start found: files that became revisions, files that gave way, and files that somebody must decide about."""

    taken: tuple[str, ...]
    given_way: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


class Library:
    """Content by the store, mirrored by files.

    Args:
        data: the folder `data/`.
        var: where the program remembers what it wrote last.
        revisions: the store's side.
    """

    def __init__(self, data: Path, var: Path, revisions: Revisions) -> None:
        self._data, self._var, self._revisions = data, var, revisions
        self._loaded: tuple[int, Content] | None = None

    def version(self) -> int:
        """The number of the newest change: a running edge compares it every second."""
        return self._revisions.version()

    def content(self) -> Content:
        """The content as the store holds it, read anew where it changed."""
        version = self.version()
        if self._loaded is None or self._loaded[0] != version:
            self._loaded = (version, self.load(self.texts()) if version else content.load(self._data))
        return self._loaded[1]

    def texts(self, version: int | None = None) -> dict[str, str]:
        """Every file of the content by name (`data/faq/location.yml`), now or as it stood at a version."""
        return {name: each.text for name, each in self._revisions.newest(version).items() if each.text is not None}

    def numbers(self) -> dict[str, int]:
        """The number of every file's newest revision."""
        return {name: each.number for name, each in self._revisions.newest().items()}

    def history(self, file: str) -> list[Revision]:
        """Every revision of a file, newest first."""
        return self._revisions.history(file)

    @staticmethod
    def load(texts: Mapping[str, str]) -> Content:
        """Content from texts by file name. Raises ContentError."""
        with tempfile.TemporaryDirectory() as folder:
            export(texts, Path(folder))
            return content.load(Path(folder) / "data")

    def save(self, changes: Iterable[Change], author: str, note: str = "") -> None:
        """Write files and revisions.

        Raises:
            Overtaken: somebody else changed one of the files meanwhile; nothing of this is kept.
        """
        raise NotImplementedError

    def reconcile(self) -> Reconciled:
        """Bring files and store together, at start: see the module's first lines."""
        raise NotImplementedError

    def conflicts(self) -> list[Conflict]:
        """Files that were edited on the disk while the console changed them too."""
        raise NotImplementedError

    def resolve(self, file: str, keep: str, author: str) -> None:
        """Settle a conflict: `keep` is `file` or `store`; the other stays in the history."""
        raise NotImplementedError


def export(texts: Mapping[str, str], folder: Path) -> None:
    """Write files below a folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
