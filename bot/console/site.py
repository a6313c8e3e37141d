"""All pages of the console under one address."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from bot.console import (
    account,
    approving,
    callbacks,
    document,
    facts,
    faq_editor,
    faq_history,
    faqs,
    files,
    filing,
    home,
    inbox,
    log,
    login,
    people,
    publish,
    text_messages,
    try_it,
)
from bot.console.access import StaffRoute
from bot.console.services import STATIC

PAGES = (
    login,
    account,
    people,
    log,
    home,
    inbox,
    filing,
    faqs,
    faq_editor,
    faq_history,
    facts,
    document,
    try_it,
    publish,
    approving,
    files,
    callbacks,
    text_messages,
)


async def lost(request: Request) -> Response:
    """Any other address"""
    if not request.path_params["rest"]:
        return RedirectResponse("/staff", 308)
    raise HTTPException(404)


def routes() -> list[BaseRoute]:
    """The routes below /staff; `app.state.console` holds what they work with."""
    pages: list[BaseRoute] = [route for module in PAGES for route in module.routes]
    return [Mount("/staff/static", StaticFiles(directory=STATIC)), *pages, StaffRoute("/{rest:path}", lost)]
