"""Call-backs: who waits longest, what they asked if they agreed to share it, and how far the clinic is with each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, services
from bot.console.access import StaffRoute, text
from bot.console.pages import page, problem
from bot.sealing import REQUEST_SECONDS, Unsealable, seal, unseal
from bot.store.callback_work import Work
from bot.store.callbacks import BOOKED, CALLED, CLOSED, LISTED, NEW, Callback, UnknownCallback
from bot.threads import in_thread

CALLBACKS = "/staff/callbacks"
STATES = (NEW, CALLED, BOOKED, CLOSED)
OVERDUE = timedelta(hours=24)
FIRST_NUMBER = re.compile(r"\+?\(?\d[\d ().-]{6,}")
"""Of several, with no extension: that is asked for once somebody answers."""
NOT_DIALLED = re.compile(r"[^\d+]")


@dataclass(frozen=True)
class Waiting:
    """One request of the queue, without anything personal."""

    request: Callback
    work: Work
    overdue: bool


async def show(request: Request) -> Response:
    """GET /staff/callbacks, also `?show=done`: nothing personal stands in the list."""
    done = request.query_params.get("show") == "done"
    waiting = await in_thread(_done if done else _queue, services.of(request))
    return page(request, "callbacks.html", waiting=waiting, closed=done, most=LISTED)


async def one(request: Request) -> Response:
    """GET /staff/callbacks/{key}: opened for display, and the look is noted."""
    parts, key = services.of(request), request.path_params["key"]
    found = await in_thread(_find, parts, key)
    if found is None:
        return problem(request, "missing", 404)
    await in_thread(parts.audit.record, request.state.person.name, "looked at a call-back", key)
    told, notes = _opened(parts, found.request.sealed), _opened(parts, found.work.notes)
    dialled = FIRST_NUMBER.search(str(told.get("phone", "")))
    number = NOT_DIALLED.sub("", dialled[0]) if dialled else ""
    return page(request, "callback.html", each=found, told=told, notes=notes.get("notes", ""), number=number, states=STATES)


async def change(request: Request) -> Response:
    """POST /staff/callbacks/{key}: `status`, `take` or `notes`."""
    parts, key, name = services.of(request), request.path_params["key"], request.state.person.name
    status = text(request, "status")
    try:
        if status in STATES:
            await in_thread(parts.callbacks.move, key, status, name)
        elif "notes" in request.state.form:
            sealed = seal(parts.settings.secret_for("sealing"), {"notes": text(request, "notes")[:4000]})
            if not await in_thread(parts.callback_work.note, key, sealed):
                return problem(request, "missing", 404)
            await in_thread(parts.audit.record, name, "wrote notes on a call-back", key)
        if ("take" in request.state.form or status == CALLED) and not await in_thread(parts.callback_work.take, key, name):
            return problem(request, "missing", 404)
        if "take" in request.state.form:
            await in_thread(parts.audit.record, name, "took a call-back", key)
    except UnknownCallback:
        return problem(request, "missing", 404)
    return access.back_to(f"{CALLBACKS}/{key}", "taken" if "take" in request.state.form else "updated")


def _queue(parts: services.Services) -> list[Waiting]:
    """Overdue ones first, then those that wait longest."""
    found = _with_work(parts, parts.callbacks.listed())
    return sorted(found, key=lambda each: (not each.overdue, each.request.created_at))


def _done(parts: services.Services) -> list[Waiting]:
    return _with_work(parts, parts.callbacks.done())


def _with_work(parts: services.Services, found: list[Callback]) -> list[Waiting]:
    work = parts.callback_work.all()
    return [_waiting(each, work.get(each.key, Work())) for each in found]


def _find(parts: services.Services, key: str) -> Waiting | None:
    found = parts.callbacks.find(key)
    return _waiting(found, parts.callback_work.of(key)) if found else None


def _waiting(found: Callback, work: Work) -> Waiting:
    return Waiting(found, work, found.status == NEW and datetime.now(timezone.utc) - found.created_at > OVERDUE)


def _opened(parts: services.Services, sealed: str) -> dict[str, Any]:
    if not sealed:
        return {}
    try:
        return dict(unseal(parts.settings.secret_for("sealing"), sealed, REQUEST_SECONDS))
    except Unsealable:
        return {"unreadable": True}


routes = [
    StaffRoute("/callbacks", show),
    StaffRoute("/callbacks/{key}", one),
    StaffRoute("/callbacks/{key}", change, changes=True),
]
