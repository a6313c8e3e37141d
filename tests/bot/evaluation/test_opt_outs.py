"""The measure of the opt-out patterns, and what it must show."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import content
from bot.evaluation.opt_outs import Heeded, heed
from bot.settings import ROOT
from bot.sms.opt_out import Ears
from bot.store.opt_outs import OUT

CORPUS = ROOT / "tests" / "data" / "sms" / "opt_out.yml"


@pytest.fixture(scope="module")
def held_out() -> list[str]:
    """Every held-out phrasing of every topic."""
    return [text for texts in content.phrases(ROOT / "tests" / "data").values() for text in texts]


def test_wishes_are_heard_and_questions_are_not_taken_for_them(ears: Ears) -> None:
    """On the corpus at least 98 % of the wishes are heard and at most 1 % of the look-alikes mistaken."""
    heeded = heed(ears, CORPUS)

    assert (heeded.wishes >= 120, heeded.look_alikes >= 150) == (True, True)
    assert heeded.recall >= 0.98, str(heeded)
    assert heeded.false <= 0.01, str(heeded)


def test_no_patient_question_is_taken_for_a_wish(ears: Ears, held_out: list[str]) -> None:
    """Of all held-out phrasings that patients ask the clinic, at most one in a thousand would silence it."""
    mistaken = [text for text in held_out if (heard := ears.listen(text)) and heard.what == OUT]

    assert len(mistaken) <= len(held_out) / 1000, mistaken


def test_the_figures_are_told_with_what_went_wrong(ears: Ears, tmp_path: Path) -> None:
    """Shares are of their own list, and each failure is named."""
    corpus = tmp_path / "corpus.yml"
    corpus.write_text("opt_out: [stop texting me, lovely weather]\nlook_alikes: [where are you, leave me alone, hi, ok]\n")

    heeded = heed(ears, corpus)

    assert (heeded.recall, heeded.false) == (0.5, 0.25)
    assert str(heeded).splitlines() == [
        "opt-out wordings heard: 50.0% of 2; mistaken: 25.0% of 4", "  missed: lovely weather", "  mistaken: leave me alone",
    ]  # fmt: skip


def test_an_empty_corpus_fails_nothing() -> None:
    """With nothing to hear there is no share of it."""
    assert (Heeded(0, (), 0, ()).recall, Heeded(0, (), 0, ()).false) == (1.0, 0.0)
