"""The questions inbox: what could not be answered, grouped by meaning; answers to look over; and emergencies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot import privacy
from bot.console import services
from bot.console.access import StaffRoute
from bot.console.pages import page
from bot.console.services import LOOKED_BACK
from bot.content.check import MARKUP, normalised
from bot.conversation import callback
from bot.store import filings
from bot.store.review import ReviewItem
from bot.threads import in_thread

MOST_PHRASES = 5
LABELS = (*(f"[{kind}]" for kind in privacy.KINDS), *callback.LABELS.values(), callback.DETAILS)
"""All that stands where something was a patient's own."""
MASKED = re.compile("|".join(map(re.escape, LABELS)))


@dataclass(frozen=True)
class Group:
    """Questions that mean the same, the newest first."""

    items: tuple[ReviewItem, ...]
    guesses: tuple[tuple[str, str], ...]
    """The likeliest topics by label and title."""

    @property
    def turn_ids(self) -> str:
        """As a form carries them."""
        return ",".join(str(item.turn_id) for item in self.items)

    @property
    def phrases(self) -> list[str]:
        """Different ways in which it was asked, fit to be learned from."""
        found = {normalised(item.text): learnable(item.text) for item in self.items}
        return [each for each in found.values() if each][:MOST_PHRASES]


async def questions(request: Request) -> Response:
    """GET /staff/questions"""
    return page(request, "questions.html", **await in_thread(_questions, services.of(request)))


async def answers(request: Request) -> Response:
    """GET /staff/questions/answers: last week's and this week's, closest calls first."""
    return page(request, "answers.html", **await in_thread(_answers, services.of(request)))


async def emergencies(request: Request) -> Response:
    """GET /staff/questions/emergencies"""
    return page(request, "emergencies.html", **await in_thread(_emergencies, services.of(request)))


def grouped(parts: services.Services, items: list[ReviewItem]) -> list[Group]:
    """Near-duplicates together, the group with the newest question first."""
    titles = parts.titles()
    groups = [tuple(items[index] for index in sorted(indices)) for indices in parts.alike([item.text for item in items])]
    found = [Group(group, _guesses(group[0], titles)) for group in groups]
    return sorted(found, key=lambda group: -group.items[0].turn_id)


def learnable(text: str) -> str:
    """A question without what was masked in it and without marks that mean something in a file of ours."""
    return " ".join(MARKUP.sub(" ", MASKED.sub(" ", text)).split())[:200].lstrip("/")


def monday(today: datetime) -> Any:
    """The day on which the week began."""
    return (today - timedelta(days=today.weekday())).date()


def _questions(parts: services.Services) -> dict[str, Any]:
    items = parts.review.questions(datetime.now(timezone.utc) - LOOKED_BACK)
    done = parts.filings.recent((filings.ADDED, filings.NEW, filings.COVERED, filings.IGNORED))
    return {"groups": grouped(parts, items), "filed": done, **parts.choices()}


def _answers(parts: services.Services) -> dict[str, Any]:
    week = monday(datetime.now(timezone.utc))
    sample = parts.review.sample_of_answers(week) + parts.review.sample_of_answers(week - timedelta(days=7))
    done = parts.filings.recent((filings.RIGHT, filings.WRONG, filings.MISSED))
    items = [item for item in sample if not item.handled_by]
    return {"items": items, "filed": done, "learnable": learnable, **parts.choices()}


def _emergencies(parts: services.Services) -> dict[str, Any]:
    items = parts.review.emergencies(datetime.now(timezone.utc) - LOOKED_BACK)
    done = parts.filings.recent((filings.FALSE_ALARM, filings.FOLLOWED_UP), 500)
    ended = {turn_id: filing for filing in done for turn_id in filing.turn_ids}
    return {"items": items, "ended": ended, "missed": parts.filings.recent((filings.MISSED,)), **parts.choices()}


def _guesses(item: ReviewItem, titles: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    labels = [label if "/" in label else f"faq/{label}" for label, _score in item.guesses]
    return tuple((label, titles[label]) for label in labels if label in titles)[:3]


routes = [
    StaffRoute("/questions", questions),
    StaffRoute("/questions/answers", answers),
    StaffRoute("/questions/emergencies", emergencies),
]
