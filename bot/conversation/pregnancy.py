"""Whether the patient said to be pregnant, in the events that a conversation goes on from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

SLOT = "pregnant"


def is_pregnant(events: Iterable[Mapping[str, Any]]) -> bool:
    """What the slot stands at; never guessed, and False before anything was said."""
    said = [event.get("value") for event in events if event.get("event") == "slot" and event.get("name") == SLOT]
    return bool(said and said[-1])
