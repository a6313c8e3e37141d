"""The list of FAQs with what one wants to know of each, and what is one click: on, off, signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, services
from bot.console.access import OWNER, StaffRoute, text
from bot.console.pages import page, problem
from bot.content.draft import FaqDraft, Review
from bot.store.counts import TopicCount
from bot.store.revisions import Revision
from bot.threads import in_thread

FAQS = "/staff/faqs"
COUNTED_DAYS = 30
GROUPS = ("faq", "not_covered")
DID = {"on": "switched on", "off": "switched off", "signed": "noted a sign-off"}


@dataclass(frozen=True)
class Row:
    """One question of the list."""

    draft: FaqDraft
    edited: Revision | None
    count: TopicCount | None
    strength: float | None
    """The share of its test questions that are understood, or None where none are kept."""

    @property
    def helpful_share(self) -> float | None:
        """The share of opinions that were good."""
        said = self.count.helpful + self.count.unhelpful if self.count else 0
        return self.count.helpful / said if self.count and said else None

    @property
    def sign_off(self) -> str:
        """`unsigned`, `due` or `signed`."""
        signed = self.draft.reviewed
        if not signed.by:
            return "unsigned"
        return "due" if signed.due and signed.due <= date.today().isoformat() else "signed"


async def show(request: Request) -> Response:
    """GET /staff/faqs, also `?q=` and `?show=off|unsigned|not_covered`"""
    find, only = request.query_params.get("q", "").strip()[:100], request.query_params.get("show", "")
    rows = await in_thread(_rows, services.of(request), find, only)
    return page(request, "faqs.html", rows=rows, q=find, only=only)


async def switch(request: Request) -> Response:
    """POST /staff/faqs/{group}/{name}/switch: anybody may switch an answer off at once, an owner switches it on."""
    on = text(request, "on") == "yes"
    if on and request.state.person.role != OWNER:
        return problem(request, "owner_only", 403)
    return await _changed(request, lambda editor, label, name: editor.switch(label, on, name), "on" if on else "off")


async def sign(request: Request) -> Response:
    """POST /staff/faqs/{group}/{name}/sign: a clinician's word that the answer is right."""
    given = {name: text(request, name)[:100] for name in ("by", "on", "due")}
    if given["by"] and not all(_is_date(given[name]) for name in ("on", "due")):
        return problem(request, "dates", 422)
    return await _changed(request, lambda editor, label, name: editor.review(label, Review(**given), name), "signed")


async def _changed(request: Request, change: Any, done: str) -> Response:
    parts, label = services.of(request), label_of(request)
    await in_thread(change, parts.editor, label, request.state.person.name)
    await in_thread(parts.audit.record, request.state.person.name, DID[done], label)
    return access.back_to(f"{FAQS}/{label}" if done == "signed" else FAQS, done)


def label_of(request: Request) -> str:
    """The topic that the address names."""
    return f"{request.path_params['group']}/{request.path_params['name']}"


def _rows(parts: services.Services, find: str, only: str) -> list[Row]:
    drafts = parts.editor.faqs("not_covered" if only == "not_covered" else "faq")
    since = (datetime.now(timezone.utc) - timedelta(days=COUNTED_DAYS)).date()
    counted = {each.topic: each for each in parts.counts.topics(since)}
    newest, strength = parts.revisions.newest(), parts.strength()
    wanted = find.casefold()
    rows = [
        Row(
            draft,
            newest.get(draft.file),
            counted.get(draft.topic) or counted.get(draft.label),
            strength.get(draft.label, strength.get(draft.topic)),
        )
        for draft in drafts
        if wanted in " ".join((draft.title, draft.web, draft.sms, *draft.phrases)).casefold()
    ]
    return [row for row in rows if (only != "off" or not row.draft.on) and (only != "unsigned" or row.sign_off != "signed")]


def _is_date(given: str) -> bool:
    try:
        return bool(date.fromisoformat(given))
    except ValueError:
        return False


ONE = "/faqs/{group}/{name}"
routes = [
    StaffRoute("/faqs", show),
    StaffRoute(f"{ONE}/switch", switch, changes=True),
    StaffRoute(f"{ONE}/sign", sign, OWNER, changes=True),
]
