"""The second opinion on danger: learned from urgent phrases and from those that only borrow their words."""

from __future__ import annotations

import numpy as np
import pytest

from bot.settings import ROOT
from bot.understanding import encoder as encoders
from bot.understanding.alarm import Alarm
from bot.understanding.features import Counts, TermWeights
from tests.small_training import TEXTS

ENCODER = encoders.load(ROOT / "models" / "encoder")
URGENT = """my chest hurts and i cant breathe|there is so much blood|i am bleeding a lot and pregnant|the baby stopped moving
    he wont wake up|i took all the pills|i want to die|my water broke at 30 weeks|her face is drooping""".split("|")
LOOK_ALIKE = """chest of drawers|blood type diet|my favourite pill box|i could die laughing|dead tired today
    water bottle broke|face cream|moving house with a baby|leg day at the gym|bleeding edge technology""".split("|")


def trained(urgent: list[str]) -> tuple[Alarm, TermWeights]:
    texts = [*TEXTS, *LOOK_ALIKE, *urgent]
    kinds = np.array(["calm"] * len(TEXTS) + ["look_alike"] * len(LOOK_ALIKE) + ["urgent"] * len(urgent))
    terms = TermWeights.learn(Counts.of(texts))
    return Alarm.train(Counts.of(texts), ENCODER.encode(texts), kinds == "urgent", kinds == "look_alike", terms), terms


def heard(alarm: Alarm, terms: TermWeights, text: str) -> tuple[bool, bool]:
    urgent, doubt = alarm.heard(ENCODER.encode([text]), terms.transform([text]))
    return bool(urgent[0]), bool(doubt[0])


@pytest.mark.parametrize("text", [*TEXTS[:8], *LOOK_ALIKE[:4]])
def test_calm_words_raise_no_alarm(text: str) -> None:
    """Neither a question nor a phrase that borrows the words of danger is taken for urgent."""
    assert heard(*trained(URGENT), text)[0] is False


def test_danger_in_other_words_is_heard() -> None:
    """What was learned carries over to wording that was not."""
    alarm, terms = trained(URGENT)

    assert heard(alarm, terms, "my chest hurts so bad and i can't breathe") == (True, True)


def test_without_urgent_phrases_it_stays_silent() -> None:
    """Where nothing urgent was taught nothing is taken for it."""
    alarm, terms = trained([])

    assert heard(alarm, terms, "there is so much blood") == (False, False)


def test_what_was_learned_can_be_kept() -> None:
    """Saved as arrays and read again it hears the same."""
    alarm, terms = trained(URGENT)
    again = Alarm.from_arrays(alarm.arrays(), terms)

    assert [heard(again, terms, text) for text in URGENT] == [heard(alarm, terms, text) for text in URGENT]
