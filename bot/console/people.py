"""Owners invite people, change their role, and take access away."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot import invitations
from bot.console import access, services
from bot.console.access import OWNER, StaffRoute, text
from bot.console.pages import page, problem
from bot.store.staff import INVITE_DAYS, ROLES, LastOwner
from bot.threads import in_thread

PEOPLE = "/staff/people"


async def show(request: Request) -> Response:
    """GET /staff/people"""
    return await _shown(request)


async def invite(request: Request) -> Response:
    """POST /staff/people/invite: the link is shown this once."""
    parts, role = services.of(request), text(request, "role")
    if role not in ROLES:
        return problem(request, "refused", 422)
    token = await in_thread(parts.staff.invite, role, request.state.person.name)
    await in_thread(parts.audit.record, request.state.person.name, f"invited one {role}")
    return await _shown(request, link=invitations.link(parts.settings.public_url, token), link_role=role)


async def change(request: Request) -> Response:
    """POST /staff/people/{id}: another role, or in or out."""
    parts, place = services.of(request), text(request, "place")
    everyone = {each.id: each for each in await in_thread(parts.staff.everyone)}
    found = everyone.get(int(request.path_params["id"]))
    if found is None or place not in (*ROLES, "out"):
        return problem(request, "missing", 404)
    role, disabled = (found.role, True) if place == "out" else (place, False)
    try:
        await in_thread(parts.staff.set_place, found.id, role, disabled)
    except LastOwner:
        return await _shown(request, 409, wrong="last")
    await in_thread(parts.audit.record, request.state.person.name, f"made {place}", found.name)
    return access.back_to(PEOPLE, "place")


async def _shown(request: Request, status: int = 200, wrong: str = "", link: str = "", link_role: str = "") -> Response:
    everyone = await in_thread(services.of(request).staff.everyone)
    values = {"everyone": everyone, "wrong": wrong, "link": link, "link_role": link_role, "days": INVITE_DAYS}
    return page(request, "people.html", status, **values)


routes = [
    StaffRoute("/people", show, OWNER),
    StaffRoute("/people/invite", invite, OWNER, changes=True),
    StaffRoute("/people/{id:int}", change, OWNER, changes=True),
]
