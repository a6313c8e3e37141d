"""Which clauses are no question of their own: what a story tells on the way to its question, and what only weighs an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.questions import AUXILIARY, FILLER, OPENING, SUBJECT

STORY = 25
"""Words from which a message with a question mark tells more than it asks."""
OPENS = re.compile(rf"{FILLER}*(?:{OPENING}|{AUXILIARY} {SUBJECT})\b", re.I)
ENDS_SENTENCE = re.compile(r"[.!?\n…]")
OR = re.compile(r"\bor[\s,]*$", re.I)


def asked(body: str, clauses: Sequence[str]) -> tuple[str, ...]:
    """Of the clauses that may ask those that do: in a story with a question mark, what opens as a question or leads up to one.

    `I never got around to asking her why. What happens in the body?` asks one thing.
    """
    if len(body.split()) <= STORY or "?" not in body:
        return tuple(clauses)
    return tuple(clause for clause in clauses if OPENS.match(clause) or _leads_to_a_mark(body, clause))


def weighs(body: str, clause: str) -> bool:
    """Whether a clause is the other half of the question before it: `will I feel it, or am I worrying over nothing`."""
    return OR.search(body[: max(body.find(clause), 0)]) is not None


def _leads_to_a_mark(body: str, clause: str) -> bool:
    start = body.find(clause)
    end = ENDS_SENTENCE.search(body, start + len(clause.rstrip("?"))) if start >= 0 else None
    return start < 0 or (end is not None and end[0] == "?")
