"""The second opinion on danger: learned from urgent phrases and from those that only borrow their words."""

from __future__ import annotations

import numpy as np
import pytest

from bot.settings import ROOT
from bot.understanding import encoder as encoders
from bot.understanding.alarm import FAR, NEARNESS, Alarm
from bot.understanding.classifier import left_out
from bot.understanding.features import Counts, TermWeights
from tests.small_training import TEXTS

ENCODER = encoders.load(ROOT / "models" / "encoder")
URGENT = """my chest hurts and i cant breathe|there is so much blood|i am bleeding a lot and pregnant|the baby stopped moving
    he wont wake up|i took all the pills|i want to die|my water broke at 30 weeks|her face is drooping""".split("|")
LOOK_ALIKE = """chest of drawers|blood type diet|my favourite pill box|i could die laughing|dead tired today
    water bottle broke|face cream|moving house with a baby|leg day at the gym|bleeding edge technology""".split("|")

FAR_FROM_ALL = np.zeros(1, dtype=np.float32)
"""How near the nearest ordinary phrase is."""


def trained(urgent: list[str]) -> tuple[Alarm, TermWeights]:
    texts = [*TEXTS, *LOOK_ALIKE, *urgent]
    kinds = np.array(["calm"] * len(TEXTS) + ["look_alike"] * len(LOOK_ALIKE) + ["urgent"] * len(urgent))
    terms, vectors = TermWeights.learn(Counts.of(texts)), ENCODER.encode(texts)
    folds = left_out(vectors, kinds.tolist())
    return Alarm.train(Counts.of(texts), vectors, kinds == "urgent", kinds == "look_alike", terms, folds), terms


def heard(alarm: Alarm, terms: TermWeights, text: str) -> tuple[bool, bool]:
    urgent, doubt, _ = alarm.heard(ENCODER.encode([text]), terms.transform([text]), FAR_FROM_ALL)
    return bool(urgent[0]), bool(doubt[0])


@pytest.mark.parametrize("text", [*TEXTS[:8], *LOOK_ALIKE[:4]])
def test_calm_words_raise_no_alarm(text: str) -> None:
    """Neither a question nor a phrase that borrows the words of danger is taken for urgent."""
    assert heard(*trained(URGENT), text)[0] is False


def test_danger_in_other_words_is_heard() -> None:
    """What was learned carries over to wording that was not."""
    alarm, terms = trained(URGENT)

    assert heard(alarm, terms, "my chest hurts so bad and i can't breathe") == (True, True)


def scored(alarm: Alarm, terms: TermWeights, text: str, ordinary: float) -> float:
    """How urgent a text sounds that is so near to an ordinary phrase."""
    return float(alarm.scores(ENCODER.encode([text]), terms.transform([text]), np.array([ordinary], dtype=np.float32))[0])


def test_what_lies_near_a_calm_phrase_sounds_calmer() -> None:
    """The nearer a message is to something ordinary, the less urgent, as long as no look-alike lies nearer still."""
    alarm, terms = trained(URGENT)
    text = "my chest hurts so bad and i can't breathe"
    far, near, nearer, behind = (scored(alarm, terms, text, ordinary) for ordinary in (0.5, 0.7, 0.9, -1.0))

    assert behind >= far > near > nearer
    assert far - near == pytest.approx(NEARNESS * 0.2, abs=0.001)


def test_what_lies_near_a_phrase_of_danger_sounds_more_urgent() -> None:
    """A phrase that is known scores more by all that it is nearer to danger than to what only looks alike."""
    alarm, terms = trained(URGENT)
    arrays = alarm.arrays()
    only_calm = Alarm.from_arrays({**arrays, "calm": np.ones_like(arrays["calm"])}, terms)

    assert scored(alarm, terms, URGENT[0], 0.0) > scored(only_calm, terms, URGENT[0], 0.0) + NEARNESS


def test_far_from_danger_nothing_is_looked_up() -> None:
    """A message that scores little by itself scores that, however near a phrase of danger may be."""
    alarm, terms = trained(URGENT)
    arrays = alarm.arrays()
    far = {**arrays, "bias": np.where(np.array(arrays["labels"]) == "urgent", 2 * FAR, 0.0).astype(np.float32)}
    elsewhere = Alarm.from_arrays(far, terms)

    assert scored(elsewhere, terms, TEXTS[0], 0.9) == scored(elsewhere, terms, TEXTS[0], 0.0) < FAR


def test_plainly_urgent_is_more_than_urgent_and_that_more_than_a_doubt() -> None:
    """Whatever is believed though torn from its message is urgent as a whole, and what is urgent leaves a doubt at least."""
    alarm, terms = trained(URGENT)
    urgent, doubt, plainly = alarm.heard(
        ENCODER.encode([*URGENT, *TEXTS]), terms.transform([*URGENT, *TEXTS]), np.full(len(URGENT) + len(TEXTS), 0.5)
    )

    assert not (plainly & ~urgent).any()
    assert not (urgent & ~doubt).any()
    assert urgent[: len(URGENT)].any()


def test_without_urgent_phrases_it_stays_silent() -> None:
    """Where nothing urgent was taught nothing is taken for it."""
    alarm, terms = trained([])

    assert heard(alarm, terms, "there is so much blood") == (False, False)


def test_what_was_learned_can_be_kept() -> None:
    """Saved as arrays and read again it hears the same."""
    alarm, terms = trained(URGENT)
    again = Alarm.from_arrays(alarm.arrays(), terms)

    assert [heard(again, terms, text) for text in URGENT] == [heard(alarm, terms, text) for text in URGENT]
