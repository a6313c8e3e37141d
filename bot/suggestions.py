"""What the console says while somebody types: what a phrasing would take, what it is almost the same as, what it would get."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.content.draft import FaqDraft


@dataclass(frozen=True)
class Taken:
    """A phrasing would take questions away from another topic."""

    label: str
    title: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True)
class Near:
    """A way of asking that is almost the same."""

    text: str
    label: str
    title: str
    likeness: float
    """1 for the same meaning, 0 for none."""


@dataclass(frozen=True)
class Tried:
    """What a message gets: from the version that answers now, and what it would probably get once published."""

    text: str
    reply: list[dict[str, Any]]
    """The messages that patients get now, in the shape of the public contract."""
    kind: str
    topics: tuple[str, ...]
    confidence: float
    nearest: tuple[Near, ...]
    expected: str
    """The label that it would probably be understood as once published."""
    expected_title: str
    expected_text: str


class Suggestions:
    """Estimates without training. Loads the encoder at the first question; then every answer takes well under half a second."""

    def collisions(self, draft: FaqDraft, phrase: str = "") -> list[Taken]:
        """Topics that would lose questions to the draft's new phrasings (or to one `phrase` of it)."""
        raise NotImplementedError

    def near_duplicates(self, phrase: str, label: str = "") -> list[Near]:
        """Ways of asking of any topic that are almost the same as this one."""
        raise NotImplementedError

    def guess(self, text: str, count: int = 3) -> list[tuple[str, str]]:
        """The likeliest topics of a message, as label and title, from the version that answers now."""
        raise NotImplementedError

    def subject_replaced(self, draft: FaqDraft) -> str:
        """The `not_covered/…` subject that most of a new draft's phrasings are about: it is to be replaced; or empty."""
        raise NotImplementedError

    def alike(self, texts: list[str]) -> list[list[int]]:
        """Group texts by meaning: lists of indices, the biggest group first. For the inbox."""
        raise NotImplementedError

    async def try_it(self, text: str, channel: str = "web") -> Tried:
        """What a message gets now and would get once published."""
        raise NotImplementedError
