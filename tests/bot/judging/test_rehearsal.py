"""A rehearsal shows what a patient gets, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import pytest

from bot.conversation.inbound import Inbound
from bot.judging.rehearsal import rehearse
from bot.turn import FrontDesk
from tests.turns import CHAT

SAID = (
    "where is the clinic",
    "forget me",
    "i have crushing chest pain",
    "call me back",
    "how much is it and is it safe?",
    "x" * 2000,
)


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("text", SAID)
def test_a_rehearsal_is_what_a_patient_gets(desk: FrontDesk, text: str, channel: str) -> None:
    """Wishes about memory, the first text's introduction and one text for all are part of it, and a message that is too long."""

    async def both() -> list[list[str]]:
        rehearsed = await rehearse(desk, text, channel)
        if len(text) > 1000:
            return [[each["text"] for each in rehearsed.messages], [desk.content.reply("error_too_long", channel)]]
        given = await desk.take(Inbound(CHAT, channel, "m1", text))
        return [[message["text"] for message in reply.messages] for reply in (rehearsed, given)]

    rehearsed, given = asyncio.run(both())

    assert rehearsed == given


def test_nothing_is_left_of_a_rehearsal(desk: FrontDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk's own store knows nothing of it, the one of a moment is gone, and the desk answers on."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()

    async def several() -> None:
        await asyncio.gather(*(rehearse(desk, text, "sms") for text in SAID[:4]))

    asyncio.run(several())

    assert list((tmp_path / "scratch").iterdir()) == []
    assert desk.later.waiting == 0
    assert [turn for chat in (CHAT, "preview") for turn in desk.store.history(chat)] == []
