"""Spanish that nobody understood: answered in Spanish that English is what is spoken here, with the clinic's number."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content import Content
from bot.content.model import fill
from bot.live_words import words
from bot.safety.spanish import is_spanish
from bot.wording import Part

SPANISH = "other_language/es"
UNHEARD = ("out_of_scope", "clarify")
"""Kinds of replies to what was not understood."""
COURTESIES = ("smalltalk/thanks", "smalltalk/goodbye", "smalltalk/greet", "smalltalk/praise")
"""`gracias` is answered as `thanks` is."""


def answered(parts: Sequence[Part], text: str, content: Content, channel: str) -> list[Part]:
    """The parts, or the sentence in Spanish where the message is Spanish and nothing of it was understood."""
    response = words(content.topics[SPANISH], channel) if SPANISH in content.topics else None
    if response is None or not all(map(_unheard, parts)) or not is_spanish(text):
        return list(parts)
    offer = str(response.metadata.get("offer") or "")
    said = fill(response.text, content.placeholders())
    return [Part(said, "out_of_scope", ("out_of_scope",), response.facts, offer, confidence=1.0, label=SPANISH)]


def _unheard(part: Part) -> bool:
    return part.kind in UNHEARD or (part.kind == "smalltalk" and part.label not in COURTESIES)
