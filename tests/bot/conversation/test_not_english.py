"""Spanish that nobody understood."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.conversation.live_words import of_today
from bot.conversation.not_english import SPANISH, answered
from bot.conversation.wording import Part

LOST = Part("A.", "out_of_scope", ("out_of_scope",), label="out_of_scope")
PRICE = Part("B.", "not_covered", ("not_covered/price",), label="not_covered/price")
THANKS = Part("C.", "smalltalk", ("smalltalk",), label="smalltalk/thanks")


@pytest.mark.parametrize("text", ["me gustaria que alguien me llame por favor", "mañana", "Necesito cambiar mi cita del jueves"])
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_spanish_is_answered_in_spanish(known: Content, text: str, channel: str) -> None:
    """With the number, whatever it was taken for."""
    (part,) = of_today(answered([LOST], text, known), known, channel)

    assert (part.kind, part.label) == ("out_of_scope", SPANISH)
    assert "484.222.0854" in part.text


@pytest.mark.parametrize(
    ("part", "text"),
    [(LOST, "who won the game last night"), (PRICE, "cuánto cuesta una cita"), (THANKS, "gracias"), (LOST, "taco tuesday hola")],
)
def test_what_was_understood_or_is_english_stays(known: Content, part: Part, text: str) -> None:
    """A courtesy is answered as one, and an answer is better than an apology."""
    assert answered([part], text, known) == [part]
