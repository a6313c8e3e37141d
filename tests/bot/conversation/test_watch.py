"""What a front desk tells whoever counts."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from bot.brain import HttpBrain
from bot.content import Content
from bot.conversation.watch import Watch
from bot.run.processes import free_port
from bot.safety import Safety
from bot.store import open_store
from bot.turn import FrontDesk
from tests.turns import KEYS, inbound


class Heard(Watch):
    """Notes what it is told."""

    def __init__(self) -> None:
        self.turns: list[tuple[str, str]] = []
        self.failures: list[str] = []

    def turn(self, channel: str, kind: str, seconds: float) -> None:
        assert seconds > 0
        self.turns.append((channel, kind))

    def failure(self, part: str) -> None:
        self.failures.append(part)


def test_turns_and_failing_parts_are_told(known: Content, flags: Safety, tmp_path: Path) -> None:
    """Each answered message is told once with channel and kind, and each part that failed meanwhile by its name."""
    store = open_store(f"sqlite:///{tmp_path}/bot.db")
    brain = HttpBrain(f"http://127.0.0.1:{free_port()}", "secret", 1.0)
    heard: Any = Heard()
    desk = FrontDesk(known, flags, store, brain, *KEYS, watch=heard)

    async def talk() -> None:
        await desk.take(inbound("I have chest pain", "m1"))
        await desk.take(inbound("how long does it take", "m2", chat="web_other"))
        (tmp_path / "bot.db").unlink()
        await desk.take(inbound("my face is drooping", "m3"))
        await brain.close()

    asyncio.run(talk())

    assert heard.turns == [("web", "emergency"), ("web", "handoff"), ("web", "emergency")]
    assert heard.failures == ["brain", "store"]
