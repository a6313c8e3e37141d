"""The website's chat over HTTP: sessions, messages, history, feedback."""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Awaitable
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import privacy
from bot.channels import body
from bot.channels.errors import Refused
from bot.channels.sessions import new_conversation_id
from bot.conversation.inbound import Inbound, SameIdOtherText, TooLong, UnknownChoice
from bot.conversation.typed_text import CONTROL
from bot.conversation.wording import Reply
from bot.store import Feedback, StoreDown, StoredTurn, UnknownMessage
from bot.threads import in_thread
from bot.turn import FrontDesk

logger = logging.getLogger(__name__)
Result = TypeVar("Result")
CHANNEL = "web"
REPLY_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}\.\d{1,3}")
MESSAGE_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
LONGEST_COMMENT = 1000
CODE_OF = {TooLong: "too_long", SameIdOtherText: "conflict", UnknownChoice: "choice"}


async def start_session(request: Request) -> Response:
    """POST /chat/sessions"""
    _, whole = await body.read(request)
    if not whole:
        raise Refused("too_large")
    request.app.state.limits.spend("session", _address(request))
    desk: FrontDesk = request.app.state.desk
    greeting = desk.wording.fixed("greeting", "smalltalk", CHANNEL)
    messages = greeting.under("greeting").messages
    return JSONResponse({"token": request.app.state.sessions.start(), "messages": messages}, 201)


async def send_message(request: Request) -> Response:
    """POST /chat/messages. An emergency is answered before token, type, size or limit can refuse it."""
    desk: FrontDesk = request.app.state.desk
    raw, whole = await body.read(request)
    urgent = desk.emergency(body.as_text(raw), CHANNEL)
    try:
        inbound = _inbound(request, raw, whole, "emergency" if urgent else "message")
        return _answer(await desk.take(inbound))
    except Exception as error:
        if urgent:
            return _answer(await _advised(request, raw, urgent, error))
        if type(error) in CODE_OF:
            raise Refused(CODE_OF[type(error)]) from error
        raise


async def history(request: Request) -> Response:
    """GET /chat/messages"""
    conversation_id = _conversation(request)
    request.app.state.limits.spend("own_chat", _address(request))
    turns = await _stored(in_thread(request.app.state.desk.store.history, conversation_id))
    return JSONResponse({"messages": [message for turn in turns if _restored(turn) for message in _both_sides(turn)]})


async def erase(request: Request) -> Response:
    """DELETE /chat/sessions. An open call-back request stays unless `?withdraw_callback=true`; `ask` then erases nothing."""
    withdraw = request.query_params.get("withdraw_callback", "false")
    if withdraw not in ("true", "false", "ask"):
        raise Refused("json")
    desk: FrontDesk = request.app.state.desk
    conversation_id = _conversation(request)
    request.app.state.limits.spend("own_chat", _address(request))
    if withdraw == "ask" and await _stored(in_thread(desk.memory.waits_for_call, conversation_id)):
        raise Refused("callback_open")
    await _stored(desk.erase(conversation_id, withdraw == "true"))
    return Response(status_code=204)


async def give_feedback(request: Request) -> Response:
    """POST /chat/feedback"""
    raw, whole = await body.read(request)
    if not whole:
        raise Refused("too_large")
    conversation_id = _conversation(request)
    request.app.state.limits.spend("message", _address(request))
    given = body.json_object(request, raw)
    message_id, helpful, comment = given.get("message_id"), given.get("helpful"), given.get("comment", "")
    if not isinstance(message_id, str) or not isinstance(helpful, bool) or not isinstance(comment, str):
        raise Refused("json")
    if len(comment) > LONGEST_COMMENT:
        raise Refused("too_long")
    if not REPLY_ID.fullmatch(message_id):
        raise Refused("unknown_message")
    kept = Feedback(message_id, helpful, await in_thread(privacy.mask, CONTROL.sub(" ", comment)))
    try:
        await _stored(in_thread(request.app.state.desk.store.add_feedback, conversation_id, kept))
    except UnknownMessage:
        raise Refused("unknown_message") from None
    return Response(status_code=204)


def _by_method(endpoints: dict[str, Any]) -> Any:
    """One route for an address, so that a refused method is told every method there is."""

    async def endpoint(request: Request) -> Response:
        found: Response = await endpoints["GET" if request.method == "HEAD" else request.method](request)
        return found

    return endpoint


routes = [
    Route("/chat/sessions", _by_method({"POST": start_session, "DELETE": erase}), methods=["POST", "DELETE"]),
    Route("/chat/messages", _by_method({"POST": send_message, "GET": history}), methods=["POST", "GET"]),
    Route("/chat/feedback", give_feedback, methods=["POST"]),
]


async def _advised(request: Request, raw: bytes, urgent: Reply, error: Exception) -> Reply:
    """Advice on a request that is refused or fails: kept as a turn of its own where the limits allow it, so that staff see it."""
    message_id = f"urgent-{secrets.token_hex(8)}"
    desk: FrontDesk = request.app.state.desk
    if isinstance(error, Refused) and error.code == "rate":
        return urgent.under(message_id)
    try:
        said = next(each for each in (body.said(raw), body.as_text(raw)) if desk.emergency(each, CHANNEL))
        inbound = Inbound(_conversation_or_new(request), CHANNEL, message_id, said)
        if type(error) in CODE_OF or isinstance(error, Refused):
            request.app.state.limits.spend("emergency", _address(request))
            return await desk.take(inbound)
        logger.error("%s: an emergency could not be answered as usual", type(error).__name__)
        desk.watch.failure("edge")
        await desk.later.add(inbound.read(), urgent.under(message_id))
    except Exception as failure:
        logger.error("%s: emergency advice went out without being kept", type(failure).__name__)
    return urgent.under(message_id)


def _inbound(request: Request, raw: bytes, whole: bool, allowance: str) -> Inbound:
    if not whole:
        raise Refused("too_large")
    conversation_id = _conversation(request)
    request.app.state.limits.spend(allowance, _address(request))
    given = body.json_object(request, raw)
    text, value, message_id = given.get("text", ""), given.get("value", ""), given.get("id", secrets.token_urlsafe(12))
    if not all(isinstance(each, str) for each in (text, value, message_id)) or not ("text" in given or "value" in given):
        raise Refused("json")
    if not MESSAGE_ID.fullmatch(message_id):
        raise Refused("json")
    return Inbound(conversation_id, CHANNEL, message_id, text, value)


def _conversation(request: Request) -> str:
    return str(request.app.state.sessions.conversation_id(request.headers.get("authorization", "")))


def _conversation_or_new(request: Request) -> str:
    try:
        return _conversation(request)
    except Refused:
        return new_conversation_id()


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _answer(reply: Reply) -> JSONResponse:
    return JSONResponse({"messages": reply.messages})


def _restored(turn: StoredTurn) -> bool:
    """Whether a turn may come back on the screen: whoever harms a patient may open the page next."""
    return all(message.get("restore", True) for message in turn.messages)


def _both_sides(turn: StoredTurn) -> list[dict[str, Any]]:
    said = {"id": turn.message_id, "from": "patient", "text": turn.text, "kind": "", "topics": [], "sources": [], "buttons": []}
    return [said, *({**message, "from": "assistant"} for message in turn.messages)]


async def _stored(stored: Awaitable[Result]) -> Result:
    try:
        return await stored
    except StoreDown:
        raise Refused("store") from None
