"""Firefox as Debian ships it, driven by WebDriver BiDi, its own protocol: Playwright only drives a Firefox of its own."""

from __future__ import annotations

import asyncio
import itertools
import json
import subprocess
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import websockets

from bot.run.processes import free_port

PATIENCE_SECONDS = 60
KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c"}


@dataclass
class Tab:
    """A page in Firefox, and what its console complained of."""

    socket: Any
    context: str
    complaints: list[str] = field(default_factory=list)
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(100))

    async def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of one command of the protocol; complaints that arrive before it are kept."""
        number = next(self._numbers)
        await self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            said = json.loads(await asyncio.wait_for(self.socket.recv(), PATIENCE_SECONDS))
            if said.get("method") == "log.entryAdded" and said["params"]["level"] in ("error", "warn"):
                self.complaints.append(said["params"]["text"])
            if said.get("id") == number:
                assert said["type"] == "success", said
                return said["result"]

    async def visit(self, url: str) -> None:
        """Go there, and wait until the page has loaded."""
        await self.command("browsingContext.navigate", context=self.context, url=url, wait="complete")

    async def read(self, expression: str) -> Any:
        """The value of a JavaScript expression that is a string, a number or a boolean."""
        target = {"context": self.context}
        found = await self.command("script.evaluate", expression=expression, target=target, awaitPromise=True)
        assert found["type"] == "success", found
        return found["result"].get("value")

    async def until(self, expression: str) -> Any:
        """The first true value of an expression."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not (found := await self.read(expression)):
            assert time.monotonic() < deadline, f"never true: {expression}"
            await asyncio.sleep(0.1)
        return found

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each by its name or its letter."""
        strokes = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": strokes}
        await self.command("input.performActions", context=self.context, actions=[keyboard])


@asynccontextmanager
async def opened(program: str, profile: Path) -> AsyncIterator[Tab]:
    """A tab of a fresh headless Firefox whose profile is an empty folder."""
    port = free_port()
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", str(port)]
    browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        tab = Tab(await _connected(f"ws://127.0.0.1:{port}/session"), "")
        await tab.command("session.new", capabilities={})
        await tab.command("session.subscribe", events=["log.entryAdded"])
        tab.context = (await tab.command("browsingContext.create", type="window"))["context"]  # the first has no keyboard
        yield tab
        await tab.socket.close()
    finally:
        browser.terminate()
        browser.wait()


async def _connected(url: str) -> Any:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return await websockets.connect(url, max_size=None)
        except OSError:
            assert time.monotonic() < deadline, "Firefox did not start"
            await asyncio.sleep(0.2)
