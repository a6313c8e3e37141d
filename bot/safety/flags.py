"""One kind of danger: what it sounds like and what to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.safety.grammar import Pattern

TIERS = ("now", "today", "crisis")
"""How urgent: 911, a call to the OB, midwife or doctor today, a crisis line."""


@dataclass(frozen=True)
class FollowUp:
    """What may be said while a danger is open: words that meet it, or the danger that it turns out to be.

    `becomes` is that danger's id, empty where it stays the same; `answers`: a question told beside it is answered behind;
    `keeps`: no other danger is to be heard in it; `mild`: said only where the danger isn't at its worst.
    """

    patterns: tuple[Pattern, ...]
    says: Mapping[str, str] = field(default_factory=dict)
    becomes: str = ""
    answers: bool = False
    keeps: bool = False
    mild: bool = False

    def words(self, channel: str) -> str:
        """What meets it, in the channel's wording."""
        return self.says.get(channel, self.says.get("text", ""))


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
    yields: bool = False
    """Whether another danger of its tier in the same message goes first."""
    in_doubt: Mapping[str, str] = field(default_factory=dict)
    """What goes with an answer where this danger is only in doubt; empty where the general word on when to call will do."""

    while_open: tuple[FollowUp, ...] = ()
    """What is met in its own words while this danger is open; the first that fits counts."""
    grave: tuple[Pattern, ...] = ()
    """What tells that it is at its worst: then only `graver` is said."""
    graver: RedFlag | None = None
    """The same danger with the words for that; None where there are none."""

    def advice(self, channel: str, language: str = "") -> str:
        """What to say, in the channel's wording; to whom writes in another language one sentence of it first.

        Args:
            channel: `web` or `sms`.
            language: its two letters (bot/safety/language.py); empty for English.
        """
        return self.spoken(self.says.get(channel, self.says["text"]), language)

    def word_in_doubt(self, channel: str) -> str:
        """Its own word on when to call, in the channel's wording; empty where it has none."""
        return self.in_doubt.get(channel, self.in_doubt.get("text", ""))

    def spoken(self, text: str, language: str) -> str:
        """The text behind what this flag says first in that language."""
        return f"{self.says[language]} {text}" if language in self.says else text
