"""Facts and contact details: each stands once, and this page shows what rests on it."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, services
from bot.console.access import OWNER, StaffRoute, text
from bot.console.pages import page
from bot.content import hours
from bot.content.clinic_facts import FIELDS, NewFact
from bot.content.model import Content
from bot.content.remarks import Remark
from bot.editing.keeping import Refused
from bot.threads import in_thread

FACTS = "/staff/facts"
NOT_CONTACT = ("callback_kept",)
"""Figures that stand in answers but follow the operator's settings."""
ENDS = ("from", "to")
USUAL_ZONE = "America/New_York"
ZONES = (USUAL_ZONE, "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage")
"""Offered; any other can be typed."""


async def show(request: Request) -> Response:
    """GET /staff/facts, also `?q=`"""
    return await _shown(request)


async def add(request: Request) -> Response:
    """POST /staff/facts: a fact that the clinic adds."""
    parts, name = services.of(request), request.state.person.name
    given = NewFact(*(text(request, each) for each in FIELDS))
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


async def save_hours(request: Request) -> Response:
    """POST /staff/facts/hours: when somebody answers; a day without times is closed."""
    parts, name = services.of(request), request.state.person.name
    given = {hours.ZONE: text(request, hours.ZONE)}
    for day in hours.DAYS:
        begins, ends = (text(request, f"{day}_{end}") for end in ENDS)
        if begins or ends:
            given[day] = f"{begins}-{ends}"
    try:
        await in_thread(parts.editor.save_hours, given, text(request, "hours_who"), text(request, "hours_since"), name)
    except Refused as refused:
        return await _shown(request, refused.remarks)
    await in_thread(parts.audit.record, name, "changed the hours")
    return access.back_to(FACTS, "saved")


def _hours(request: Request, parts: services.Services) -> dict[str, Any]:
    """What stands in the form of the hours: what was typed, or else what is kept."""
    content = parts.editor.content
    days = [(day, content.reply(f"weekday_{index}", "web")) for index, day in enumerate(hours.DAYS)]
    if hasattr(request.state, "form") and hours.ZONE in request.state.form:
        fields = [f"{day}_{end}" for day in hours.DAYS for end in ENDS]
        return {"days": days, "hours": {each: text(request, each) for each in (*fields, hours.ZONE, "hours_who", "hours_since")}}
    kept = parts.editor.hours()
    found = {f"{day}_{end}": "" for day in hours.DAYS for end in ENDS}
    found.update({hours.ZONE: USUAL_ZONE, "hours_who": "", "hours_since": ""})
    if kept:
        found.update({hours.ZONE: kept.hours.get(hours.ZONE, USUAL_ZONE), "hours_who": kept.who, "hours_since": kept.since})
        for index, span in hours.read(kept.hours).items():
            found.update({f"{hours.DAYS[index]}_{end}": at.isoformat("minutes") for end, at in zip(ENDS, span)})
    return {"days": days, "hours": found}


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
    values.update(await in_thread(_hours, request, services.of(request)), zones=ZONES)
    typed = {each: text(request, each) for each in FIELDS} if hasattr(request.state, "form") else dict.fromkeys(FIELDS, "")
    return page(request, "facts.html", 422 if remarks else 200, q=find, remarks=remarks or [], typed=typed, **values)


def _values(parts: services.Services, find: str) -> dict[str, Any]:
    facts = [fact for fact in parts.editor.facts() if find.casefold() in f"{fact.says} {fact.section}".casefold()]
    contact = {name: value for name, value in parts.editor.contact_details().items() if name not in NOT_CONTACT}
    content = parts.editor.content
    return {"facts": facts, "answers": resting_on(content), "contact": contact, "works": list(content.references.values())}


routes = [
    StaffRoute("/facts", show),
    StaffRoute("/facts", add, changes=True),
    StaffRoute("/facts/hours", save_hours, OWNER, changes=True),
    StaffRoute("/facts/contact", save_contact, OWNER, changes=True),
]
