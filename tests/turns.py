"""Sending messages to a front desk of this process."""

from __future__ import annotations

import asyncio
import secrets

from bot.conversation.inbound import Inbound
from bot.conversation.wording import Reply
from bot.turn import FrontDesk

CHAT = "web_one"
KEYS = "key", "5ea1" * 16
"""Of a front desk: for digests, and for what it seals."""
VAGUE = "treatment results body hip joint visit doctor guide symptoms course sessions relief side working therapy mom".split()
"""Words of which at least one lies between two topics, whatever the model was trained on."""


def inbound(text: str = "", message_id: str = "", chat: str = CHAT, channel: str = "web", value: str = "") -> Inbound:
    """A message of one patient, under a new id unless given one."""
    return Inbound(chat, channel, message_id or secrets.token_hex(4), text, value)


def take(desk: FrontDesk, text: str = "", message_id: str = "", **given: str) -> Reply:
    """The reply to one message."""
    return asyncio.run(desk.take(inbound(text, message_id, **given)))


def last(desk: FrontDesk, *texts: str) -> str:
    """The last reply's text of one conversation."""
    return str([take(desk, text) for text in texts][-1].messages[-1]["text"])
