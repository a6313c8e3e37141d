"""The editor of one FAQ: what is typed is checked as it is typed, and saved only when it harms nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, faq_form, filing, services
from bot.console.access import OWNER, StaffRoute, text
from bot.console.comparison import compare
from bot.console.faq_checks import checked, subject_of
from bot.console.faqs import FAQS, GROUPS, label_of
from bot.console.inbox import learnable
from bot.console.pages import page, problem
from bot.content.clinic_facts import NewFact
from bot.content.draft import FaqDraft, UnknownTopic
from bot.content.remarks import Remark
from bot.editing import EditedMeanwhile, Refused
from bot.store import filings
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
        saved, done = await in_thread(_saved, request, draft)
    except Refused as refused:
        return await _form(request, draft, 422, remarks=refused.remarks)
    except EditedMeanwhile as other:
        # Saving once more is then a decision taken in sight of the difference.
        return await _form(request, replace(draft, number=other.number), 409, conflict=other)
    await in_thread(parts.audit.record, request.state.person.name, "proposed" if done == "proposed" else "saved", saved.label)
    return access.back_to(f"{FAQS}/{saved.label}", done)


def _saved(request: Request, draft: FaqDraft) -> tuple[FaqDraft, str]:
    parts, person = services.of(request), request.state.person
    before = parts.editor.faq(draft.label) if draft.topic else None
    if person.role != OWNER and faq_form.needs_approval(draft, before):
        blocking = [remark for remark in parts.editor.remarks(draft) if remark.blocks]
        if blocking:
            raise Refused(blocking)
        parts.proposals.add(faq_form.to_json(draft), person.name)
        return draft, "proposed"
    saved = parts.editor.save(draft, person.name)
    turns = [int(each) for each in text(request, "turns").split(",") if each.isdecimal()]
    if turns:
        filing.close(parts, turns, filings.NEW, person.name, saved.label)
    return saved, "saved_learn" if before is None or draft.phrases != before.phrases else "saved"


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
    fact = NewFact(*(text(request, name) for name in ("fact_says", "fact_who", "fact_since")))
    return fact if fact.says else None


async def _form(
    request: Request, draft: FaqDraft, status: int = 200, *, turns: str = "", looked: bool = False,
    remarks: list[Remark] | None = None, conflict: EditedMeanwhile | None = None,
) -> Response:  # fmt: skip
    values = await in_thread(_values, services.of(request), draft, looked or status == 422, remarks, _typed_fact(request))
    posted = hasattr(request.state, "form")
    fact = {name: text(request, name) for name in ("fact_says", "fact_who", "fact_since")} if posted else {}
    values["fact"] = {} if hasattr(request.state, "fact_added") else fact
    values["turns"] = turns or (text(request, "turns") if posted else "")
    values["conflict"] = conflict
    theirs = await in_thread(services.of(request).editor.faq, draft.label) if conflict else draft
    values["difference"] = compare(theirs, draft)
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
