"""What a receiver is given, and what it answers when it could not take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

LONGEST_SECONDS = 50.0
"""How long one attempt may take in all, however slowly a receiver answers."""


class NotDelivered(Exception):
    """A receiver could not take it now. The message names the failing part and holds nothing of a patient."""


@dataclass(frozen=True)
class Told:
    """One thing the clinic is told, opened."""

    key: str
    """The same at every attempt, so that a receiver can tell a repeat."""
    kind: str
    created_at: datetime
    values: Mapping[str, Any]


class Receiver(Protocol):
    """Where the clinic hears."""

    @property
    def name(self) -> str:
        """One word, by which the outbox remembers who has it already."""

    async def deliver(self, told: Told) -> None:
        """Hand it over; raises NotDelivered."""
