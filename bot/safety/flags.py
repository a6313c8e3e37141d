"""One kind of danger: what it sounds like and what to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.safety.grammar import Pattern

TIERS = ("now", "today", "crisis")
"""How urgent: 911, a call to the OB, midwife or doctor today, a crisis line."""


@dataclass(frozen=True)
class RedFlag:
    """One kind of danger; `restore` is False where its reply must not come back when the page is loaded anew."""

    id: str
    tier: str
    patterns: tuple[Pattern, ...]
    says: Mapping[str, str]
    doubts: tuple[Pattern, ...] = ()
    restore: bool = True
    again: str = ""
    """What is said to words that go on about it: in short, and why."""

    def advice(self, channel: str, spanish: bool = False) -> str:
        """What to say, in the channel's wording; to whom writes in Spanish one sentence of it first."""
        said = self.says.get(channel, self.says["text"])
        return f"{self.says['es']} {said}" if spanish and "es" in self.says else said
