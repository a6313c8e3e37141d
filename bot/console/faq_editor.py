"""The editor of one FAQ: what is typed is checked as it is typed, and saved only when it harms nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, faq_form, faq_saving, services
from bot.console.access import StaffRoute, text
from bot.console.comparison import compare
from bot.console.faq_checks import checked, subject_of
from bot.console.faq_saving import Conflict, Overlapping
from bot.console.faqs import FAQS, GROUPS, label_of
from bot.console.inbox import learnable
from bot.console.pages import page, problem
from bot.content.clinic_facts import FIELDS, NewFact
from bot.content.draft import FaqDraft, UnknownTopic
from bot.content.remarks import Remark
from bot.editing.keeping import Refused
from bot.threads import in_thread


async def edit(request: Request) -> Response:
    """GET /staff/faqs/{group}/{name}"""
    draft = await in_thread(services.of(request).editor.faq, label_of(request))
    if draft.group not in GROUPS:
        return problem(request, "missing", 404)
    return await _form(request, draft)


async def new(request: Request) -> Response:
    """GET /staff/faqs/new, with `?turns=` out of questions of the inbox"""
    turns = [int(each) for each in request.query_params.get("turns", "").split(",") if each.isdecimal()][:50]
    asked = await in_thread(services.of(request).texts_of, turns) if turns else []
    phrases = tuple(dict.fromkeys(filter(None, map(learnable, asked))))
    draft = FaqDraft(phrases=phrases)
    draft = replace(draft, replaces=await in_thread(subject_of, services.of(request), draft))
    return await _form(request, draft, looked=bool(phrases), turns=",".join(map(str, turns)))


async def check(request: Request) -> Response:
    """POST /staff/faqs/check: a piece of a page for a browser that asks while somebody types."""
    draft = await in_thread(_typed, request)
    return page(request, "_faq_checks.html", **await in_thread(checked, services.of(request), draft, True, _typed_fact(request)))


async def save(request: Request) -> Response:
    """POST /staff/faqs/save; with `only=check` nothing is kept and the page says what could be better."""
    parts = services.of(request)
    try:
        draft = await in_thread(_typed, request)
        draft = await in_thread(_with_new_fact, request, draft)
    except Refused as refused:
        return await _form(request, await in_thread(_typed, request), 422, remarks=refused.remarks)
    if text(request, "only") == "check":
        return await _form(request, draft, looked=True)
    try:
        saved, done = await in_thread(faq_saving.save, request, draft)
    except Refused as refused:
        return await _form(request, draft, 422, remarks=refused.remarks)
    except Overlapping as other:
        # Saving once more is then a decision taken in sight of the difference.
        return await _form(request, replace(draft, number=other.conflict.number), 409, conflict=other.conflict)
    await in_thread(parts.audit.record, request.state.person.name, "proposed" if done == "proposed" else "saved", saved.label)
    return access.back_to(f"{FAQS}/{saved.label}", done)


def _typed(request: Request) -> FaqDraft:
    parts, topic, group = services.of(request), text(request, "topic"), text(request, "group")
    try:
        before = parts.editor.faq(f"{group}/{topic}") if topic and group in GROUPS else None
    except UnknownTopic:
        before = None
    draft = faq_form.from_form(request, before)
    if draft.topic or text(request, "subject"):
        return draft
    # Nobody was asked yet whether it takes the place of a subject: it does, unless somebody says no.
    return replace(draft, replaces=subject_of(parts, draft))


def _with_new_fact(request: Request, draft: FaqDraft) -> FaqDraft:
    """A fact made on the spot is kept even where the answer is not yet fit to be: it is typed once."""
    typed = _typed_fact(request)
    if typed is None or text(request, "only") == "check":
        return draft
    parts, name = services.of(request), request.state.person.name
    fact = parts.editor.add_fact(typed, name)
    parts.audit.record(name, "added a fact", fact.id)
    request.state.fact_added = True
    return replace(draft, facts=(*draft.facts, fact.id))


def _typed_fact(request: Request) -> NewFact | None:
    """The fact that stands in the form and is not kept yet."""
    if not hasattr(request.state, "form") or hasattr(request.state, "fact_added"):
        return None
    fact = NewFact(*(text(request, name) for name in FIELDS))
    return fact if fact.says else None


async def _form(
    request: Request, draft: FaqDraft, status: int = 200, *, turns: str = "", looked: bool = False,
    remarks: list[Remark] | None = None, conflict: Conflict | None = None,
) -> Response:  # fmt: skip
    values = await in_thread(_values, services.of(request), draft, looked or status == 422, remarks, _typed_fact(request))
    posted = hasattr(request.state, "form")
    fact = {name: text(request, name) for name in FIELDS} if posted else {}
    values["fact"] = {} if hasattr(request.state, "fact_added") else fact
    values["turns"] = turns or (text(request, "turns") if posted else "")
    values["conflict"] = conflict
    values["difference"] = compare(conflict.theirs, draft) if conflict else []
    return page(request, "faq.html", status, **values)


def _values(
    parts: services.Services, draft: FaqDraft, looked: bool, remarks: list[Remark] | None, fact: NewFact | None
) -> dict[str, Any]:
    found = checked(parts, draft, looked, fact)
    if remarks is not None:
        found["remarks"] = remarks
    facts = sorted(parts.editor.facts(), key=lambda fact: (fact.id not in draft.facts, fact.source != "clinic", fact.id))
    return {**found, "all_facts": facts, "proposed": parts.proposed(draft.label) if draft.topic else []}


routes = [
    StaffRoute("/faqs/new", new),
    StaffRoute("/faqs/check", check, changes=True),
    StaffRoute("/faqs/save", save, changes=True),
    StaffRoute("/faqs/{group}/{name}", edit),
]
