"""Saving an FAQ: an owner's is live at once, an editor's wording waits for one, and nobody's work is written over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request

from bot.console import faq_form, filing, proposed, services
from bot.console.access import OWNER, text
from bot.content.draft import FaqDraft
from bot.editing.keeping import EditedMeanwhile, Refused
from bot.store import filings


@dataclass(frozen=True)
class Conflict:
    """What somebody else made of the same question meanwhile."""

    author: str
    at: datetime
    theirs: FaqDraft
    number: int
    """The revision on which a next try builds."""
    proposal: int = 0
    """Its id where they have proposed it; 0 where they have saved it."""


class Overlapping(Exception):
    """Somebody else was faster; nothing was kept, and the person is to see the difference first."""

    def __init__(self, conflict: Conflict) -> None:
        super().__init__(conflict.author)
        self.conflict = conflict


def save(request: Request, draft: FaqDraft) -> tuple[FaqDraft, str]:
    """Keep or propose what was typed; returns it with the name of what was done.

    Raises:
        Refused: something blocks.
        Overlapping: somebody else has saved the question since, or has proposed a change that this person was not shown yet.
    """
    parts, person = services.of(request), request.state.person
    before = parts.editor.faq(draft.label) if draft.topic else None
    try:
        if person.role != OWNER and faq_form.needs_approval(draft, before):
            _propose(request, draft)
            return draft, "proposed"
        saved = parts.editor.save(draft, person.name)
    except EditedMeanwhile as other:
        theirs = parts.editor.faq(draft.label)
        raise Overlapping(Conflict(other.author, other.at, theirs, other.number)) from other
    turns = [int(each) for each in text(request, "turns").split(",") if each.isdecimal()]
    if turns:
        filing.close(parts, turns, filings.NEW, person.name, saved.label)
    return saved, "saved_learn" if before is None or draft.phrases != before.phrases else "saved"


def _propose(request: Request, draft: FaqDraft) -> None:
    parts, name, given = services.of(request), request.state.person.name, text(request, "seen")
    seen = int(given) if given.isdecimal() else 0
    parts.editor.expect_newest(draft)
    blocking = [remark for remark in parts.editor.remarks(draft) if remark.blocks]
    if blocking:
        raise Refused(blocking)
    unseen = [each for each in parts.proposed(draft.label) if each.author != name and each.id > seen]
    if unseen:
        other = unseen[-1]
        theirs = proposed.from_json(other.draft)
        raise Overlapping(Conflict(other.author, other.proposed_at, theirs, draft.number, other.id))
    parts.proposals.add(proposed.to_json(draft), name)
