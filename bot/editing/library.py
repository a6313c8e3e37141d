"""The content of a running program: the newest revisions in the store, and the files under `data/` kept in step with them.

Saving writes the file first, atomically, and then the revision, so that a kill in between leaves a changed file, which the next
start finds.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot import content, sentences
from bot.content import Content, ContentError, check
from bot.content.remarks import new_problems
from bot.editing.disk import Disk
from bot.editing.edited_files import FILES, NOT_KEPT, Compared, Conflict, behind_edits, compare, number_of
from bot.store import Overtaken
from bot.store.revisions import Change, Revision, Revisions, digest


@dataclass(frozen=True)
class Reconciled:
    """What a start found: files that became revisions, files that gave way, and files that somebody must decide about."""

    taken: tuple[str, ...] = ()
    given_way: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    waiting: str = ""
    """Why edited files wait until the conflicts are settled; empty where none does."""


class Library:
    """Content by the store, mirrored by files.

    Args:
        data: the folder `data/`.
        revisions: the store's side.
    """

    def __init__(self, data: Path, revisions: Revisions) -> None:
        self._data, self._revisions = data, revisions
        self._disk = Disk(data)
        self._loaded: tuple[int, Content] | None = None

    def version(self) -> int:
        """The number of the newest change: a running edge compares it every second."""
        return self._revisions.version()

    def first_version(self) -> int:
        """The version that the files came with, before anybody changed anything in the console."""
        return self._revisions.first_version(FILES)

    def content(self) -> Content:
        """The content as the store holds it, read anew where it changed; before the first start, as the files hold it.

        Raises:
            ContentError: a file is broken.
        """
        version = self.version()
        if self._loaded is None or self._loaded[0] != version:
            self._loaded = (version, load(self.texts()) if version else content.load(self._data))
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

    def after(self, changes: Iterable[Change]) -> Content:
        """The content as it would be with changes.

        Raises:
            ContentError: a file would be broken, or one that is needed gone.
        """
        texts = {**self.texts(), **{change.file: change.text for change in changes}}
        return load({file: text for file, text in texts.items() if text is not None})

    def save(self, changes: Iterable[Change], author: str, note: str = "") -> None:
        """Write files and revisions; of several changes of one file the last is live, and those before it never are.

        What somebody has edited on the disk meanwhile gives way, and stays in the history.

        Raises:
            Overtaken: somebody else changed one of the files meanwhile; nothing of this is kept.
            OSError: a file can't be written; nothing of this is kept.
        """
        changes = list(changes)
        with self._disk.alone():
            newest = self._revisions.newest()
            thought_out_on = {change.file: change.number for change in reversed(changes)}
            if any(number_of(newest, file) != number for file, number in thought_out_on.items()):
                raise Overtaken
            before = {file: self._disk.read(file) for file in thought_out_on}
            changes = behind_edits(changes, before, newest, self._disk, self._revisions)
            try:
                for file, text in {change.file: change.text for change in changes}.items():
                    self._disk.write(file, text)
                self._revisions.add(changes, author, note, self._disk.place)
            except BaseException:
                for file, text in before.items():
                    with contextlib.suppress(OSError):
                        self._disk.write(file, text)
                raise

    def reconcile(self) -> Reconciled:
        """Bring files and store together at start.

        A file that nobody touched gives way to newer revisions; an edited file becomes a revision; where both changed, nothing
        is done but to name the conflict, and what the store holds is served. Edited files that only fit what somebody has yet to
        decide about wait for that.

        Raises:
            ContentError: with the edited files the content would be broken, or hold what `check` refuses and did not refuse
                before; nothing of the disk is taken.
        """
        waiting = ""
        with self._disk.alone():
            found, newest = self.compared(), self._revisions.newest()
            changes = [Change(file, text, number_of(newest, file)) for file, text in found.edited.items()]
            try:
                self._judge(changes)
            except ContentError as error:
                if not found.conflicts:
                    raise
                waiting, changes = str(error), []
            if changes:
                self._revisions.add(changes, FILES, "", self._disk.place)
            for file, text in found.outdated.items():
                self._disk.write(file, text)
            in_step = {**found.outdated, **found.same}
            self._revisions.remember(self._disk.place, {file: digest(text) for file, text in in_step.items()})
        taken = tuple(change.file for change in changes)
        return Reconciled(taken, tuple(found.outdated), tuple(found.conflicts), waiting)

    def compared(self) -> Compared:
        """What the disk holds against the store; `edited` files are taken by the next start, or with a conflict's settling."""
        return compare(self._disk, self._revisions)

    def resolve(self, file: str, keep: str, author: str) -> None:
        """Settle a conflict: `keep` is `file` or `store`; the text that isn't kept stays in the history.

        Edited files that waited for this are taken with it.

        Raises:
            ContentError: the content would no longer be sound with the file's text.
            Overtaken: the file was changed again meanwhile.
        """
        number, edited = number_of(self._revisions.newest(), file), self._disk.read(file)
        if keep == "file":
            self.save(self._with_what_it_needs(Change(file, edited, number)), author, "kept the file's text")
        else:
            not_kept = Change(file, edited, number, NOT_KEPT)
            self.save([not_kept, Change(file, self._newest_text(file), number + 1)], author, "kept the console's text")
        with contextlib.suppress(ContentError, Overtaken):  # else they wait on, and the next start says for what
            self.reconcile()

    def _with_what_it_needs(self, change: Change) -> list[Change]:
        """The change, or where that isn't sound alone, the change and every edited file beside it. Raises ContentError."""
        newest = self._revisions.newest()
        beside = [Change(file, text, number_of(newest, file)) for file, text in self.compared().edited.items()]
        try:
            self._judge([change])
        except ContentError:
            if not beside:
                raise
            self._judge([change, *beside])
            return [change, *beside]
        return [change]

    def _judge(self, changes: Sequence[Change]) -> None:
        """Raise ContentError for the first thing that changes would bring and that must not be served."""
        if not changes:
            return
        after = self.after(changes)
        try:
            problems = new_problems(load(self.texts()), after)
        except ContentError:  # nothing was taken yet, or what was can't be read any more
            problems = check(after)
        if problems:
            raise sentences.refusal(problems[0])

    def _newest_text(self, file: str) -> str | None:
        found = self._revisions.newest().get(file)
        return found.text if found else None


def load(texts: Mapping[str, str]) -> Content:
    """Content from texts by file name; the same texts are read once.

    Raises:
        ContentError: a file is broken.
    """
    return _load(tuple(sorted(texts.items())))


@lru_cache(maxsize=2)
def _load(texts: tuple[tuple[str, str], ...]) -> Content:
    with tempfile.TemporaryDirectory() as folder:
        export(dict(texts), Path(folder))
        return content.load(Path(folder) / "data")


def export(texts: Mapping[str, str], folder: Path) -> None:
    """Write files below a folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
