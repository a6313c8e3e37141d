"""What runs beside the requests for as long as the program does."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

PAUSE_SECONDS = 4.0
log = logging.getLogger(__name__)
Job = Callable[[], Awaitable[None]]


@asynccontextmanager
async def running(*jobs: Job) -> AsyncIterator[None]:
    """Run each job beside what stands in the block; they end with it."""
    tasks = [asyncio.create_task(_keep(job)) for job in jobs]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _keep(job: Job) -> None:
    """Start the job again where it fails: one surprise must not end it for good."""
    while True:
        try:
            await job()
            return
        except Exception as error:
            # The error's text may hold what a patient wrote; its type can't.
            log.error("a background job failed: %s", type(error).__name__)
            await asyncio.sleep(PAUSE_SECONDS)
