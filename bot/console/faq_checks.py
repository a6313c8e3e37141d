"""What is said of a question while it is typed, and how patients would see it."""

from __future__ import annotations

from typing import Any

from bot.console import faq_form
from bot.console.services import Services
from bot.content.check import FEWEST_EXAMPLES, FEWEST_EXAMPLES_SHIPPED
from bot.content.clinic_facts import NewFact
from bot.content.draft import FaqDraft, UnknownTopic
from bot.content.model import fill
from bot.content.sms_text import fold
from bot.judging.suggestions import NOT_READY, Near, Taken

MOST_LOOKED_AT = 10
"""New ways of asking that are compared with all others at a time, and losses that are named, the biggest first."""


def checked(parts: Services, draft: FaqDraft, thorough: bool = True, fact: NewFact | None = None) -> dict[str, Any]:
    """What the page says beside the form.

    Args:
        parts: of the console.
        draft: what is typed.
        thorough: whether to judge it and to ask what would be taken from others, besides counting and showing it.
        fact: the fact that is typed beside it.
    """
    content = parts.editor.content
    values = content.placeholders()
    first = content.reply("first_contact", "sms")
    shipped = draft.group == "faq" and draft.topic in content.shipped_topics
    said = bool(draft.web or draft.title or draft.phrases)
    return {
        "draft": draft,
        "remarks": parts.editor.remarks(draft, fact) if said and thorough else [],
        **_estimates(parts, draft, thorough),
        "fewest": FEWEST_EXAMPLES_SHIPPED if shipped else FEWEST_EXAMPLES,
        "count": faq_form.counted(fill(draft.sms or draft.web, values), first),
        "pregnant_count": faq_form.counted(fill(draft.pregnant_sms, values), first),
        "web_preview": fill(draft.web, values),
        "sms_preview": fold(fill(draft.sms or draft.web, values)),
        "pregnant_preview": fill(draft.pregnant_web, values),
        "pregnant_sms_preview": fold(fill(draft.pregnant_sms, values)),
        "sources": content.sources(draft.facts),
        "titles": parts.titles(),
    }


def _estimates(parts: Services, draft: FaqDraft, thorough: bool) -> dict[str, Any]:
    """What the phrasings would do; nothing where it isn't asked for, or nothing was trained yet."""
    nothing: dict[str, Any] = {"taken": [], "near": [], "subject": draft.replaces}
    if not thorough or not draft.phrases:
        return nothing
    try:
        taken: list[Taken] = parts.suggestions.collisions(draft)[:MOST_LOOKED_AT]
        return {"taken": taken, "near": _near(parts, draft), "subject": subject_of(parts, draft)}
    except NOT_READY:
        return nothing


def _near(parts: Services, draft: FaqDraft) -> list[tuple[str, Near]]:
    """New ways of asking that are almost the same as one that another question has."""
    try:
        known = set(parts.editor.faq(draft.label).phrases) if draft.topic else set()
    except UnknownTopic:
        known = set()
    fresh = [phrase for phrase in draft.phrases if phrase not in known][-MOST_LOOKED_AT:]
    return [(phrase, near[0]) for phrase in fresh if (near := parts.suggestions.near_duplicates(phrase, draft.label))]


def subject_of(parts: Services, draft: FaqDraft) -> str:
    """Which subject that is not covered a new answer would cover; empty for none, or nothing to tell it by."""
    if draft.topic or not draft.phrases:
        return draft.replaces
    try:
        return parts.suggestions.subject_replaced(draft)
    except NOT_READY:
        return ""
