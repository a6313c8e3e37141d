"""Thumbs slip and shorten; what they meant is read, and what is a word of its own is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import ROOT
from bot.understanding import encoder
from bot.understanding.model import clean
from bot.understanding.spelling import COMMON, MOST_MENDED, RARER, Spelling

KNOWS = encoder.load(ROOT / "models" / "encoder").knows
PHRASES = ["does the acupuncture session hurt", "are the needles safe in pregnancy", "how much does insurance pay"]
LEARNED = Spelling.learn([*PHRASES * COMMON * RARER, "does accupuncture hurt", "accupuncture"], KNOWS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("how long dose a sesion last", "how long does a session last"),
        ("do the needels hurt", "do the needles hurt"),
        ("is acupucture safe", "is acupuncture safe"),
        ("accupuncture", "acupuncture"),
        ("do u take inshurance", "do you take insurance"),
        ("r u safe 4 preg ppl", "are you safe for pregnant people"),
        ("can i do it w/o pills", "can i do it without pills"),
        ("hi 2 know the price", "hi to know the price"),
        ("where is the essay joint", "where is the si joint"),
        ("duz accupunchur hert", "does acupuncture hurt"),
        ("is it sayf in pregnansy", "is it safe in pregnancy"),
        ("doesit hurt, howmuch is it", "doesit hurt, how much is it"),
        ("my say crow illy ack joint question mark", "my sacroiliac joint?"),
        ("im a frayed of needles", "im afraid of needles"),
    ],
)
def test_slips_and_short_forms_are_read_as_meant(typed: str, meant: str) -> None:
    """What a thumb made of a word is read as the word."""
    assert LEARNED.mend(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "is there wifi",
        "i wont come",
        "goats",
        "xarelto",
        "n",
        "y",
        "4",
        "2 weeks",
        "do you see marathon runners",
        "fishing for acupuncturists",
        "cuánto",
    ],
)
def test_words_of_their_own_are_left_alone(text: str) -> None:
    """Other words, names of medicines, one-letter answers and numbers stay what they are."""
    assert LEARNED.mend(text) == text


@given(st.text(max_size=80))
def test_any_text_can_be_mended(text: str) -> None:
    """Whatever is typed has a spelling."""
    assert isinstance(LEARNED.mend(clean(text)), str)


def test_the_words_around_decide() -> None:
    """Of two words as near, the one is read that stands between such neighbours."""
    learned = Spelling.learn(["what happens in a visit", "small waist and hips", "can we walk after"] * COMMON, KNOWS)

    assert learned.mend("whst happens") == "what happens"
    assert learned.mend("small waixt and hips") == "small waist and hips"


def test_a_word_that_is_far_from_all_others_stays() -> None:
    """Names of shops and medicines aren't bent into what we happen to know."""
    assert LEARNED.mend("is kmartzz safe") == "is kmartzz safe"


def test_a_wall_of_nonsense_is_mended_at_its_beginning_only() -> None:
    """So that nobody can make the program think about nonsense for long."""
    slips = [f"{first}{second}needlse" for first in "abcdefgh" for second in "abcdefgh"]
    assert LEARNED.mend("insuranse") == "insurance"
    kept = LEARNED.mend(" ".join(["pregnansy", *slips, "insuranse"]))

    assert kept.split()[0] == "pregnancy"
    assert kept.split()[-1] == "insuranse"
    assert len(slips) > MOST_MENDED


def test_what_was_learned_can_be_kept() -> None:
    """Saved as arrays and read again it mends alike."""
    again = Spelling.from_arrays(LEARNED.arrays(), KNOWS)

    assert again.mend("the needels in pregnancy") == LEARNED.mend("the needels in pregnancy") == "the needles in pregnancy"
