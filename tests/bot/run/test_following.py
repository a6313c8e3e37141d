"""A running edge follows what others save."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.editing.editor import Editor
from bot.editing.library import Library
from bot.run.following import follow
from bot.safety import Safety
from bot.store import Store
from bot.store.revisions import Revisions
from bot.turn import FrontDesk
from tests.content_office import LABEL, library_of
from tests.turns import KEYS


def test_what_another_edge_saves_is_answered_here(data: Path, store: Store, flags: Safety) -> None:
    """Two edges over one store: what is saved at one is in the other's words without a restart."""
    here = library_of(data, store)
    desk = FrontDesk(here.content(), flags, store, Any, *KEYS)  # type: ignore[arg-type]
    there = Editor(Library(data, Revisions(store.engine)))

    async def scenario() -> str:
        following = asyncio.create_task(follow(here, desk, every=0.01))
        await asyncio.sleep(0.05)
        there.save(replace(there.faq(LABEL), title="Said elsewhere"), "ann")
        for _ in range(500):
            await asyncio.sleep(0.02)
            if desk.content.topics[LABEL].title == "Said elsewhere":
                break
        following.cancel()
        return desk.content.topics[LABEL].title

    assert asyncio.run(scenario()) == "Said elsewhere"
