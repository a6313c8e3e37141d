"""The reading grade that answers are held to is a fair one."""

from __future__ import annotations

import pytest

from tests.reading_grade import LEFT_ASIDE, grade, sentences, syllables

SPOKEN = {
    1: "the used times whole like bee",
    2: "table muscles movement needed pieces session being first-line doesn't quickly people something tension guideline",
    3: "serious idea period evidence including various",
    4: "usually experience generally gradually",
}
PAPER = "Notwithstanding considerable methodological heterogeneity, investigators reported statistically significant improvement."


@pytest.mark.parametrize(("word", "expected"), [(word, count) for count, words in SPOKEN.items() for word in words.split()])
def test_syllables_are_counted(word: str, expected: int) -> None:
    """Vowels spoken apart count apart, silent ones not at all."""
    assert syllables(word) == expected


def test_grade_follows_the_formula() -> None:
    """Flesch and Kincaid's own arithmetic: 0.39 words a sentence, 11.8 syllables a word, less 15.59."""
    assert grade("The cat sat on the table. It was happy.") == pytest.approx(0.39 * 9 / 2 + 11.8 * 11 / 9 - 15.59)


def test_plain_and_hard_are_told_apart() -> None:
    """A child's sentence lies far below the limit, a paper's far above."""
    assert grade("You rest. Then we talk.") < 2
    assert grade(PAPER) > 16


def test_terms_are_left_aside() -> None:
    """What can't be said shorter weighs nothing, and a placeholder no more than a short word."""
    assert grade("You rest. Acupuncture practitioner.") == pytest.approx(0.39 * 2 / 2 + 11.8 - 15.59)
    assert grade("Call {clinic_phone}.") == grade("Call this.")
    assert len(LEFT_ASIDE) < 30


@pytest.mark.parametrize(
    ("text", "expected"), [("One. Two! Three?", 3), ("See www.example.org now.", 1), ("It takes 2.5 hours.", 1), ("", 0)]
)
def test_sentences_are_counted(text: str, expected: int) -> None:
    """A dot inside a link or a number ends no sentence."""
    assert sentences(text) == expected
