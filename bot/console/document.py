"""A new version of the clinic's document: what changed, and which facts and answers rest on that."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, services
from bot.console.access import OWNER, StaffRoute, text
from bot.console.document_changes import changes, sentences
from bot.console.facts import resting_on
from bot.console.pages import page, problem
from bot.threads import in_thread

DOCUMENT = "/staff/document"
LONGEST = 400_000


async def show(request: Request) -> Response:
    """GET /staff/document"""
    return await _shown(request, "")


async def compare(request: Request) -> Response:
    """POST /staff/document: paste or upload it; nothing is kept yet."""
    return await _shown(request, await _given(request))


async def keep(request: Request) -> Response:
    """POST /staff/document/keep: from now on this is the version that answers rest on."""
    given, parts = text(request, "document"), services.of(request)
    if not given:
        return problem(request, "no_document", 422)
    await in_thread(parts.documents.keep, given, request.state.person.name)
    await in_thread(parts.audit.record, request.state.person.name, "kept a new version of the document")
    return access.back_to(DOCUMENT, "document")


async def _given(request: Request) -> str:
    """The upload, or what was pasted where there is none."""
    upload: Any = request.state.form.get("file")
    if not isinstance(upload, UploadFile) or not upload.size:
        return text(request, "document")[:LONGEST]
    return access.typed((await upload.read()).decode("utf-8-sig", errors="replace"))[:LONGEST]


async def _shown(request: Request, given: str) -> Response:
    wrong = "" if given or request.method == "GET" else "empty"
    if "\ufffd" in given or "\x00" in given:
        given, wrong = "", "not_text"
    values = await in_thread(_values, services.of(request), given)
    return page(request, "document.html", 422 if wrong else 200, given=given, wrong=wrong, **values)


def _values(parts: services.Services, given: str) -> dict[str, Any]:
    content, kept = parts.editor.content, parts.documents.newest()
    found = changes(kept.text, given, content.facts.values()) if given and kept else []
    count = len(sentences(given)) if given else 0
    return {"kept": kept, "changes": found, "answers": resting_on(content), "sentences": count}


routes = [
    StaffRoute("/document", show),
    StaffRoute("/document", compare, changes=True),
    StaffRoute("/document/keep", keep, OWNER, changes=True),
]
