"""Who may open which page: each route says its role, and nothing is served around this check."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.console import cookies, forgery, services
from bot.console.pages import page, problem
from bot.content.draft import UnknownTopic
from bot.editing.keeping import EditedMeanwhile, Refused
from bot.invitations import LOGIN
from bot.store import Overtaken, StoreDown
from bot.threads import in_thread

logger = logging.getLogger(__name__)
Endpoint = Callable[[Request], Awaitable[Response]]
OPEN, EDITOR, OWNER = "open", "editor", "owner"
MOST_BYTES = 2 * 1024 * 1024
MOST_FIELDS = 2000


class StaffRoute(Route):
    """A page below /staff, or a change where `changes`, for a role and those above it."""

    def __init__(self, path: str, endpoint: Endpoint, role: str = EDITOR, *, changes: bool = False) -> None:
        super().__init__(f"/staff{path}", _guarded(endpoint, role, changes), methods=["POST"] if changes else ["GET"])
        self.role, self.changes = role, changes


def _guarded(endpoint: Endpoint, role: str, changes: bool) -> Endpoint:
    async def guarded(request: Request) -> Response:
        try:
            return await _admit(request, endpoint, role, changes)
        except Refused as refused:
            return page(request, "refused.html", 422, remarks=refused.remarks)
        except (EditedMeanwhile, Overtaken):
            return problem(request, "edited", 409)
        except UnknownTopic:
            return problem(request, "missing", 404)
        except StoreDown:
            return problem(request, "store", 503)
        except HTTPException as error:
            return problem(request, "not_found" if error.status_code == 404 else "refused", error.status_code)
        except Exception as error:
            # The type and nothing else: the rest may hold what patients or staff wrote.
            logger.error("%s at %s", type(error).__name__, request.scope["path"])
            return problem(request, "internal", 500)

    return guarded


async def _admit(request: Request, endpoint: Endpoint, role: str, changes: bool) -> Response:
    parts = services.of(request)
    token = parts.cookies.read(request, cookies.SESSION)
    person = await in_thread(parts.sessions.person, token) if token else None
    visit = parts.cookies.read(request, cookies.VISIT)
    request.state.person, request.state.token = person, token if person else ""
    request.state.visit = visit or cookies.new_visit()
    request.state.form_token = forgery.token(parts.form_key, request.state.token or request.state.visit)
    if changes:
        request.state.form = await _form(request)
    refusal = _refusal(request, role, changes)
    if refusal:
        return refusal
    response = await endpoint(request)
    if not person and not visit:
        parts.cookies.set(response, cookies.VISIT, request.state.visit)
    return response


def _refusal(request: Request, role: str, changes: bool) -> Response | None:
    person = request.state.person
    if role != OPEN and person is None:
        if changes or "hx-request" in request.headers:
            return problem(request, "signed_out", 401)
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"{LOGIN}?next={quote(asked, safe='/')}", 303)
    if role == OWNER and person.role != OWNER:
        return problem(request, "owner_only", 403)
    if changes:
        given = request.headers.get(forgery.HEADER) or text(request, forgery.FIELD)
        if not forgery.is_ours(request, request.state.form_token, given, services.of(request).settings.public_url):
            return problem(request, "stale_form", 403)
    return None


async def _form(request: Request) -> FormData:
    if not request.headers.get("content-length", "").isdecimal() or int(request.headers["content-length"]) > MOST_BYTES:
        raise HTTPException(413)
    try:
        return await request.form(max_files=2, max_fields=MOST_FIELDS, max_part_size=MOST_BYTES)
    except MultiPartException:
        raise HTTPException(400) from None


def text(request: Request, name: str) -> str:
    """One field of the form that came with the request, as text without what no keyboard types."""
    value: Any = request.state.form.get(name, "")
    return "" if isinstance(value, UploadFile) else typed(str(value))


def texts(request: Request, name: str) -> list[str]:
    """Every field of that name."""
    return [typed(str(each)) for each in request.state.form.getlist(name) if not isinstance(each, UploadFile)]


def typed(value: str) -> str:
    """Text as a keyboard makes it: one kind of line break, nothing invisible, no spaces around."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(each for each in lines if each == "\n" or (each.isprintable() and not "\ud800" <= each <= "\udfff")).strip()


def back_to(path: str, done: str = "") -> Response:
    """Off to a page after a change, with the name of what to say there."""
    return RedirectResponse(f"{path}{'&' if '?' in path else '?'}done={done}" if done else path, 303)
