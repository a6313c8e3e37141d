"""The content's files against the store: which were edited on the disk, which are merely old, and which changed on both sides.

What was last written to a disk is remembered, and by it a file that somebody edited is told from one that is merely old.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.editing.disk import Disk
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
class Compared:
    """Every file by what is to be done about it."""

    edited: dict[str, str | None] = field(default_factory=dict)
    """On the disk only: the disk's text, None where it was removed."""
    outdated: dict[str, str | None] = field(default_factory=dict)
    """Merely old: the store's text."""
    same: dict[str, str | None] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)


def compare(disk: Disk, revisions: Revisions) -> Compared:
    """What a disk holds, against what the store does.

    Raises:
        ContentError: a file is no text in UTF-8.
    """
    newest, found = revisions.newest(), Compared()
    judge = _judge(newest, disk, revisions)
    for file in sorted({*disk.names(), *newest}):
        text, head = disk.read(file), newest.get(file)
        verdict = judge(file, text)
        if verdict == "conflict" and head:
            found.conflicts.append(Conflict(file, text, head.text, head.author))
        elif verdict == "edited":
            found.edited[file] = text
        elif verdict == "outdated" and head:
            found.outdated[file] = head.text
        else:
            found.same[file] = text
    return found


def behind_edits(
    changes: Sequence[Change], on_disk: Mapping[str, str | None], newest: Mapping[str, Revision], disk: Disk, revisions: Revisions
) -> list[Change]:
    """The changes, behind what somebody has edited in their files, which else would be in no revision.

    Args:
        changes: to be kept.
        on_disk: what each of their files holds.
        newest: revisions by file.
        disk: whose files they are.
        revisions: asked only where a file is neither ours nor the newest.
    """
    ours = {(change.file, change.text) for change in changes} | {(file, head.text) for file, head in newest.items()}
    unknown = {file: text for file, text in on_disk.items() if text is not None and (file, text) not in ours}
    if not unknown:
        return list(changes)
    judge = _judge(newest, disk, revisions)
    edited = [
        Change(file, text, number_of(newest, file), NOT_KEPT)
        for file, text in unknown.items()
        if judge(file, text) in ("edited", "conflict")
    ]
    moved = {change.file for change in edited}
    return [*edited, *(replace(change, number=change.number + (change.file in moved)) for change in changes)]


def number_of(newest: Mapping[str, Revision], file: str) -> int:
    """The number of a file's newest revision; 0 where it has none."""
    return newest[file].number if file in newest else 0


def _judge(newest: Mapping[str, Revision], disk: Disk, revisions: Revisions) -> Callable[[str, str | None], str]:
    """What tells of a file with its text on the disk what `_verdict` says of it."""
    written, known = revisions.written(disk.place), revisions.digests()
    return lambda file, text: _verdict(digest(text), newest.get(file), written.get(file), known.get(file, set()))


def _verdict(found: str, head: Revision | None, written: str | None, known: set[str]) -> str:
    """What a file of this digest is: `same`, `edited`, `outdated` or `conflict`."""
    if head is None:
        return "edited"
    if found == head.digest:
        return "same"
    if written is not None:
        if found == written:
            return "outdated"
        return "edited" if head.digest == written else "conflict"
    # A disk that this store has never seen: a text it knows is an old one; another was edited.
    if found in known or not found:
        return "outdated"
    return "edited" if head.author == FILES else "conflict"
