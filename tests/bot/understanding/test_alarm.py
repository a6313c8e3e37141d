"""The second opinion on danger: learned from urgent phrases and from those that only borrow their words."""

from __future__ import annotations

import numpy as np
import pytest

from bot.settings import ROOT
from bot.understanding import encoder as encoders
from bot.understanding import softmax
from bot.understanding.alarm import FAR, NEARNESS, Alarm, Near
from bot.understanding.classifier import left_out
from bot.understanding.features import Counts, TermWeights
from bot.understanding.nearest import quantized
from tests.small_training import TEXTS

ENCODER = encoders.load(ROOT / "models" / "encoder")
URGENT = """my chest hurts and i cant breathe|there is so much blood|i am bleeding a lot and pregnant|the baby stopped moving
    he wont wake up|i took all the pills|i want to die|my water broke at 30 weeks|her face is drooping""".split("|")
LOOK_ALIKE = """chest of drawers|blood type diet|my favourite pill box|i could die laughing|dead tired today
    water bottle broke|face cream|moving house with a baby|leg day at the gym|bleeding edge technology""".split("|")


def trained(urgent: list[str]) -> tuple[Alarm, TermWeights]:
    texts = [*TEXTS, *LOOK_ALIKE, *urgent]
    kinds = np.array(["calm"] * len(TEXTS) + ["look_alike"] * len(LOOK_ALIKE) + ["urgent"] * len(urgent))
    terms, vectors = TermWeights.learn(Counts.of(texts)), ENCODER.encode(texts)
    folds = left_out(vectors, kinds.tolist())
    return Alarm.train(Counts.of(texts), vectors, kinds == "urgent", kinds == "look_alike", terms, folds), terms


def near(danger: float, ordinary: float) -> Near:
    """Where the nearest phrases of danger and the nearest ordinary ones are so near to every message."""
    return lambda rows: (np.full(len(rows), danger), np.full(len(rows), ordinary))


def heard(alarm: Alarm, terms: TermWeights, text: str) -> tuple[bool, bool]:
    urgent, doubt, _ = alarm.heard(ENCODER.encode([text]), terms.transform([text]), near(0.5, 0.5))
    return bool(urgent[0]), bool(doubt[0])


@pytest.mark.parametrize("text", [*TEXTS[:8], *LOOK_ALIKE[:4]])
def test_calm_words_raise_no_alarm(text: str) -> None:
    """Neither a question nor a phrase that borrows the words of danger is taken for urgent."""
    assert heard(*trained(URGENT), text)[0] is False


def test_danger_in_other_words_is_heard() -> None:
    """What was learned carries over to wording that was not."""
    alarm, terms = trained(URGENT)

    assert heard(alarm, terms, "my chest hurts so bad and i can't breathe") == (True, True)


def scored(alarm: Alarm, terms: TermWeights, text: str, danger: float, ordinary: float) -> float:
    """How urgent a text sounds that is so near to phrases of danger and to ordinary ones."""
    return float(alarm.scores(ENCODER.encode([text]), terms.transform([text]), near(danger, ordinary))[0])


def test_nearer_to_danger_sounds_more_urgent() -> None:
    """By so much as it is nearer to a phrase of danger, and less by so much as it is nearer to an ordinary one."""
    alarm, terms = trained(URGENT)
    text = "my chest hurts so bad and i can't breathe"
    even, nearer, farther = (scored(alarm, terms, text, *each) for each in ((0.9, 0.9), (1.0, 0.9), (0.9, 1.0)))

    assert nearer - even == pytest.approx(NEARNESS * 0.1, abs=0.001)
    assert even - farther == pytest.approx(NEARNESS * 0.1, abs=0.001)


def test_a_look_alike_that_lies_nearer_than_what_is_ordinary_counts() -> None:
    """Word for word a phrase that only borrows the words of danger is as near to a calm one as can be."""
    alarm, terms = trained(URGENT)
    text, borrowed = URGENT[0], quantized(ENCODER.encode(URGENT[:1]))
    known, unknown = (Alarm.from_arrays({**alarm.arrays(), "look_alikes": each}, terms) for each in (borrowed, borrowed[:0]))

    assert scored(unknown, terms, text, 0.5, 0.5) - scored(known, terms, text, 0.5, 0.5) == pytest.approx(
        NEARNESS * 0.5, abs=0.05
    )


def test_far_from_danger_nothing_is_looked_up() -> None:
    """A message that scores little by itself scores that, however near a phrase of danger may be."""
    alarm, terms = trained(URGENT)
    arrays = alarm.arrays()
    far = {**arrays, "bias": np.where(np.array(arrays["labels"]) == "urgent", 10 * FAR, 0.0).astype(np.float32)}

    def looked_up(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        raise AssertionError(rows)

    assert Alarm.from_arrays(far, terms).scores(ENCODER.encode(TEXTS[:1]), terms.transform(TEXTS[:1]), looked_up)[0] < FAR


def test_plainly_urgent_is_more_than_urgent_and_that_more_than_a_doubt() -> None:
    """Whatever is believed though torn from its message is urgent as a whole, and what is urgent leaves a doubt at least."""
    alarm, terms = trained(URGENT)
    texts = [*URGENT, *TEXTS]
    urgent, doubt, plainly = alarm.heard(ENCODER.encode(texts), terms.transform(texts), near(0.9, 0.5))

    assert not (plainly & ~urgent).any()
    assert not (urgent & ~doubt).any()
    assert plainly[: len(URGENT)].any()


def test_without_urgent_phrases_it_stays_silent() -> None:
    """Where nothing urgent was taught nothing is taken for it."""
    alarm, terms = trained([])

    assert heard(alarm, terms, "there is so much blood") == (False, False)


@pytest.mark.parametrize("most", [softmax.MOST_PHRASES, 10])
def test_one_phrase_of_danger_is_enough_to_learn_from(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """It is known word for word, though the fold that leaves it out has nothing to learn, be that one of five or the only one."""
    monkeypatch.setattr(softmax, "MOST_PHRASES", most)
    alarm, terms = trained(URGENT[:1])

    assert scored(alarm, terms, URGENT[0], 1.0, 0.5) > scored(alarm, terms, TEXTS[0], 0.5, 1.0)
    assert np.isfinite(alarm.arrays()["thresholds"]).all()


def test_parts_of_different_sizes_are_refused() -> None:
    """Phrases of another encoder's width, or a threshold too few, fail when read, not in front of a patient."""
    alarm, terms = trained(URGENT)
    arrays = alarm.arrays()
    broken = ({"look_alikes": arrays["look_alikes"][:, :-1]}, {"thresholds": arrays["thresholds"][:-1]})

    for each in broken:
        with pytest.raises(ValueError, match="different sizes"):
            Alarm.from_arrays({**arrays, **each}, terms)


def test_what_was_learned_can_be_kept() -> None:
    """Saved as arrays and read again it hears the same."""
    alarm, terms = trained(URGENT)
    again = Alarm.from_arrays(alarm.arrays(), terms)

    assert [heard(again, terms, text) for text in URGENT] == [heard(alarm, terms, text) for text in URGENT]
