"""Messages are read in one spelling."""

from __future__ import annotations

import pytest

from bot.safety.reading import Reader, plainly
from bot.safety.spelling import Spelling

READER = Reader(
    Spelling(["bleeding", "chest", "soaked"], ["cheat"]), {"wks": "weeks", "n": "and", "2day": "today", "ive": "i have"}
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I can not breathe", " i cant breathe "),
        ("I'm 30wks", " im 30 weeks "),
        ("i am 1 week", " im 1 weeks "),
        ("30 two weeks, 20 eight", " 32 weeks , 20 eight "),
        ("32w4d n bleedin", " 32 weeks and bleeding "),
        ("Ive BLEEEEDING 2day!!!", " i have bleeding today . "),
        ("temp 101.5, bp 160/100", " temp 101.5 , bp 160 100 "),
        ("a\nb?", " a . b ? "),
        ("🩸 everywhere", " blood everywhere "),
        ("ＣＨＥＳＴ", " chest "),
        ("my self a lot", " myself alot "),
        ("don’t", " dont "),
        ("", " "),
    ],
)
def test_a_message_reads_in_plain_words(text: str, expected: str) -> None:
    """Case, widths, contractions, texting spellings, numbers and stops come out one way."""
    assert READER.read(text) == expected


def test_what_is_invisible_may_glue_or_part_words() -> None:
    """Both readings are looked at."""
    assert READER.readings("chest\u200bpain") == (" chestpain ", " chest pain ")
    assert len(READER.readings("chest pain é")) == 1


def test_pasted_markup_is_not_read_as_words() -> None:
    """Tags of pasted text leave no letters behind; a word of danger in brackets stays."""
    assert READER.readings("when I <i>bend</i> over<br/>") == (" when i bend over ",)
    assert READER.readings("<bleeding>") == (" bleeding ",)


def test_plainly_leaves_the_bare_words() -> None:
    """Lower case, no accents, no apostrophes, single spaces."""
    assert plainly("  Élan\u200b  VITAL’s ") == "elan vitals"
