"""Another language that nobody understood: answered in it that English is what is spoken here, with the clinic's number."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content import Content, topics
from bot.conversation.wording import CONTACT, UNHEARD, Part
from bot.safety.language import language_of

TOPIC, REPLY = "other_language/", "only_english_"
"""What the names of its wordings begin with, before the language: of a topic where there is one, else of a fixed text."""
COURTESIES = (topics.THANKS, topics.GOODBYE, topics.GREET, topics.PRAISE)
"""`gracias` is answered as `thanks` is."""


def answered(parts: Sequence[Part], text: str, content: Content, channel: str) -> list[Part]:
    """The parts, or one in the language of the message where nothing of it was understood; a topic is yet to be worded.

    Args:
        parts: what is to be said.
        text: what the patient said.
        content: where the words come from.
        channel: `web` or `sms`.
    """
    language = language_of(text)
    label = f"{TOPIC}{language}"
    said = content.reply(f"{REPLY}{language}", channel) if f"{REPLY}{language}" in content.replies else ""
    if not (said or label in content.topics) or not all(map(_unheard, parts)):
        return list(parts)
    return [Part(said, "out_of_scope", ("out_of_scope",), offer=CONTACT, confidence=1.0, label=label)]


def _unheard(part: Part) -> bool:
    return part.kind in UNHEARD or (part.kind == "smalltalk" and part.label not in COURTESIES)
