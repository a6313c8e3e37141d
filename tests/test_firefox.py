"""The widget in Firefox: another engine, used from the keyboard."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from tests.conftest import Assistant
from tests.firefox import Tab, opened

IN = "document.querySelector('clinic-chat').shadowRoot"
REPLIES = f"[...{IN}.querySelectorAll('[role=log] .message:not(.patient)')].map((each) => each.innerText)"


async def ask(tab: Tab, question: str, holds: str) -> str:
    """Type a question and press Enter; the replies once one of them holds these words."""
    await tab.press(*question, "Enter")
    await tab.until(f"{REPLIES}.join().includes({json.dumps(holds)})")
    return str(await tab.read(f"{REPLIES}.slice(1).join()"))


def test_a_conversation_by_keyboard_alone(firefox: str, assistant: Assistant, known: Any, tmp_path: Path) -> None:
    """Opened with Enter, asked, answered, urgent advice framed, restored after a reload, closed with Escape; no complaint."""

    async def visit() -> dict[str, Any]:
        async with opened(firefox, tmp_path) as tab:
            await tab.visit(assistant.url)
            await tab.until(f"{IN}?.querySelector('.launcher') && ({IN}.querySelector('.launcher').focus(), true)")
            await tab.press("Enter")
            await tab.until(f"{IN}.activeElement?.matches('textarea, input')")
            await tab.until(f"{REPLIES}.length > 0")  # the opening stands before anything is asked
            seen: dict[str, Any] = {"answer": await ask(tab, "where are you located", "141 West")}
            seen["advice"] = await ask(tab, "i have chest pain", "Chest pain")
            seen["framed"] = await tab.read(f"!!{IN}.querySelector('.message h3 .warning')")
            await tab.visit(assistant.url)
            await tab.until(f"{IN}?.querySelector('.launcher') && ({IN}.querySelector('.launcher').focus(), true)")
            await tab.press("Enter")
            await tab.until(f"{REPLIES}.join().includes('141 West')")
            seen["restored"] = await tab.read(f"{REPLIES}.join()")
            await tab.press("Escape")
            seen["focus is back"] = await tab.until(f"{IN}.activeElement?.matches('.launcher')")
            return {**seen, "complaints": tab.complaints}

    seen = asyncio.run(visit())
    address = known.placeholders()["clinic_address"]

    assert address in seen["answer"]
    assert "911" in seen["advice"]
    assert address in seen["restored"]
    assert (seen["framed"], seen["focus is back"], seen["complaints"]) == (True, True, [])
