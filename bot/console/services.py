"""What the pages of the console work with, put together once when the program starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from jinja2 import Environment
from starlette.requests import Request

from bot.backoffice import BackOffice
from bot.console.cookies import Cookies
from bot.console.pages import environment
from bot.console.proposed import from_json
from bot.content.check import normalised
from bot.editing.editor import Editor
from bot.editing.library import Library
from bot.judging.suggestions import NOT_READY, Suggestions
from bot.publishing.lane import Publishing
from bot.settings import Settings
from bot.store.audit_log import AuditLog
from bot.store.callback_work import CallbackWork
from bot.store.callbacks import Callbacks
from bot.store.counts import Counts
from bot.store.documents import Documents
from bot.store.filings import Filings
from bot.store.opt_outs import OptOuts
from bot.store.proposals import Proposal, Proposals
from bot.store.review import Review
from bot.store.revisions import Revisions
from bot.store.staff import Staff
from bot.store.staff_attempts import StaffAttempts
from bot.store.staff_sessions import StaffSessions
from bot.turn import FrontDesk

LOOKED_BACK = timedelta(days=90)
"""How old a question of the inbox may be."""
STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True)
class Services:
    """The parts, by name."""

    settings: Settings
    desk: FrontDesk
    staff: Staff
    sessions: StaffSessions
    attempts: StaffAttempts
    audit: AuditLog
    cookies: Cookies
    pages: Environment
    form_key: str
    office: BackOffice
    revisions: Revisions
    review: Review
    counts: Counts
    filings: Filings
    proposals: Proposals
    documents: Documents
    callbacks: Callbacks
    callback_work: CallbackWork
    opt_outs: OptOuts

    @property
    def library(self) -> Library:
        """The content and its files."""
        return self.office.library

    @property
    def editor(self) -> Editor:
        """What changes the content."""
        return self.office.editor

    @property
    def publishing(self) -> Publishing:
        """What teaches and publishes."""
        return self.office.publishing

    @property
    def suggestions(self) -> Suggestions:
        """What is told while somebody types."""
        return self.office.suggestions

    def titles(self) -> dict[str, str]:
        """What the questions are called, by label."""
        topics = self.editor.content.topics.values()
        return {topic.label: topic.title for topic in topics if topic.title}

    def choices(self) -> dict[str, Any]:
        """What a question can be filed under, by label and title, and what each is called."""
        return {
            "titles": self.titles(),
            "faqs": [(each.label, each.title) for each in self.editor.faqs()],
            "subjects": [(each.label, each.title) for each in self.editor.faqs("not_covered")],
        }

    def strength(self) -> dict[str, float]:
        """For each topic the share of its test questions that the version that answers now understands, as far as it is known."""
        return self.office.strength.known()

    def alike(self, texts: list[str]) -> list[list[int]]:
        """Texts grouped by meaning; by their words alone while meaning can't be told."""
        try:
            return self.suggestions.alike(texts)
        except NOT_READY:
            groups: dict[str, list[int]] = {}
            for index, each in enumerate(texts):
                groups.setdefault(normalised(each), []).append(index)
            return list(groups.values())

    def texts_of(self, turn_ids: list[int]) -> list[str]:
        """What was asked in these turns of the inbox, the newest first."""
        items = self.review.questions(datetime.now(timezone.utc) - LOOKED_BACK)
        return [item.text for item in items if item.turn_id in turn_ids]

    def proposed(self, label: str) -> list[Proposal]:
        """What editors propose for a question."""
        return [each for each in self.proposals.open() if from_json(each.draft).label == label]


def build(settings: Settings, desk: FrontDesk, office: BackOffice) -> Services:
    """The console's parts over the edge's own store and content."""
    engine = desk.store.engine
    return Services(
        settings=settings,
        desk=desk,
        staff=Staff(engine),
        sessions=StaffSessions(engine),
        attempts=StaffAttempts(engine, settings.secret_for("staff attempts")),
        audit=AuditLog(engine),
        cookies=Cookies(settings.secret_for("staff cookies"), settings.public_url.startswith("https://")),
        pages=environment(),
        form_key=settings.secret_for("staff forms"),
        office=office,
        revisions=Revisions(engine),
        review=Review(engine),
        counts=Counts(engine),
        filings=Filings(engine),
        proposals=Proposals(engine),
        documents=Documents(engine),
        callbacks=Callbacks(engine),
        callback_work=CallbackWork(engine),
        opt_outs=OptOuts(engine),
    )


def of(request: Request) -> Services:
    """The parts that serve this request."""
    found: Services = request.app.state.console
    return found
