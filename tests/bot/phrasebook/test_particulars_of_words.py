"""Words asked about themselves."""

from __future__ import annotations

import pytest

from bot.phrasebook.particulars_of_words import OF_WORDS


def found(text: str) -> str:
    return next((each.reply for each in OF_WORDS if each.asked(text)), "")


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("relaxin?", "word_relaxin"),
        ("what does relaxin mean", "word_relaxin"),
        ("define acute pls", "word_acute"),
        ("it says acute, what is that", "word_acute"),
        ("what are endorphins", "word_endorphins"),
        ("explain the VAS pain score", "word_vas"),
        ("what is a meta-analysis", "word_meta_analysis"),
        ("palpation means what", "word_palpation"),
        ("NCCIH stands for?", "word_nccih"),
        ("whats spd", "word_spd"),
        ("is that the same as pelvic girdle pain", "word_girdle"),
    ],
)
def test_the_word_is_what_is_asked(text: str, reply: str) -> None:
    """In whatever form."""
    assert found(text) == reply


@pytest.mark.parametrize(
    "text",
    [
        "my pain is acute",
        "i have spd and it hurts to walk",
        "does acupuncture release endorphins",
        "what helps with chronic pain",
        "how many maintenance sessions are there",
        "what is pelvic girdle pain",
    ],
)
def test_a_word_that_is_only_used_asks_for_no_meaning(text: str) -> None:
    """It stands in a question of its own."""
    assert found(text) == ""
