"""A front desk for a command that asks and measures: over a brain in this process and a store that is thrown away."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from typing import Any

from bot import safety
from bot.run.processes import hands_alone
from bot.run.readiness import loaded, ready_model
from bot.settings import Settings


def with_desk(chosen: Settings, use: Callable[[Any], Awaitable[Any]]) -> int:
    """Call `use` with the desk; 1 where the content has to be mended, which is told."""
    known = loaded(chosen)
    model = ready_model(chosen, known)
    if model is None:
        return 1
    from bot.conversation.memory import Days
    from bot.engine.local import LocalBrain, quiet
    from bot.store import open_store
    from bot.turn import FrontDesk

    quiet()

    async def main(scratch: str) -> int:
        async with hands_alone(chosen) as hands_url:
            brain = await LocalBrain.load(chosen.root, model, hands_url)
            store = open_store(f"sqlite:///{scratch}/bot.db")
            flags = safety.load(chosen.data / "red_flags")
            keys = chosen.secret_for("digests"), chosen.secret_for("sealing")
            days = Days(chosen.retention_days, chosen.callback_days)
            desk = FrontDesk(known, flags, store, brain, *keys, days)
            result = await use(desk)
            store.close()
        return int(result or 0)

    with tempfile.TemporaryDirectory() as scratch:
        return asyncio.run(main(scratch))
