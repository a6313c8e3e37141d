"""Every earlier state of a FAQ: who made it, how two differ, and the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, services
from bot.console.access import OWNER, StaffRoute, text
from bot.console.comparison import Changed, compare
from bot.console.faqs import FAQS, GROUPS, label_of
from bot.console.pages import page, problem
from bot.content.draft import FaqDraft
from bot.content.past import draft_of
from bot.store.revisions import Revision
from bot.threads import in_thread

NOTHING = FaqDraft()


async def show(request: Request) -> Response:
    """GET /staff/faqs/{group}/{name}/history, with `?older=&newer=` two states side by side"""
    label = label_of(request)
    revisions = await in_thread(services.of(request).editor.history, f"data/{label}.yml")
    if request.path_params["group"] not in GROUPS or not revisions:
        return problem(request, "missing", 404)
    chosen = [request.query_params.get(name, "") for name in ("older", "newer")]
    numbers = [int(each) for each in chosen if each.isdecimal()]
    newer = numbers[1] if len(numbers) == 2 else revisions[0].number
    older = numbers[0] if len(numbers) == 2 else newer - 1
    title = _draft(revisions[0]).title or label
    values: dict[str, Any] = {"revisions": revisions, "label": label, "title": title, "older": older, "newer": newer}
    return page(request, "faq_history.html", changes=_changes(revisions, older, newer), **values)


async def restore(request: Request) -> Response:
    """POST /staff/faqs/{group}/{name}/restore"""
    parts, label, number = services.of(request), label_of(request), text(request, "number")
    if request.path_params["group"] not in GROUPS or not number.isdecimal():
        return problem(request, "missing", 404)
    await in_thread(parts.editor.restore, f"data/{label}.yml", int(number), request.state.person.name)
    await in_thread(parts.audit.record, request.state.person.name, f"restored version {number}", label)
    return access.back_to(f"{FAQS}/{label}/history", "restored")


def _changes(revisions: list[Revision], older: int, newer: int) -> list[Changed]:
    found = {revision.number: _draft(revision) for revision in revisions if revision.number in (older, newer)}
    return compare(found.get(older, NOTHING), found.get(newer, NOTHING))


def _draft(revision: Revision) -> FaqDraft:
    found = draft_of(revision.file, revision.text or "", revision.number)
    return found or replace(NOTHING, number=revision.number)


routes = [
    StaffRoute("/faqs/{group}/{name}/history", show),
    StaffRoute("/faqs/{group}/{name}/restore", restore, OWNER, changes=True),
]
