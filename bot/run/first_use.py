"""What a first message would have to wait for is loaded before it comes."""

from __future__ import annotations

import asyncio

from bot import privacy
from bot.brain import Brain, BrainDown
from bot.threads import in_thread

EVERY_SECONDS = 1.0


async def get_ready(brain: Brain, every: float = EVERY_SECONDS) -> None:
    """Load what masking seldom needs, once the brain is up: until then every processor is its."""
    while True:
        try:
            await brain.check()
        except BrainDown:
            await asyncio.sleep(every)
        else:
            break
    await in_thread(privacy.get_ready)
