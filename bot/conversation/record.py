"""A message and its reply as the turn that is kept of them."""

from __future__ import annotations

from bot import privacy
from bot.conversation.inbound import Inbound
from bot.conversation.wording import Reply
from bot.store import StoredTurn


def record(said: Inbound, reply: Reply, key: bytes) -> StoredTurn:
    """The turn, its text masked; `key` makes the digest by which the same message is known again.

    Masking, where that wasn't done before, takes milliseconds, and loads a model for the first name: call it beside the event
    loop.
    """
    return StoredTurn(
        message_id=said.message_id,
        digest=said.digest(key),
        text=privacy.mask(said.text) if said.masked is None else said.masked,
        messages=reply.messages,
        kind=reply.kind,
        confidence=reply.confidence,
    )
