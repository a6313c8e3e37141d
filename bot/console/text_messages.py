"""Text messages: who wants no more of them, since when and how that was said, explained."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot.console import services
from bot.console.access import StaffRoute
from bot.console.pages import page
from bot.threads import in_thread


async def show(request: Request) -> Response:
    """GET /staff/texts: numbers are known only by a keyed hash, of which the first letters tell them apart."""
    return page(request, "texts.html", notes=await in_thread(services.of(request).opt_outs.recent, 200))


routes = [StaffRoute("/texts", show)]
