"""Counts the links that patients follow, without asking who they are."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels import body
from bot.channels.errors import Refused
from bot.conversation.wording import LINKS
from bot.store import StoreDown
from bot.store.counts import Counts
from bot.threads import in_thread

CHANNEL = "web"


async def count_click(request: Request) -> Response:
    """POST /chat/clicks, without a token: nothing in it tells whose chat it was."""
    raw, whole = await body.read(request)
    if not whole:
        raise Refused("too_large")
    state = request.app.state
    state.limits.spend("message", request.client.host if request.client else "")
    what = body.json_object(request, raw).get("what")
    if not isinstance(what, str) or what not in LINKS:
        raise Refused("json")
    try:
        await in_thread(Counts(state.desk.store.engine).click, CHANNEL, what)
    except StoreDown:
        raise Refused("store") from None
    return Response(status_code=204)


routes = [Route("/chat/clicks", count_click, methods=["POST"])]
