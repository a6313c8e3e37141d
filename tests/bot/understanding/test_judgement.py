"""Answer, ask back or refuse: what the thresholds do, and that they are learned."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.classifier import cross_scores
from bot.understanding.encoder import Encoder
from bot.understanding.features import Counts
from bot.understanding.judgement import BREAK_EVEN, Judgement, Verdict, decide, kinds_of
from bot.understanding.model import Understanding
from tests.small_training import LABELS, TEXTS

NAMES = np.array(["faq/a", "faq/b", "not_covered/c", "out_of_scope", "smalltalk/d", "person"])
GROUPS = np.array([name.split("/")[0] for name in NAMES])
A, B, C, OUT, D, PERSON = range(6)

DECISIONS = {
    "sure enough": ([A, B, C], 0.6, ("topic", ())),
    "just sure enough": ([A, B, C], 0.5, ("topic", ())),
    "near tie": ([A, B, C], 0.49, ("clarify", ("faq/a", "faq/b", "not_covered/c"))),
    "just worth asking": ([C, A, B], 0.2, ("clarify", ("not_covered/c", "faq/a", "faq/b"))),
    "too unsure to ask": ([A, B, C], 0.19, ("refuse", ())),
    "no more than three choices": ([A, B, C, PERSON], 0.3, ("clarify", ("faq/a", "faq/b", "not_covered/c"))),
    "only what has a title is offered": ([D, A, B], 0.3, ("clarify", ("faq/a", "faq/b"))),
    "one choice is none": ([A, D, PERSON], 0.3, ("refuse", ())),
    "out of scope is never asked": ([OUT, A, B], 0.01, ("topic", ())),
    "out of scope second": ([A, OUT, B], 0.3, ("refuse", ())),
    "out of scope third": ([A, B, OUT], 0.3, ("clarify", ("faq/a", "faq/b"))),
}


def judged(judgement: Judgement, scores: np.ndarray, vector: np.ndarray) -> Verdict:
    """What is decided about one message."""
    return judgement.verdicts(scores[None, :], vector[None, :])[0]


@pytest.fixture(scope="module")
def judgement(trained: Understanding) -> Judgement:
    return trained.judgement


@pytest.mark.parametrize("name", DECISIONS)
def test_confidence_decides(name: str) -> None:
    """Sure: answer. Less sure: offer the nearest. Unsure, or none of ours: refuse."""
    order, confidence, expected = DECISIONS[name]
    rest = [index for index in range(len(NAMES)) if index not in order]

    assert decide(NAMES, GROUPS, np.array([*order, *rest]), confidence, accept=0.5, ask=0.2) == expected


def test_thresholds_are_probabilities_in_order(judgement: Judgement) -> None:
    """One asks from a lower confidence than one answers."""
    assert 0 < judgement.ask <= judgement.accept < 1


def test_training_phrase_is_answered(trained: Understanding) -> None:
    """A phrase known word for word is acted on, with a confidence between 0 and 1."""
    verdicts = [trained.verdict(text)[0] for text in TEXTS]

    assert [(verdict.outcome, verdict.label) for verdict in verdicts] == [("topic", label) for label in LABELS]
    assert all(0 < verdict.confidence < 1 for verdict in verdicts)


def test_stranger_phrase_is_less_sure(trained: Understanding) -> None:
    """The less a message resembles what was learned, the less sure the verdict."""
    known, near, far = (trained.verdict(text)[0].confidence for text in ("do the needles hurt", "hurt needles long", "xqz wv"))

    assert known > near > far


def test_confidence_follows_each_feature(trained: Understanding, encoder: Encoder) -> None:
    """A higher score, a wider lead and nearer phrases each make the verdict surer."""
    near, far = encoder.encode(["do the needles hurt", "capital of france"])
    label = trained.classifier.labels.index("faq/needles_pain")
    scores = {lead: np.full(len(trained.classifier.labels), 1.0 - lead) for lead in (0.1, 1.0)}
    for each in scores.values():
        each[label] = 1.0
    sure = {(lead, name): judged(trained.judgement, each, vector).confidence
            for lead, each in scores.items() for name, vector in (("near", near), ("far", far))}  # fmt: skip

    assert sure[1.0, "near"] > sure[0.1, "near"] > sure[0.1, "far"]


def test_phrase_is_no_neighbour_of_itself() -> None:
    """How near phrases lie is learned without counting each as its own neighbour: a lonely one is as unsure as it was right."""
    axes = np.eye(500, dtype=np.float32)
    vectors = np.vstack([axes[:400], np.tile(axes[400], (400, 1))])
    scores = np.repeat([[0.0, 1.0], [1.0, 0.0]], 400, axis=0)
    judgement = Judgement.learn(scores, vectors, ["faq/lonely"] * 200 + ["faq/crowd"] * 600)

    assert judged(judgement, scores[0], axes[499]).confidence == pytest.approx(0.5, abs=0.1)


def test_judgement_is_learned_from_the_scores(encoder: Encoder) -> None:
    """Where cross-validation was right more often, one answers at once more often."""
    vectors = encoder.encode(TEXTS)
    crossed = cross_scores(Counts.of(TEXTS), vectors, LABELS)
    muddled = np.random.default_rng(1).permuted(crossed, axis=1)
    clear, unclear = (Judgement.learn(scores, vectors, LABELS) for scores in (crossed, muddled))
    confidences = [judged(each, crossed[0], vectors[0]).confidence for each in (clear, unclear)]

    assert confidences[0] > confidences[1]


def test_what_was_not_scored_is_a_near_phrase_all_the_same(encoder: Encoder) -> None:
    """Confidence is learned of the phrases with scores; those whose row is nan are known, and nothing is learned of theirs."""
    vectors = encoder.encode(TEXTS)
    crossed = cross_scores(Counts.of(TEXTS), vectors, LABELS)
    some = np.where(np.arange(len(TEXTS))[:, None] % 4 == 0, np.nan, crossed)
    learned = Judgement.learn(some, vectors, LABELS).arrays()

    assert np.isfinite(learned["coefficients"]).all()
    assert len(learned["vectors"]) == len(TEXTS)


def test_strangers_teach_doubt(encoder: Encoder) -> None:
    """Where nothing else teaches what is none of ours, topics left out do: one is less sure, and answers from where it pays."""
    vectors = encoder.encode(TEXTS)
    crossed = cross_scores(Counts.of(TEXTS), vectors, LABELS)
    without = Judgement.learn(crossed, vectors, LABELS)
    with_strangers = Judgement.learn(crossed, vectors, LABELS, crossed)
    confidences = [judged(each, crossed[0], vectors[0]).confidence for each in (without, with_strangers)]

    assert with_strangers.accept == pytest.approx(BREAK_EVEN)
    assert confidences[1] < confidences[0]


def test_arrays_hold_all(trained: Understanding, encoder: Encoder) -> None:
    """Its arrays alone judge the same again, and none holds an object."""
    arrays = trained.judgement.arrays()
    again = Judgement(trained.classifier.labels, arrays)
    vectors = encoder.encode(TEXTS)
    scores = trained.classifier.scores(Counts.of(TEXTS), vectors)

    assert all(array.dtype.kind in "ifu" for array in arrays.values())
    assert [judged(again, *each) for each in zip(scores, vectors)] == [
        judged(trained.judgement, *each) for each in zip(scores, vectors)
    ]


def test_topics_never_confused_are_judged_too(encoder: Encoder) -> None:
    """A clinic whose few topics are never confused in cross-validation gets a model all the same."""
    vectors = encoder.encode(TEXTS)
    perfect = np.array([[1.0 if label == name else -1.0 for name in sorted(set(LABELS))] for label in LABELS])
    judgement = Judgement.learn(perfect, vectors, LABELS)

    assert judged(judgement, perfect[0], vectors[0]).outcome == "topic"


def test_topics_that_do_as_well_are_of_one_kind() -> None:
    """Which uncovered subject or small talk it is matters little; an FAQ, and what erases a chat, stand for themselves alone."""
    alike = kinds_of(["not_covered/a", "not_covered/b", "smalltalk/x", "smalltalk/y", "smalltalk/forget_me", "faq/a", "faq/b"])

    assert alike[0] == alike[1]
    assert alike[2] == alike[3]
    assert len(set(alike.tolist())) == 5


def test_a_tie_within_a_kind_is_no_doubt(encoder: Encoder) -> None:
    """Two uncovered subjects as likely as each other leave the message as uncovered as one alone would."""
    vectors = encoder.encode(TEXTS)
    judgement = Judgement.learn(cross_scores(Counts.of(TEXTS), vectors, LABELS), vectors, LABELS)
    labels = [*judgement.labels, "not_covered/twin"]
    arrays = judgement.arrays()
    wider = Judgement(labels, arrays)
    price = labels.index("not_covered/price")
    sure = []
    for rival in (labels.index("not_covered/twin"), labels.index("faq/needles_pain")):
        scores = np.full(len(labels), -1.0)
        scores[[price, rival]] = 1.0, 0.99
        sure.append(judged(wider, scores, vectors[LABELS.index("not_covered/price")]).confidence)

    assert sure[0] > sure[1]
