"""Emergencies that could not be kept when their advice went out: they wait in memory, masked, until the store takes them."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from functools import partial

from bot.conversation.alarm_state import urgent_state
from bot.conversation.inbound import Inbound
from bot.conversation.record import record
from bot.conversation.wording import Reply
from bot.store import Forgotten, Overtaken, Store, StoreDown, StoredTurn
from bot.threads import in_thread

MOST = 1000
"""A few megabytes; beyond that the oldest gives way, and the log says so."""
EVERY_SECONDS = 1.0
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Waiting:
    """A turn that staff must see."""

    turn: StoredTurn
    channel: str
    topic: str
    """The id of what was urgent."""
    conversation: Callable[[], str]
    """Finds the conversation it belongs to; raises StoreDown."""


class EmergencyBacklog:
    """Keeps each once: one that was kept meanwhile, because the patient's client sent it again, is let go."""

    def __init__(self, store: Store, key: bytes) -> None:
        self._store, self._key = store, key
        self._waiting: deque[Waiting] = deque()
        self._one_writer = threading.Lock()

    async def add(self, said: Inbound, reply: Reply, conversation: Callable[[], str] | None = None) -> None:
        """Have an emergency kept as soon as that is possible.

        Args:
            said: the message.
            reply: the advice that it was answered with.
            conversation: finds the conversation, where the store must be asked for it.
        """
        turn = replace(await in_thread(record, said, reply, self._key), created_at=datetime.now(timezone.utc))
        if len(self._waiting) >= MOST:
            self._waiting.popleft()
            logger.error("too many emergencies wait for the database: the oldest will not be seen by staff")
        self._waiting.append(Waiting(turn, said.channel, reply.topics[0], conversation or partial(str, said.conversation_id)))

    def write(self) -> None:
        """Keep what waits, in the order in which it was said. Raises StoreDown; then the rest waits on."""
        with self._one_writer:
            while self._waiting:
                first = self._waiting[0]
                self._keep(first)
                if self._waiting and self._waiting[0] is first:
                    self._waiting.popleft()

    @property
    def waiting(self) -> int:
        """How many emergencies are not kept yet."""
        return len(self._waiting)

    async def run(self) -> None:
        """Write for ever, soon after the store is back."""
        while True:
            try:
                if self._waiting:
                    await in_thread(self.write)
            except StoreDown:
                pass  # whoever asks for the store meanwhile says so
            await asyncio.sleep(EVERY_SECONDS)

    def _keep(self, late: Waiting) -> None:
        conversation_id = late.conversation()
        while True:
            before = self._store.before_turn(conversation_id, late.turn.message_id)
            if before.answered:
                return
            state = urgent_state(before.state, late.topic, late.turn.text)
            try:
                self._store.commit_turn(conversation_id, late.channel, late.turn, state, {}, before.turns)
                return
            except Overtaken:
                continue
            except Forgotten:  # with the chat that it was said in
                return
