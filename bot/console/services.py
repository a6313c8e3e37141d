"""What the pages of the console work with, put together once when the program starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from starlette.requests import Request

from bot.console.cookies import Cookies
from bot.console.pages import environment
from bot.settings import Settings
from bot.store.audit import Audit
from bot.store.staff import Staff
from bot.store.staff_attempts import StaffAttempts
from bot.store.staff_sessions import StaffSessions
from bot.turn import FrontDesk

STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True)
class Services:
    """The parts, by name."""

    settings: Settings
    desk: FrontDesk
    staff: Staff
    sessions: StaffSessions
    attempts: StaffAttempts
    audit: Audit
    cookies: Cookies
    pages: Environment
    form_key: str


def build(settings: Settings, desk: FrontDesk) -> Services:
    """The console's parts over the edge's own store and content."""
    engine = desk.store.engine
    secure = settings.public_url.startswith("https://")
    return Services(
        settings=settings,
        desk=desk,
        staff=Staff(engine),
        sessions=StaffSessions(engine),
        attempts=StaffAttempts(engine),
        audit=Audit(engine),
        cookies=Cookies(settings.secret_for("staff cookies"), secure),
        pages=environment(),
        form_key=settings.secret_for("staff forms"),
    )


def of(request: Request) -> Services:
    """The parts that serve this request."""
    found: Services = request.app.state.console
    return found
