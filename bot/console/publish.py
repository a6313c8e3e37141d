"""Publish: what patients' new words would change, the proof question by question, and the way back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.console import access, services
from bot.console.access import OWNER, StaffRoute, text
from bot.console.comparison import compare
from bot.console.pages import page, problem
from bot.console.proposed import from_json
from bot.content.draft import FaqDraft, UnknownTopic
from bot.publishing.kept import Publication
from bot.publishing.lane import CannotPublish
from bot.threads import in_thread

PUBLISH = "/staff/publish"
EVERY_SECONDS = 0.5
LONGEST_SECONDS = 15 * 60


async def show(request: Request) -> Response:
    """GET /staff/publish"""
    return await _shown(request)


async def start(request: Request) -> Response:
    """POST /staff/publish/start"""
    parts = services.of(request)
    try:
        number = await parts.publishing.start(request.state.person.name)
    except CannotPublish as why:
        return await _shown(request, why.kind)
    await in_thread(parts.audit.record, request.state.person.name, "began to publish", str(number))
    return access.back_to(f"{PUBLISH}/{number}")


async def watch(request: Request) -> Response:
    """GET /staff/publish/{id}: how far it is, then what became of every question."""
    found = await _publication(request)
    if found is None:
        return problem(request, "missing", 404)
    return page(request, "publication.html", publication=found, titles=await in_thread(services.of(request).titles))


async def events(request: Request) -> Response:
    """GET /staff/publish/{id}/events: how far it is, as server-sent events until it is over."""
    if await _publication(request) is None:
        return problem(request, "missing", 404)
    headers = {"X-Accel-Buffering": "no"}
    return StreamingResponse(_events(request), media_type="text/event-stream", headers=headers)


async def accept(request: Request) -> Response:
    """POST /staff/publish/{id}/accept: an owner takes responsibility by name."""
    parts, found = services.of(request), await _publication(request)
    if found is None:
        return problem(request, "missing", 404)
    try:
        await in_thread(parts.publishing.accept, found.id, request.state.person.name)
    except CannotPublish as why:
        titles = await in_thread(parts.titles)
        return page(request, "publication.html", 409, publication=found, titles=titles, why=why.kind)
    await in_thread(parts.audit.record, request.state.person.name, "published what becomes worse", str(found.id))
    return access.back_to(f"{PUBLISH}/{found.id}")


async def undo(request: Request) -> Response:
    """POST /staff/publish/undo: an earlier version answers again."""
    parts, number = services.of(request), text(request, "release")
    try:
        await in_thread(parts.publishing.undo, int(number) if number.isdecimal() else 0, request.state.person.name)
    except CannotPublish as why:
        return await _shown(request, why.kind)
    await in_thread(parts.audit.record, request.state.person.name, "brought back a version", number)
    return access.back_to(PUBLISH, "restored")


async def _publication(request: Request) -> Publication | None:
    return await in_thread(services.of(request).publishing.progress, int(request.path_params["id"]))


async def _events(request: Request) -> AsyncIterator[str]:
    for _ in range(int(LONGEST_SECONDS / EVERY_SECONDS)):
        found = await _publication(request)
        if found is None or await request.is_disconnected():
            return
        over = found.state != "running"
        data = json.dumps({"percent": found.percent, "step": found.step, "over": over})
        yield f"data: {data}\n\n"
        if over:
            return
        await asyncio.sleep(EVERY_SECONDS)


async def _shown(request: Request, why: str = "") -> Response:
    values = await in_thread(_values, services.of(request))
    return page(request, "publish.html", 409 if why else 200, why=why, **values)


def _values(parts: services.Services) -> dict[str, Any]:
    waiting = [(each, from_json(each.draft)) for each in parts.proposals.open()]
    return {
        "changes": parts.publishing.difference(),
        "latest": parts.publishing.latest(),
        "releases": [each for each in parts.publishing.releases() if each.kept],
        "current": parts.publishing.current(),
        "proposals": [(each, draft, compare(_standing(parts, draft), draft)) for each, draft in waiting],
    }


def _standing(parts: services.Services, draft: FaqDraft) -> FaqDraft:
    try:
        return parts.editor.faq(draft.label)
    except UnknownTopic:
        return FaqDraft()


routes = [
    StaffRoute("/publish", show),
    StaffRoute("/publish/start", start, OWNER, changes=True),
    StaffRoute("/publish/undo", undo, OWNER, changes=True),
    StaffRoute("/publish/{id:int}", watch),
    StaffRoute("/publish/{id:int}/events", events),
    StaffRoute("/publish/{id:int}/accept", accept, OWNER, changes=True),
]
