"""Spanish, told by its words."""

from __future__ import annotations

import re

import pytest

from bot.content.sms_text import fold, length
from bot.conversation.sms_reply import MOST_PLACES
from bot.evaluation import red_flags, sets
from bot.safety import Safety
from bot.safety.spanish import is_spanish
from bot.settings import ROOT
from bot.turn import FrontDesk
from tests.turns import take

ENGLISH = re.compile(r"\b(?:the|and|my|is|was|i|im|i'm|she|he|it|to|of)\b", re.I)
"""Words of which an English message has two."""


@pytest.mark.parametrize("text", ["estoy sangrando mucho", "mi bebé no se mueve", "AYUDA", "me duele el pecho", "quiero morirme"])
def test_spanish_is_recognised(text: str) -> None:
    """With or without accents, in however few words."""
    assert is_spanish(text)


def test_english_is_never_taken_for_spanish() -> None:
    """Of all dangers told in English, however misspelt, only what is half Spanish: `mi hija is 29 weeks`, `me duele still`."""
    folders = sets.under(ROOT / "tests" / "red_flags").values()
    told = [" ".join(messages) for folder in folders for _, urgent, messages in red_flags.cases(folder) if urgent]
    english = [text for text in told if len(ENGLISH.findall(text)) > 1]

    assert len(english) > 3000
    assert [text for text in english if is_spanish(text) and not re.search(r"\bmi \w|\bme duele", text, re.I)] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("estoy sangrando mucho, tengo 30 semanas", "Llame al 911"),
        ("mi bebe no se mueve desde ayer", "partera"),
        ("quiero matarme", "988"),
    ],
)
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_danger_told_in_spanish_is_answered_in_spanish_first(desk: FrontDesk, text: str, line: str, channel: str) -> None:
    """One sentence says what to do; the advice in English follows, for whoever reads it with her."""
    said = take(desk, text, channel=channel).messages[0]["text"]

    assert line in said.split(".")[0]
    assert len(said.split(".")) > 2


def test_every_danger_has_a_line_in_spanish_that_fits(flags: Safety) -> None:
    """By text message, too, before all the rest."""
    assert all(flag.says.get("es") for flag in flags.flags)
    assert {flag.id for flag in flags.flags if length(fold(flag.advice("sms", language="es"))) > MOST_PLACES} == set()
