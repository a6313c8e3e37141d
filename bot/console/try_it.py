"""Try it: ask as a patient does, see why it was answered so, and say what it should have been."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, services
from bot.console.access import StaffRoute, text
from bot.console.pages import page, problem
from bot.conversation.inbound import MAX_CHARACTERS
from bot.conversation.typed_text import normalised
from bot.judging.suggestions import NOT_READY
from bot.threads import in_thread

TRY = "/staff/try"
CHANNELS = ("web", "sms")


async def show(request: Request) -> Response:
    """GET /staff/try"""
    choices = await in_thread(services.of(request).choices)
    return page(request, "try.html", said="", channel="web", tried=None, **choices)


async def ask(request: Request) -> Response:
    """POST /staff/try: nothing of it is kept."""
    parts, channel = services.of(request), text(request, "channel")
    said = normalised(text(request, "said"))[: MAX_CHARACTERS["web"]]
    if channel not in CHANNELS or not said:
        return access.back_to(TRY)
    try:
        tried = await parts.suggestions.try_it(said, channel)
    except NOT_READY:
        return problem(request, "not_ready", 503)
    return page(request, "try.html", said=said, channel=channel, tried=tried, **await in_thread(parts.choices))


async def correct(request: Request) -> Response:
    """POST /staff/try/correct: what was typed becomes a way of asking for the right question."""
    parts, name, label = services.of(request), request.state.person.name, text(request, "label")
    if not label:
        return problem(request, "no_topic", 422)
    await in_thread(parts.editor.add_phrases, label, [text(request, "said")], name)
    await in_thread(parts.audit.record, name, "added a way of asking", label)
    return access.back_to(TRY, "added")


routes = [
    StaffRoute("/try", show),
    StaffRoute("/try", ask, changes=True),
    StaffRoute("/try/correct", correct, changes=True),
]
