"""A question as JSON keeps it while it is proposed."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from bot.content.draft import FaqDraft, Review


def to_json(draft: FaqDraft) -> str:
    """The draft as a proposal keeps it."""
    return json.dumps(asdict(draft))


def from_json(kept: str) -> FaqDraft:
    """The draft that a proposal kept."""
    found: dict[str, Any] = json.loads(kept)
    found.update(facts=tuple(found["facts"]), phrases=tuple(found["phrases"]), reviewed=Review(**found["reviewed"]))
    return FaqDraft(**found)
