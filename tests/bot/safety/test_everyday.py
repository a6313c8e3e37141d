"""Everyday words of other languages."""

from __future__ import annotations

import pytest

from bot.safety.everyday import ENGLISH, WORDS
from bot.safety.reading import plainly


@pytest.mark.parametrize("language", WORDS)
def test_words_stand_as_messages_are_read(language: str) -> None:
    """In plain letters, none of them English, and enough of them to tell a sentence by."""
    assert {word for word in WORDS[language] if plainly(word) != word or not word.isalpha()} == set()
    assert WORDS[language] & ENGLISH == set()
    assert len(WORDS[language]) > 60
