"""Errors as JSON: `{"error": {"code", "message"}}`, the message a kind sentence from data/replies/."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.content import Content

logger = logging.getLogger(__name__)
CODES = {
    "token": HTTPStatus.UNAUTHORIZED,
    "signature": HTTPStatus.FORBIDDEN,
    "unknown_message": HTTPStatus.NOT_FOUND,
    "not_found": HTTPStatus.NOT_FOUND,
    "method": HTTPStatus.METHOD_NOT_ALLOWED,
    "conflict": HTTPStatus.CONFLICT,
    "callback_open": HTTPStatus.CONFLICT,
    "too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "type": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "json": HTTPStatus.UNPROCESSABLE_ENTITY,
    "too_long": HTTPStatus.UNPROCESSABLE_ENTITY,
    "choice": HTTPStatus.UNPROCESSABLE_ENTITY,
    "rate": HTTPStatus.TOO_MANY_REQUESTS,
    "sms_off": HTTPStatus.SERVICE_UNAVAILABLE,
    "store": HTTPStatus.SERVICE_UNAVAILABLE,
    "internal": HTTPStatus.INTERNAL_SERVER_ERROR,
}


class Refused(Exception):
    """A request that won't be served; `code` is a key of CODES."""

    def __init__(self, code: str, retry_after_seconds: int = 0) -> None:
        super().__init__(code)
        self.code, self.retry_after_seconds = code, retry_after_seconds


def error_response(content: Content, refused: Refused) -> JSONResponse:
    """The refusal as a patient or a program reads it."""
    headers = {"Retry-After": str(refused.retry_after_seconds)} if refused.retry_after_seconds else {}
    body = {"error": {"code": refused.code, "message": content.reply(f"error_{refused.code}", "web")}}
    return JSONResponse(body, CODES[refused.code], headers)


async def on_refused(request: Request, error: Exception) -> Response:
    """Handler for Refused."""
    assert isinstance(error, Refused)
    return error_response(request.app.state.desk.content, error)


async def on_http(request: Request, error: Exception) -> Response:
    """Handler for what the framework itself refuses: unknown routes and methods."""
    assert isinstance(error, HTTPException)
    code = "method" if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED else "not_found"
    response = error_response(request.app.state.desk.content, Refused(code))
    response.headers.update(error.headers or {})
    return response


class FailuresAsJson:
    """Innermost ASGI middleware: our own mistakes become a kind 500 that the other middlewares still see.

    The type of the error is logged, and nothing of the request.
    """

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Pass on, and answer for what breaks before it has begun to answer."""
        started = False

        async def send_noting(message: Any) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, send_noting)
        except Exception as error:
            if started or scope["type"] != "http":
                raise
            logger.error("%s at %s", type(error).__name__, scope.get("route", scope["path"]))
            scope["app"].state.desk.watch.failure("edge")
            response = error_response(scope["app"].state.desk.content, Refused("internal"))
            await response(scope, receive, send)
