"""Home: how it went today and in the last thirty days."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot.console.access import StaffRoute
from bot.console.pages import page


async def show(request: Request) -> Response:
    """GET /staff"""
    return page(request, "home.html")


routes = [StaffRoute("", show)]
