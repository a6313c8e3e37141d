"""Which clauses are no question of their own: what a story tells on the way to its question, and what only weighs an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.phrasebook.questions import ASKED_NEXT, FILLER, INDIRECT

STORY = 25
"""A message with a question mark and more words than these tells more than it asks."""
ASKS = re.compile(rf"^{FILLER}*{ASKED_NEXT}|{INDIRECT}", re.I)
ENDS_SENTENCE = re.compile(r"[.!?\n…]+")
BEHIND = "?!)\"' "
"""What may stand behind the last word of a clause and belongs to it."""
OR = re.compile(r"\bor[\s,]*$", re.I)


def really_asking(body: str, pieces: Sequence[str]) -> tuple[str, ...]:
    """Of the clauses that may ask those that do: in a story with a question mark, what is put as a question or leads up to one.

    `I never got around to asking her why. What happens in the body?` asks one thing.
    """
    if len(body.split()) <= STORY or "?" not in body:
        return tuple(pieces)
    return tuple(piece for piece in pieces if ASKS.search(piece) or _leads_to_a_mark(body, piece))


def weighs(body: str, piece: str) -> bool:
    """Whether a clause stands behind `or`, as the other half of a question may: `will I feel it, or am I fretting`."""
    return OR.search(body[: max(body.find(piece), 0)]) is not None


def _leads_to_a_mark(body: str, piece: str) -> bool:
    start = body.find(piece)
    end = ENDS_SENTENCE.search(body, start + len(piece.rstrip(BEHIND))) if start >= 0 else None
    return start < 0 or (end is not None and "?" in end[0])
