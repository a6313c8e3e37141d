"""Facts and contact details: each stands once, and this page shows what rests on it."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, services
from bot.console.access import OWNER, StaffRoute, text
from bot.console.pages import page
from bot.content.clinic_facts import NewFact
from bot.content.model import Content
from bot.content.remarks import Remark
from bot.editing import Refused
from bot.threads import in_thread

FACTS = "/staff/facts"
NOT_CONTACT = ("callback_kept",)
"""Figures that stand in answers but follow the operator's settings."""


async def show(request: Request) -> Response:
    """GET /staff/facts, also `?q=`"""
    return await _shown(request)


async def add(request: Request) -> Response:
    """POST /staff/facts: a fact that the clinic adds."""
    parts, name = services.of(request), request.state.person.name
    given = NewFact(text(request, "fact_says"), text(request, "fact_who"), text(request, "fact_since"))
    try:
        fact = await in_thread(parts.editor.add_fact, given, name)
    except Refused as refused:
        return await _shown(request, refused.remarks)
    await in_thread(parts.audit.record, name, "added a fact", fact.id)
    return access.back_to(FACTS, "fact")


async def save_contact(request: Request) -> Response:
    """POST /staff/facts/contact: phone, address, page and name, once for every answer."""
    parts, name = services.of(request), request.state.person.name
    known = await in_thread(parts.editor.contact_details)
    given = {key: text(request, key) for key in known if key in request.state.form and key not in NOT_CONTACT}
    changed = {key: value for key, value in given.items() if value and value != known[key]}
    try:
        await in_thread(parts.editor.save_contact_details, changed, name)
    except Refused as refused:
        return await _shown(request, refused.remarks)
    await in_thread(parts.audit.record, name, "changed contact details", ", ".join(sorted(changed)))
    return access.back_to(FACTS, "saved")


def resting_on(content: Content) -> dict[str, list[tuple[str, str]]]:
    """For each fact the answers that cite it, by label and title."""
    found: dict[str, dict[str, str]] = {}
    for topic in content.topics.values():
        for fact in (fact for response in topic.responses for fact in response.facts):
            found.setdefault(fact, {})[topic.label] = topic.title or topic.name.replace("_", " ")
    return {fact: sorted(answers.items(), key=lambda each: each[1]) for fact, answers in found.items()}


async def _shown(request: Request, remarks: list[Remark] | None = None) -> Response:
    find = request.query_params.get("q", "").strip()[:100]
    values = await in_thread(_values, services.of(request), find)
    fields = ("fact_says", "fact_who", "fact_since")
    typed = {each: text(request, each) for each in fields} if remarks else dict.fromkeys(fields, "")
    return page(request, "facts.html", 422 if remarks else 200, q=find, remarks=remarks or [], typed=typed, **values)


def _values(parts: services.Services, find: str) -> dict[str, Any]:
    facts = [fact for fact in parts.editor.facts() if find.casefold() in f"{fact.says} {fact.section}".casefold()]
    contact = {name: value for name, value in parts.editor.contact_details().items() if name not in NOT_CONTACT}
    return {"facts": facts, "answers": resting_on(parts.editor.content), "contact": contact}


routes = [
    StaffRoute("/facts", show),
    StaffRoute("/facts", add, changes=True),
    StaffRoute("/facts/contact", save_contact, OWNER, changes=True),
]
