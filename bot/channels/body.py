"""Reading what a client sends without letting it send too much."""

from __future__ import annotations

import asyncio
import html
import json
import re
from typing import Any
from urllib.parse import unquote_plus

from starlette.requests import Request

from bot.channels.errors import Refused

MOST_BYTES = 8 * 1024
DRAINED_BYTES = 64 * 1024 * 1024
DRAIN_SECONDS = 5.0
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
LINE_ESCAPE = re.compile(r"\\[nrtbf]")


async def read(request: Request, most: int = MOST_BYTES) -> tuple[bytes, bool]:
    """The first `most` bytes of the body, and whether that is all of it."""
    head = bytearray()
    stream = request.stream()
    async for chunk in stream:
        head += chunk
        if len(head) > most:
            await _drain(stream)
            return bytes(head[:most]), False
    return bytes(head), True


async def _drain(stream: Any) -> None:
    """Take in the rest without keeping it, so that the client hears the refusal; a client without end is cut off."""
    seen = 0
    deadline = asyncio.get_running_loop().time() + DRAIN_SECONDS
    async for chunk in stream:
        seen += len(chunk)
        if seen > DRAINED_BYTES or asyncio.get_running_loop().time() > deadline:
            return


def as_text(body: bytes) -> str:
    """The words in a body whatever it is: JSON, a form or neither, its escapes undone. For the red-flag check alone."""
    raw = body.decode("utf-8", errors="ignore")
    unescaped = LINE_ESCAPE.sub(" ", ESCAPE.sub(lambda found: chr(int(found[1], 16)), raw)).replace('\\"', '"')
    return html.unescape(unquote_plus(unescaped))


def said(body: bytes) -> str:
    """What a body says under the name that messages have; empty where it says nothing there."""
    try:
        found = json.loads(body)
        return str(found.get("text", "")) if isinstance(found, dict) else ""
    except (ValueError, RecursionError):
        return ""


def json_object(request: Request, body: bytes) -> dict[str, Any]:
    """The body as a JSON object.

    Raises:
        Refused: another content type, no JSON, or no object.
    """
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise Refused("type")
    try:
        found = json.loads(body, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise Refused("json") from None
    if not isinstance(found, dict):
        raise Refused("json")
    return found


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
