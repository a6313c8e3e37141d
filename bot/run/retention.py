"""The job that keeps what is kept about patients little: it runs by itself, at start and then every few minutes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timezone

from bot.settings import Settings
from bot.store import Store, StoreDown
from bot.store.retention import Retention
from bot.threads import in_thread

EVERY_SECONDS = 300.0
"""Often, because a form that was left must be gone half an hour after its last message."""
AGAIN_SECONDS = 4.0
log = logging.getLogger(__name__)
Purge = Callable[[datetime], int]
"""Erases one batch of what is past its time at a moment, and says how many rows that were."""


class RetentionJob:
    """Purges, run in turn until nothing is left to erase."""

    def __init__(self, purges: Sequence[Purge], overwrite: Callable[[], bool]) -> None:
        self._purges, self._overwrite = purges, overwrite

    async def run(self) -> None:
        """Erase for ever; with the database down, soon again."""
        while True:
            try:
                await self.once(datetime.now(timezone.utc))
            except StoreDown:
                log.warning("nothing could be erased: database")
                await asyncio.sleep(AGAIN_SECONDS)
            else:
                await asyncio.sleep(EVERY_SECONDS)

    async def once(self, now: datetime) -> int:
        """Erase everything that is past its time at a moment; how many rows that were.

        Raises:
            StoreDown: the database can't serve.
        """
        erased = 0
        for purge in self._purges:
            while batch := await in_thread(purge, now):
                erased += batch
                await asyncio.sleep(0)  # between batches everybody else has their turn
        if erased:
            log.info("%d rows past their time erased", erased)
        # In every round, for what a patient had erased while somebody was reading.
        if not await in_thread(self._overwrite):
            log.info("what was erased is not overwritten yet: somebody was reading")
        return erased


def retention_job(settings: Settings, store: Store, more: Sequence[Purge] = ()) -> RetentionJob:
    """The job over every table that every installation has.

    Args:
        settings: how many days what is kept.
        store: what is kept.
        more: purges of other tables, such as call-backs.
    """
    own = Retention(store.engine, settings.retention_days)
    chats = (own.pending, own.old_turns, own.old_conversations, own.idle_memories)
    others = (own.old_wordings, own.past_spending, own.delivered_notices, own.old_filings, own.old_attempts)
    return RetentionJob((*chats, *others, *more), own.overwrite)
