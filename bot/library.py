"""The content of a running program: the newest revisions in the store, and the files under `data/` kept in step with them.

Saving writes the file first, atomically, and then the revision, so that a kill in between leaves a changed file, which the next
start finds. What was last written to a disk is remembered, and by it a file that somebody edited is told from one that is
merely old.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from bot import content, sentences
from bot.content import Content, ContentError, check
from bot.content.remarks import new_problems
from bot.disk import Disk
from bot.store import Overtaken
from bot.store.revisions import Change, Revision, Revisions, digest

FILES = "files"
"""The author of revisions that come from the disk."""
NOT_KEPT = "the file's text, not kept"


@dataclass(frozen=True)
class Conflict:
    """A file that was edited on the disk while the console changed it too; None for a text that was removed."""

    file: str
    file_text: str | None
    store_text: str | None
    author: str
    """Who saved the store's text."""


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
            if any(_number(newest, file) != number for file, number in thought_out_on.items()):
                raise Overtaken
            before = {file: self._disk.read(file) for file in thought_out_on}
            changes = self._behind_edits(changes, before, newest)
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
            taken, given_way, conflicts, same = self._compared()
            newest = self._revisions.newest()
            changes = [Change(file, text, _number(newest, file)) for file, text in taken.items()]
            try:
                self._judge(changes)
            except ContentError as error:
                if not conflicts:
                    raise
                waiting, taken, changes = str(error), {}, []
            if changes:
                self._revisions.add(changes, FILES, "", self._disk.place)
            for file, text in given_way.items():
                self._disk.write(file, text)
            self._revisions.remember(self._disk.place, {file: digest(text) for file, text in {**given_way, **same}.items()})
        return Reconciled(tuple(taken), tuple(given_way), tuple(conflicts), waiting)

    def conflicts(self) -> list[Conflict]:
        """Files that were edited on the disk while the console changed them too."""
        return self._compared()[2]

    def resolve(self, file: str, keep: str, author: str) -> None:
        """Settle a conflict: `keep` is `file` or `store`; the text that isn't kept stays in the history.

        Raises:
            ContentError: the content would no longer be sound with the file's text.
            Overtaken: the file was changed again meanwhile.
        """
        number, edited = _number(self._revisions.newest(), file), self._disk.read(file)
        if keep == "file":
            changes = [Change(file, edited, number)]
            self._judge(changes)
            self.save(changes, author, "kept the file's text")
        else:
            not_kept = Change(file, edited, number, NOT_KEPT)
            self.save([not_kept, Change(file, self._newest_text(file), number + 1)], author, "kept the console's text")

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

    def _behind_edits(
        self, changes: Sequence[Change], disk: Mapping[str, str | None], newest: Mapping[str, Revision]
    ) -> list[Change]:
        """The changes behind what somebody has edited in their files, which else would be in no revision."""
        ours = {(change.file, change.text) for change in changes} | {(file, head.text) for file, head in newest.items()}
        unknown = {file: text for file, text in disk.items() if text is not None and (file, text) not in ours}
        if not unknown:
            return list(changes)
        written, known = self._revisions.written(self._disk.place), self._revisions.digests()
        edited = [
            Change(file, text, _number(newest, file), NOT_KEPT)
            for file, text in unknown.items()
            if _verdict(digest(text), newest.get(file), written.get(file), known.get(file, set())) in ("take", "conflict")
        ]
        moved = {change.file for change in edited}
        return [*edited, *(replace(change, number=change.number + (change.file in moved)) for change in changes)]

    def _newest_text(self, file: str) -> str | None:
        found = self._revisions.newest().get(file)
        return found.text if found else None

    def _compared(self) -> tuple[dict[str, str | None], dict[str, str | None], list[Conflict], dict[str, str | None]]:
        """Files to take, files that give way with their new text, conflicts, and files that are in step."""
        newest, written, known = self._revisions.newest(), self._revisions.written(self._disk.place), self._revisions.digests()
        disk = {name: self._disk.read(name) for name in {*self._disk.names(), *newest}}
        taken: dict[str, str | None] = {}
        given_way: dict[str, str | None] = {}
        same: dict[str, str | None] = {}
        conflicts = []
        for file, text in sorted(disk.items()):
            head = newest.get(file)
            verdict = _verdict(digest(text), head, written.get(file), known.get(file, set()))
            if verdict == "conflict" and head:
                conflicts.append(Conflict(file, text, head.text, head.author))
            elif verdict == "take":
                taken[file] = text
            elif verdict == "give way" and head:
                given_way[file] = head.text
            else:
                same[file] = text
        return taken, given_way, conflicts, same


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


def _number(newest: Mapping[str, Revision], file: str) -> int:
    return newest[file].number if file in newest else 0


def _verdict(found: str, head: Revision | None, written: str | None, known: set[str]) -> str:
    """What to do about a file of this digest: `same`, `take`, `give way` or `conflict`."""
    if head is None:
        return "take"
    if found == head.digest:
        return "same"
    if written is not None:
        if found == written:
            return "give way"
        return "take" if head.digest == written else "conflict"
    # A disk that this store has never seen: a text it knows is an old one; another was edited.
    if found in known or not found:
        return "give way"
    return "take" if head.author == FILES else "conflict"
