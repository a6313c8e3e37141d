"""The chat's loader and the demo page, with the clinic's contact as it is live: a new number is one edit."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.channels.panel import unless_known
from bot.content import Content, contact
from bot.content.model import fill

SHIPPED_NUMBER = re.compile(r"(?<=phone: ')[^']*(?=')")
"""The number that the loader knows by heart: a website that copied the file from the repository shows that one."""


def loader(script: str, content: Content) -> str:
    """The loader with the number by which the clinic is reached now."""
    number = json.dumps(content.placeholders()["clinic_phone"])[1:-1].replace("'", r"\u0027")
    return SHIPPED_NUMBER.sub(lambda _: number, script, count=1)


def demo(page: str, content: Content) -> str:
    """The demo page with the clinic's contact details, and `{clinic_dials}` and `{booking_opens}` as its links take them."""
    values = dict(content.placeholders())
    values["clinic_dials"], values["booking_opens"] = (
        contact.dialled(values["clinic_phone"]),
        contact.opened(values["booking_page"]),
    )
    return fill(page, {name: html.escape(value) for name, value in values.items()})


def routes(folder: Path) -> list[Route]:
    """GET /widget/chat.js and GET /"""
    script, page = ((folder / name).read_text(encoding="utf-8") for name in ("chat.js", "demo.html"))

    async def get_loader(request: Request) -> Response:
        return unless_known(request, loader(script, request.app.state.desk.content).encode(), "text/javascript")

    async def get_demo(request: Request) -> Response:
        return HTMLResponse(demo(page, request.app.state.desk.content))

    return [Route("/widget/chat.js", get_loader), Route("/", get_demo)]
