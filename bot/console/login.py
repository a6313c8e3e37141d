"""Getting in and out: password, one-time link, and the wait after wrong guesses."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, cookies, passwords, services
from bot.console.access import OPEN, StaffRoute, text
from bot.console.devices import device
from bot.console.pages import page
from bot.invitations import LOGIN
from bot.store.staff import Invite, InviteSpent, NameTaken, Person, name_key
from bot.threads import in_thread

HOME = "/staff"
LONGEST_NAME = 60
SOMEBODY = "somebody"
"""Who did what nobody was signed in for."""


async def form(request: Request) -> Response:
    """GET /staff/login, also with `?invite=`: the one page that is open."""
    token = request.query_params.get("invite", "")
    if token:
        try:
            offered = await in_thread(services.of(request).staff.invitation, token)
        except InviteSpent:
            return await _shown(request, 410, wrong="spent")
        return await _shown(request, invite=token, offered=offered)
    if request.state.person:
        return access.back_to(HOME)
    return await _shown(request)


async def submit(request: Request) -> Response:
    """POST /staff/login: sign in, or join by a one-time link."""
    return await (_join(request) if text(request, "invite") else _sign_in(request))


async def leave(request: Request) -> Response:
    """POST /staff/logout"""
    parts = services.of(request)
    await in_thread(parts.sessions.end, request.state.token)
    await in_thread(parts.audit.record, request.state.person.name, "signed out")
    response = access.back_to(LOGIN, "signed_out")
    parts.cookies.clear(response, cookies.SESSION)
    return response


async def _sign_in(request: Request) -> Response:
    parts = services.of(request)
    name, password = text(request, "name"), str(request.state.form.get("password", ""))
    keys = {"account": name_key(name), "address": request.client.host if request.client else ""}
    wait = await in_thread(parts.attempts.wait_seconds, keys)
    if wait:
        response = await _shown(request, 429, wrong="wait", name=name, wait=wait)
        response.headers["Retry-After"] = str(wait)
        return response
    found = await in_thread(parts.staff.named, name)
    kept = found.password if found and not found.disabled else None
    if not await in_thread(passwords.matches, kept, password) or found is None:
        # What was typed as a name may be anything, a password too: only a name that is ours is noted.
        await in_thread(parts.audit.record, SOMEBODY, "failed to sign in", found.name if found else "")
        return await _shown(request, 401, wrong="password", name=name)
    await in_thread(parts.attempts.forgive, keys)
    return await entered(request, found, "signed in", _next(request))


async def _join(request: Request) -> Response:
    parts, token = services.of(request), text(request, "invite")
    name, password = " ".join(text(request, "name").split()), str(request.state.form.get("password", ""))
    try:
        offered = await in_thread(parts.staff.invitation, token)
        wrong = _unfit(name, password, str(request.state.form.get("password_again", password)))
        if wrong:
            return await _shown(request, 422, wrong=wrong, name=name, invite=token, offered=offered)
        person = await in_thread(parts.staff.join, token, name, await in_thread(passwords.hashed, password))
    except InviteSpent:
        return await _shown(request, 410, wrong="spent")
    except NameTaken:
        return await _shown(request, 422, wrong="taken", name=name, invite=token, offered=offered)
    return await entered(request, person, f"joined as {person.role}, invited by {offered.invited_by}", HOME)


async def entered(request: Request, person: Person, how: str, to: str, done: str = "") -> Response:
    """A new session for whoever has just shown who they are; the one before it ends."""
    parts = services.of(request)
    before = parts.cookies.read(request, cookies.SESSION)
    token = await in_thread(parts.sessions.start, person.id, device(request), before)
    await in_thread(parts.audit.record, person.name, how)
    response = access.back_to(to, done)
    parts.cookies.set(response, cookies.SESSION, token)
    parts.cookies.clear(response, cookies.VISIT)
    return response


def _unfit(name: str, password: str, again: str) -> str:
    if not 0 < len(name) <= LONGEST_NAME:
        return "name"
    if not passwords.fits(password) or name_key(name) == name_key(password):
        return "short"
    return "different" if password != again else ""


def _next(request: Request) -> str:
    """Where the person was going: a page of ours or home."""
    asked = text(request, "next")
    return asked if asked.startswith("/staff") and "//" not in asked and "\\" not in asked else HOME


async def _shown(
    request: Request, status: int = 200, *, wrong: str = "", name: str = "", invite: str = "", offered: Invite | None = None,
    wait: int = 0,
) -> Response:  # fmt: skip
    asked = request.query_params.get("next", "") or (text(request, "next") if hasattr(request.state, "form") else "")
    has_owner = await in_thread(services.of(request).staff.has_owner)
    values = {"wrong": wrong, "name": name, "invite": invite, "offered": offered, "wait": wait, "next": asked}
    return page(request, "login.html", status, has_owner=has_owner, shortest=passwords.SHORTEST, **values)


routes = [
    StaffRoute("/login", form, OPEN),
    StaffRoute("/login", submit, OPEN, changes=True),
    StaffRoute("/logout", leave, changes=True),
]
