"""Spanish that nobody understood: answered in Spanish that English is what is spoken here, with the clinic's number."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content import Content
from bot.conversation.wording import Part
from bot.safety.spanish import is_spanish

SPANISH = "other_language/es"
UNHEARD = ("out_of_scope", "clarify")
"""Kinds of replies to what was not understood."""
COURTESIES = ("smalltalk/thanks", "smalltalk/goodbye", "smalltalk/greet", "smalltalk/praise")
"""`gracias` is answered as `thanks` is."""


def answered(parts: Sequence[Part], text: str, content: Content) -> list[Part]:
    """The parts, or one yet to be worded where the message is Spanish and nothing of it was understood."""
    if SPANISH not in content.topics or not all(map(_unheard, parts)) or not is_spanish(text):
        return list(parts)
    return [Part("", "out_of_scope", ("out_of_scope",), confidence=1.0, label=SPANISH)]


def _unheard(part: Part) -> bool:
    return part.kind in UNHEARD or (part.kind == "smalltalk" and part.label not in COURTESIES)
