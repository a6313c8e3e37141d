"""Templates into responses; every sentence staff read stands in `templates/` here, or in those that a shell shares."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot import sentences
from bot.content import Content, hours

TEMPLATES = (Path(__file__).parent / "templates", sentences.TEMPLATES)
UTC = ZoneInfo("UTC")


def environment() -> Environment:
    """The templates, everything escaped that they don't mark themselves; a forgotten value is an error, not a gap."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(moment=moment, day=day, clock=clock, percent=percent)
    made.globals["zone"] = UTC
    return made


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """A page for the person who asked."""
    state = request.state
    person = getattr(state, "person", None)
    shared = {
        "person": person,
        "form_token": getattr(state, "form_token", ""),
        "here": request.url.path,
        "zone": zone_of(request.app.state.console.desk.content),
        "done": request.query_params.get("done", ""),
    }
    text = request.app.state.console.pages.get_template(template).render(**{**shared, **values})
    return HTMLResponse(text, status)


def problem(request: Request, what: str, status: int, **values: Any) -> Response:
    """A page that says what went wrong and what to do; what was typed stands on it, so that nothing is lost."""
    form = getattr(request.state, "form", None) or {}
    typed = {
        name: value for name, value in form.items() if isinstance(value, str) and "password" not in name and name != "form_token"
    }
    return page(request, "problem.html", status, what=what, typed=typed, **values)


def zone_of(content: Content) -> ZoneInfo:
    """The clinic's time zone where its hours say so, or else UTC."""
    fact = content.facts.get(hours.FACT)
    return ZoneInfo(fact.hours[hours.ZONE]) if fact and hours.ZONE in fact.hours else UTC


@pass_context
def moment(context: Context, when: datetime | None) -> str:
    """A time as staff read it, in the zone of the page."""
    return when.astimezone(context["zone"]).strftime("%b %-d, %Y, %H:%M") if when else ""


@pass_context
def clock(context: Context, when: datetime) -> str:
    """The time of day in the zone of the page."""
    return when.astimezone(context["zone"]).strftime("%H:%M")


@pass_context
def day(context: Context, when: date | None) -> str:
    """A date as staff read it; of a moment, the date in the zone of the page."""
    if isinstance(when, datetime):
        when = when.astimezone(context["zone"])
    return when.strftime("%b %-d, %Y") if when else ""


def percent(share: float | None) -> str:
    """A share in whole percent, or a dash where there is nothing to share."""
    return "–" if share is None else f"{share:.0%}"
