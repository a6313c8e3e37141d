"""Home: how it went today and in the last thirty days, and the same as a table to take away."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.console import figures, services
from bot.console.access import StaffRoute
from bot.console.pages import page
from bot.console.spreadsheet import as_csv
from bot.store.visits import conversations_since
from bot.threads import in_thread

DAYS = 30
MOST_TOPICS = 12


async def show(request: Request) -> Response:
    """GET /staff"""
    return page(request, "home.html", **await in_thread(_figures, services.of(request)))


async def export(request: Request) -> Response:
    """GET /staff/figures.csv: every count of the last thirty days."""
    parts = services.of(request)
    counts = await in_thread(parts.counts.daily, _first_day())
    await in_thread(parts.audit.record, request.state.person.name, "exported the figures")
    rows = [(each.day.isoformat(), each.channel, each.what, each.topic, each.n) for each in counts]
    return as_csv("figures", ("day", "channel", "what", "topic", "count"), rows)


def _figures(parts: services.Services) -> dict[str, Any]:
    today, first = datetime.now(timezone.utc).date(), _first_day()
    counts = parts.counts.daily(first)
    engine = parts.desk.store.engine
    visits, visits_today = (conversations_since(engine, datetime.combine(day, time(), timezone.utc)) for day in (first, today))
    topics = [{**_called(parts, each.topic), "count": each} for each in parts.counts.topics(first)[:MOST_TOPICS]]
    waiting = parts.callbacks.waiting()
    begins = datetime.combine(today, time(), timezone.utc)
    days = figures.by_day(counts, today, DAYS)
    return {
        "today": figures.summed([each for each in counts if each.day == today], sum(visits_today.values())),
        "month": figures.summed(counts, sum(visits.values())),
        "channels": figures.by_channel(counts, visits),
        "days": days,
        "most": max([each.answered + each.other for each in days] + [1]),
        "topics": topics,
        "begins": begins,
        "waiting": sum(waiting.values()),
        "waiting_by_channel": waiting,
        "drafts": sum(1 for each in parts.editor.faqs() if not each.reviewed.by),
        "questions": len(parts.review.questions(datetime.combine(first, time(), timezone.utc))),
    }


def _called(parts: services.Services, topic: str) -> dict[str, Any]:
    """What staff call a topic as counts name it, and whether it is a subject that is not covered."""
    content = parts.editor.content
    label = topic if topic in content.topics or "/" in topic else f"faq/{topic}"
    return {"title": content.called(label), "uncovered": label.startswith("not_covered/") and label in content.topics}


def _first_day() -> Any:
    return datetime.now(timezone.utc).date() - timedelta(days=DAYS - 1)


routes = [StaffRoute("", show), StaffRoute("/figures.csv", export)]
