"""Templates into responses; every sentence staff read stands in `templates/`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """The templates, everything escaped that they don't mark themselves; a forgotten value is an error, not a gap."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(moment=moment, day=day, percent=percent)
    return made


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """A page for the person who asked."""
    state = request.state
    person = getattr(state, "person", None)
    shared = {
        "person": person,
        "form_token": getattr(state, "form_token", ""),
        "here": request.url.path,
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


def moment(when: datetime | None) -> str:
    """A time as staff read it."""
    return when.strftime("%b %-d, %Y, %H:%M") if when else ""


def day(when: datetime | None) -> str:
    """A date as staff read it."""
    return when.strftime("%b %-d, %Y") if when else ""


def percent(share: float | None) -> str:
    """A share in whole percent, or a dash where there is nothing to share."""
    return "–" if share is None else f"{share:.0%}"
