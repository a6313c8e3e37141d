"""The edge: `create_app(settings)` builds the ASGI program from its parts."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot import safety
from bot.backoffice import BackOffice
from bot.brain import HttpBrain
from bot.channels import clicks, contact_pages, errors, figures, health, panel, sms, web
from bot.channels.headers import SecurityHeaders
from bot.channels.limits import Limits
from bot.channels.sessions import Sessions
from bot.console import services, site
from bot.conversation.memory import Days
from bot.editing.library import Library
from bot.metrics import Metrics
from bot.outbox import courier
from bot.publishing.publication import Parts, adopt_newer
from bot.run.background import running
from bot.run.first_use import get_ready
from bot.run.following import follow
from bot.run.retention import Purge, retention_job
from bot.settings import Settings
from bot.sms import opt_out
from bot.sms.line import Line
from bot.sms.providers import chosen_provider
from bot.store import Overtaken, Store, open_store
from bot.store.callbacks import Callbacks
from bot.store.outbox import Outbox
from bot.store.releases import Releases
from bot.store.revisions import Revisions
from bot.turn import FrontDesk

FINISH_SECONDS = 3.0
"""How long a stop waits for what was answered and is still being kept."""
logger = logging.getLogger(__name__)
WIDGET = Path(__file__).parent / "widget"
OPENAPI = Path(__file__).parent / "channels" / "openapi.json"


def create_app(settings: Settings) -> Starlette:
    """The edge as an ASGI program; its parts are opened here, not at import.

    Raises:
        ContentError: a file under data/ is broken.
        StoreDown: the database can't be opened.
    """
    brain = HttpBrain(settings.brain_url, settings.secret_for("brain"), settings.brain_timeout_seconds)
    store = open_store(settings.database_url)
    library = Library(settings.data, Revisions(store.engine))
    _reconcile(library)
    adopt_newer(Parts.over(settings, store))
    flags = safety.load(settings.data / "red_flags")
    metrics = Metrics(store, Releases(store.engine, settings.secret_for("releases")))
    keys = settings.secret_for("digests"), settings.secret_for("sealing")
    days = Days(settings.retention_days, settings.callback_days)
    desk = FrontDesk(library.content(), flags, store, brain, *keys, days, metrics)
    text_line = _text_line(settings, desk)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        retention = retention_job(settings, store, [_done_callbacks(settings, store)])
        deliver = courier(settings, Outbox(store.engine)).run
        readying = [flags.get_ready, lambda: get_ready(brain)]
        try:
            async with running(deliver, retention.run, desk.later.run, lambda: follow(library, desk), *readying):
                yield
            if text_line:
                await text_line.line.finish(FINISH_SECONDS)
            await desk.finish(FINISH_SECONDS)
        finally:
            await brain.close()
            desk.store.close()

    loader, demo_page = contact_pages.routes(WIDGET)
    chat: list[Any] = [demo_page, Route("/openapi.json", _openapi), *web.routes, *sms.routes, *clicks.routes]
    routes: list[Any] = [
        panel.route(WIDGET),
        loader,
        Mount("/widget", StaticFiles(directory=WIDGET)),
        *health.routes,
        *figures.routes,
        *(chat if settings.serve != "console" else []),
        *(site.routes() if settings.serve != "chat" else []),
    ]
    handlers: dict[Any, Any] = {
        errors.Refused: errors.on_refused,
        HTTPException: errors.on_http,
    }
    cors = Middleware(
        CORSMiddleware,
        allow_origins=list(settings.cors_origins),
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Authorization", "Content-Type"],
        expose_headers=["Retry-After"],
        max_age=600,
    )
    middleware = [Middleware(SecurityHeaders), cors, Middleware(errors.FailuresAsJson)]
    app = Starlette(routes=routes, exception_handlers=handlers, middleware=middleware, lifespan=lifespan)
    app.state.desk = desk
    app.state.metrics = metrics
    app.state.metrics_token = settings.metrics_token
    app.state.console = services.build(settings, desk, BackOffice.over(settings, library, desk))
    app.state.limits = Limits(settings.sessions_per_minute, settings.messages_per_minute)
    app.state.sessions = Sessions(settings.secret_for("sessions"), settings.session_hours)
    app.state.text_line = text_line
    return app


def _text_line(settings: Settings, desk: FrontDesk) -> sms.TextLine | None:
    """Text messages, where they are set up."""
    provider = chosen_provider(settings)
    if provider is None:
        return None
    line = Line(desk, opt_out.load(settings.data / "sms" / "opt_out.yml"), settings)
    return sms.TextLine(provider, line, settings.public_url)


def _done_callbacks(settings: Settings, store: Store) -> Purge:
    """Call-back requests go when they have been done, or withdrawn, for so many days."""
    return lambda now: Callbacks(store.engine).drop_done(now - timedelta(days=settings.callback_days))


def _reconcile(library: Library) -> None:
    for _attempt in range(3):
        try:
            found = library.reconcile()
        except Overtaken:  # another edge starts at the same moment
            continue
        for conflict in found.conflicts:
            logger.warning("%s was edited both here and in the console: choose one of the two in the console.", conflict.file)
        if found.waiting:
            logger.warning("Other edited files wait until that is settled: %s", found.waiting)
        return


async def _openapi(request: Request) -> Response:
    return FileResponse(OPENAPI, media_type="application/json")
