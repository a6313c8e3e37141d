"""Answer lines of text through exactly the code that serves patients, each as a fresh conversation."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from typing import Any, TextIO

from bot.conversation.inbound import Inbound, TooLong
from bot.conversation.wording import Reply
from bot.turn import FrontDesk


async def ask(desk: FrontDesk, channel: str, text: str) -> Reply:
    """The reply to one message of a patient who never wrote before."""
    message = Inbound(f"{channel}_{secrets.token_hex(8)}", channel, secrets.token_hex(8), text)
    try:
        return await desk.take(message)
    except TooLong:
        return desk.wording.fixed("error_too_long", "out_of_scope", channel)


async def answer_lines(desk: FrontDesk, channel: str, lines: Iterable[str], out: TextIO) -> None:
    """One JSON object a line: `{"text", "kind", "topics", "confidence", "reply"}`."""
    for line in lines:
        text = text_of(line.rstrip("\n"))
        reply = await ask(desk, channel, text)
        found: dict[str, Any] = {"text": text, "kind": reply.kind, "topics": reply.topics, "confidence": reply.confidence}
        found["reply"] = "\n".join(message["text"] for message in reply.messages)
        print(_as_line(found), file=out, flush=True)


def _as_line(found: dict[str, Any]) -> str:
    """The answer as JSON, in plain letters; half an emoji, which UTF-8 can't carry, makes it escape them."""
    line = json.dumps(found, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(found)
    return line


def text_of(line: str) -> str:
    """The message in a line: the `text` of a JSON object, or the line as it stands."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return line
    return found["text"] if isinstance(found, dict) and isinstance(found.get("text"), str) else line
