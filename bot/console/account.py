"""What people change about their own way in: password, and where they are signed in."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, login, passwords, services
from bot.console.access import StaffRoute, text
from bot.console.pages import page
from bot.store.staff import digest, name_key
from bot.threads import in_thread

ACCOUNT = "/staff/account"


async def show(request: Request) -> Response:
    """GET /staff/account"""
    return await _shown(request)


async def change_password(request: Request) -> Response:
    """POST /staff/account/password: every session ends, and this browser gets a new one."""
    parts, person = services.of(request), request.state.person
    given = {name: str(request.state.form.get(name, "")) for name in ("password", "password_new", "password_again")}
    keys = {"account": name_key(person.name)}
    if await in_thread(parts.attempts.wait_seconds, keys) or not await in_thread(
        passwords.matches, person.password, given["password"]
    ):
        await in_thread(parts.audit.record, person.name, "gave a wrong password")
        return await _shown(request, "password")
    await in_thread(parts.attempts.forgive, keys)
    if not passwords.fits(given["password_new"]) or name_key(given["password_new"]) == name_key(person.name):
        return await _shown(request, "short")
    if given["password_new"] != given["password_again"]:
        return await _shown(request, "different")
    await in_thread(parts.staff.set_password, person.id, await in_thread(passwords.hashed, given["password_new"]))
    return await login.entered(request, person, "changed their password", ACCOUNT, "password")


async def end_session(request: Request) -> Response:
    """POST /staff/account/sessions/end"""
    parts, person = services.of(request), request.state.person
    if await in_thread(parts.sessions.revoke, person.id, text(request, "session")):
        await in_thread(parts.audit.record, person.name, "signed out another browser of theirs")
    return access.back_to(ACCOUNT, "ended")


async def _shown(request: Request, wrong: str = "") -> Response:
    sessions = await in_thread(services.of(request).sessions.of, request.state.person.id)
    values = {"wrong": wrong, "sessions": sessions, "current": digest(request.state.token), "shortest": passwords.SHORTEST}
    return page(request, "account.html", 422 if wrong else 200, **values)


routes = [
    StaffRoute("/account", show),
    StaffRoute("/account/password", change_password, changes=True),
    StaffRoute("/account/sessions/end", end_session, changes=True),
]
