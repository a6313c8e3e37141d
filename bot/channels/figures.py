"""`/metrics`: for this machine itself, or for whoever has the token; to anybody else there is nothing here."""

from __future__ import annotations

import hmac
from ipaddress import ip_address

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.brain import BrainDown
from bot.channels.errors import Refused
from bot.threads import in_thread

THROUGH_A_PROXY = ("x-forwarded-for", "forwarded", "x-real-ip", "via", "x-forwarded-host", "x-forwarded-proto")


async def metrics(request: Request) -> Response:
    """GET /metrics, in Prometheus' text format."""
    state = request.app.state
    if not (_has_token(request, state.metrics_token) or _from_this_machine(request)):
        raise Refused("not_found")
    try:
        answers: str | None = await state.desk.brain.check()
    except BrainDown:
        answers = None
    return Response(await in_thread(state.metrics.text, answers), headers={"content-type": CONTENT_TYPE_LATEST})


def _has_token(request: Request, token: str) -> bool:
    given = request.headers.get("authorization", "").encode()
    return bool(token) and hmac.compare_digest(given, f"Bearer {token}".encode())


def _from_this_machine(request: Request) -> bool:
    """Straight from loopback: what a proxy on this machine passes on comes from loopback too, for all the world."""
    if any(header in request.headers for header in THROUGH_A_PROXY):
        return False
    try:
        return ip_address(request.client.host if request.client else "").is_loopback
    except ValueError:
        return False


routes = [Route("/metrics", metrics)]
