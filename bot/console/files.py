"""Files that were edited on the disk while the console changed them too: side by side, until somebody chooses."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, services
from bot.console.access import OWNER, StaffRoute, text
from bot.console.comparison import Changed, compare
from bot.console.pages import page, problem
from bot.content.draft import FaqDraft
from bot.content.past import draft_of
from bot.editing import difference
from bot.library import Conflict
from bot.threads import in_thread

FILES = "/staff/files"


@dataclass(frozen=True)
class SideBySide:
    """One conflict as staff see it: `changes` of a question, or the differing `lines` of any other file."""

    file: str
    title: str
    author: str
    changes: tuple[Changed, ...]
    lines: tuple[str, ...]


async def show(request: Request) -> Response:
    """GET /staff/files"""
    found = await in_thread(services.of(request).library.conflicts)
    return page(request, "files.html", conflicts=[_beside(each) for each in found])


async def resolve(request: Request) -> Response:
    """POST /staff/files: `keep` is `file` or `store`; the other stays in the history."""
    parts, file, keep = services.of(request), text(request, "file"), text(request, "keep")
    known = [each.file for each in await in_thread(parts.library.conflicts)]
    if file not in known or keep not in ("file", "store"):
        return problem(request, "missing", 404)
    await in_thread(parts.library.resolve, file, keep, request.state.person.name)
    kept = {"file": "kept the file's version", "store": "kept the console's version"}[keep]
    await in_thread(parts.audit.record, request.state.person.name, kept, file)
    return access.back_to(FILES, "resolved")


def _beside(conflict: Conflict) -> SideBySide:
    theirs = draft_of(conflict.file, conflict.store_text or "")
    ours = draft_of(conflict.file, conflict.file_text or "")
    changes = tuple(compare(theirs or FaqDraft(), ours or FaqDraft())) if theirs or ours else ()
    lines = () if changes else tuple(difference(conflict.store_text or "", conflict.file_text or ""))
    title = (theirs or ours or FaqDraft()).title or conflict.file.removeprefix("data/").rpartition(".")[0].replace("_", " ")
    return SideBySide(conflict.file, title, conflict.author, changes, lines)


routes = [StaffRoute("/files", show), StaffRoute("/files", resolve, OWNER, changes=True)]
