"""A text line in this process, and a phone that writes to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from bot import content, safety, settings
from bot.brain import HttpBrain
from bot.run.processes import free_port
from bot.settings import Settings
from bot.sms import opt_out
from bot.sms.line import Line
from bot.sms.provider import InboundText
from bot.store import Store
from bot.turn import FrontDesk
from tests.phone import SET_UP, sid
from tests.turns import KEYS


@pytest.fixture
def chosen(make_settings: Callable[..., Settings]) -> Settings:
    """Settings with text messages set up."""
    return replace(make_settings(**SET_UP), root=settings.ROOT)


@dataclass
class Caller:
    """One number that writes to a line; every message is one event loop's work."""

    line: Line
    number: str = "+16105550123"

    def text(self, body: str = "", message_id: str = "", **given: object) -> str:
        """What comes back; empty for nothing."""
        return asyncio.run(self.line.answer(InboundText(message_id or sid(), self.number, body, **given)))

    def notes(self) -> list[tuple[str, str, str]]:
        """What is noted of the number's opt-out."""
        notes, key = self.line.opt_outs.recent(), self.line.number_key(self.number)
        return [(note.what, note.how, note.said) for note in reversed(notes) if note.number_key == key]


@pytest.fixture
def brainless(known: content.Content, flags: safety.Safety, store: Store) -> FrontDesk:
    """A front desk on each database, whose brain's port is closed: its answers are the clinic's number."""
    return FrontDesk(known, flags, store, HttpBrain(f"http://127.0.0.1:{free_port()}", "s", 1.0), *KEYS)


@pytest.fixture
def make_caller(brainless: FrontDesk, ears: opt_out.Ears, chosen: Settings) -> Callable[..., Caller]:
    """`make_caller(sms_messages_per_hour=2)`: a patient of a line with these settings."""

    def make(number: str = "+16105550123", **limits: int) -> Caller:
        return Caller(Line(brainless, ears, replace(chosen, **limits)), number)

    return make


@pytest.fixture
def caller(make_caller: Callable[..., Caller]) -> Caller:
    return make_caller()
