"""Text messages over HTTP: a provider's signed post in, its answer out."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels import body
from bot.channels.errors import Refused
from bot.conversation.inbound import SameIdOtherText
from bot.sms.line import Line
from bot.sms.provider import NotAuthentic, Provider
from bot.store import StoreDown

MOST_BYTES = 32 * 1024
"""A text of 1,600 characters takes up to 12 bytes for each."""


class TextLine:
    """A provider and the line behind it."""

    def __init__(self, provider: Provider, line: Line, public_url: str) -> None:
        self.provider, self.line = provider, line
        self.url = public_url + provider.path
        """What the provider signs, as it is configured there: a proxy may have changed everything in the request."""


async def receive(request: Request) -> Response:
    """POST /sms/twilio. Nothing is read, stored or sent for a request that isn't the provider's own."""
    found: TextLine | None = request.app.state.text_line
    if found is None:
        raise Refused("sms_off")
    if request.url.path != found.provider.path:
        raise Refused("not_found")
    raw, whole = await body.read(request, MOST_BYTES)
    if not whole:
        raise Refused("too_large")
    try:
        message = found.provider.verify(raw, request.headers, found.url)
    except NotAuthentic:
        raise Refused("signature") from None
    try:
        text = await found.line.answer(message) if message else ""
    except StoreDown:  # the provider's fallback answers: it can't be known who wants no texts
        raise Refused("store") from None
    except SameIdOtherText:
        raise Refused("conflict") from None
    return Response(found.provider.render(text), media_type=found.provider.media_type)


routes = [Route("/sms/{provider}", receive, methods=["POST"])]
