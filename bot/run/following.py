"""A running edge follows the content in the store: whoever changed it, on whatever machine, is followed within two seconds."""

from __future__ import annotations

import asyncio
import logging

from bot.content import ContentError
from bot.editing.library import Library
from bot.store import StoreDown
from bot.threads import in_thread
from bot.turn import FrontDesk

logger = logging.getLogger(__name__)
EVERY_SECONDS = 1.0


async def follow(library: Library, desk: FrontDesk, every: float = EVERY_SECONDS) -> None:
    """Take up every change of the content until cancelled; what can't be read changes nothing."""
    seen = None
    while True:
        try:
            version = await in_thread(library.version)
            if version != seen:
                desk.use(await in_thread(library.content))
                seen = version
        except StoreDown:
            pass  # the desk answers on from what it has, and says itself that nothing can be kept
        except ContentError as error:
            seen = version
            logger.error("The newest content can't be served, so the last is served on: %s", error)
        await asyncio.sleep(every)
