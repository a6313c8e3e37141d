"""A message and its reply as the turn that is kept of them."""

from __future__ import annotations

from bot import privacy
from bot.inbound import Inbound
from bot.store import StoredTurn
from bot.threads import in_thread
from bot.wording import Reply


async def record(said: Inbound, reply: Reply, key: bytes) -> StoredTurn:
    """The turn, its text masked; `key` makes the digest by which the same message is known again."""
    return StoredTurn(
        message_id=said.message_id,
        digest=said.digest(key),
        text=await in_thread(privacy.mask, said.text),
        messages=reply.messages,
        kind=reply.kind,
        confidence=reply.confidence,
    )
