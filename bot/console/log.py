"""Who did what: the log that only grows."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot.console import services
from bot.console.access import StaffRoute
from bot.console.pages import page
from bot.threads import in_thread

A_PAGE = 100


async def show(request: Request) -> Response:
    """GET /staff/log, newest first"""
    before, find = request.query_params.get("before", ""), request.query_params.get("q", "")[:100]
    entries = await in_thread(services.of(request).audit.recent, A_PAGE, int(before) if before.isdecimal() else 0, find)
    older = entries[-1].id if len(entries) == A_PAGE else 0
    return page(request, "log.html", entries=entries, older=older, q=find)


routes = [StaffRoute("/log", show)]
