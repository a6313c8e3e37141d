"""No patient waits for what is loaded when it is first needed."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.brain import BrainDown
from bot.privacy import person_model
from bot.run.first_use import get_ready


class Starting:
    """A brain that is up at the third look."""

    def __init__(self) -> None:
        self.looks: list[int] = []

    async def answer(self, asked: Any) -> dict[str, Any]:
        raise BrainDown

    async def check(self) -> str:
        self.looks.append(person_model.pipeline.cache_info().currsize)
        if len(self.looks) < 3:
            raise BrainDown
        return ""


def test_names_are_read_without_waiting_once_the_brain_is_up() -> None:
    """While the brain starts nothing is loaded; then spaCy is, before any message needs it."""
    person_model.pipeline.cache_clear()
    brain = Starting()

    asyncio.run(get_ready(brain, every=0.01))

    assert brain.looks == [0, 0, 0]
    assert person_model.pipeline.cache_info().currsize == 1
