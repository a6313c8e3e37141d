"""Files that were edited on the disk while the console changed them too: side by side, until somebody chooses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, services
from bot.console.access import OWNER, StaffRoute, text
from bot.console.comparison import Changed, compare, lines
from bot.console.pages import page, problem
from bot.content import Content, ContentError
from bot.content.draft import FaqDraft
from bot.content.past import draft_of, said_in
from bot.editing.edited_files import Conflict
from bot.threads import in_thread

FILES = "/staff/files"


@dataclass(frozen=True)
class SideBySide:
    """One conflict as staff see it: `changes` of a question, or the words that went and came in any other file."""

    file: str
    title: str
    author: str
    changes: tuple[Changed, ...] = ()
    pieces: tuple[tuple[str, str], ...] = ()
    readable: bool = True


async def show(request: Request) -> Response:
    """GET /staff/files"""
    parts = services.of(request)
    found, known = await in_thread(parts.library.compared), parts.editor.content
    beside, waiting = [_beside(each, known) for each in found.conflicts], [_title(file, known) for file in found.edited]
    return page(request, "files.html", conflicts=beside, waiting=waiting)


async def resolve(request: Request) -> Response:
    """POST /staff/files: `keep` is `file` or `store`; the other stays in the history."""
    parts, file, keep = services.of(request), text(request, "file"), text(request, "keep")
    known = [each.file for each in (await in_thread(parts.library.compared)).conflicts]
    if file not in known or keep not in ("file", "store"):
        return problem(request, "missing", 404)
    title = _title(file, parts.editor.content)
    try:
        await in_thread(parts.library.resolve, file, keep, request.state.person.name)
    except ContentError:
        return problem(request, "file_broken", 422)
    kept = {"file": "kept the file's version", "store": "kept the console's version"}[keep]
    await in_thread(parts.audit.record, request.state.person.name, kept, title)
    return access.back_to(FILES, "resolved")


def _beside(conflict: Conflict, content: Content) -> SideBySide:
    theirs = draft_of(conflict.file, conflict.store_text or "")
    ours = draft_of(conflict.file, conflict.file_text or "")
    try:
        if theirs or ours:
            changes = tuple(compare(theirs or FaqDraft(), ours or FaqDraft()))
            return SideBySide(conflict.file, _title(conflict.file, content), conflict.author, changes)
        pieces = lines(said_in(conflict.store_text or ""), said_in(conflict.file_text or ""))
        return SideBySide(conflict.file, _title(conflict.file, content), conflict.author, pieces=pieces)
    except ContentError:
        return SideBySide(conflict.file, _title(conflict.file, content), conflict.author, readable=False)


def _title(file: str, content: Content) -> str:
    """What the topic in a file is called; of any other file, its name in words."""
    found = next((content.called(topic.label) for topic in content.topics.values() if topic.file == file), "")
    return found or PurePosixPath(file).stem.replace("_", " ").capitalize()


routes = [StaffRoute("/files", show), StaffRoute("/files", resolve, OWNER, changes=True)]
