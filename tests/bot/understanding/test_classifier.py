"""Which label a phrase belongs to, learned from few phrases and kept as plain arrays."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding import softmax
from bot.understanding.classifier import FOLDS, Classifier, cross_scores, left_out, of_some, stranger_scores
from bot.understanding.encoder import Encoder
from bot.understanding.features import Counts
from tests.small_training import LABELS, TEXTS


@pytest.fixture(scope="module")
def vectors(encoder: Encoder) -> np.ndarray:
    return encoder.encode(TEXTS)


@pytest.fixture(scope="module")
def classifier(vectors: np.ndarray) -> Classifier:
    return Classifier.train(Counts.of(TEXTS), vectors, LABELS)


def best(classifier: Classifier, scores: np.ndarray) -> list[str]:
    return [classifier.labels[index] for index in scores.argmax(axis=1)]


def test_training_phrases_are_learned(classifier: Classifier, vectors: np.ndarray) -> None:
    """Each phrase it was trained on gets its own label, labels standing in order."""
    scores = classifier.scores(Counts.of(TEXTS), vectors)

    assert classifier.labels == sorted(set(LABELS))
    assert scores.shape == (len(TEXTS), len(classifier.labels))
    assert best(classifier, scores) == LABELS


def test_own_label_leads(classifier: Classifier, vectors: np.ndarray) -> None:
    """A phrase it was trained on scores for its own label well above 0, and well above every other."""
    scores = classifier.scores(Counts.of(TEXTS), vectors)
    own = np.array([[label == name for name in classifier.labels] for label in LABELS])

    assert scores[own].min() > 0.5
    assert (scores[own] - np.where(own, -np.inf, scores).max(axis=1)).min() > 0.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what is the price", "not_covered/price"),
        ("is the needle going to be painful", "faq/needles_pain"),
        ("how many hours", "faq/session_length"),
    ],
)
def test_new_phrase_is_understood(classifier: Classifier, encoder: Encoder, text: str, expected: str) -> None:
    """A phrase it never saw goes where its meaning and words point."""
    assert best(classifier, classifier.scores(Counts.of([text]), encoder.encode([text]))) == [expected]


def test_meaning_and_words_both_count(classifier: Classifier, encoder: Encoder) -> None:
    """Neither the vector alone nor the words alone make the score."""
    cost, hurt = encoder.encode(["what does it cost", "do the needles hurt"])
    both, other_words, other_meaning = (
        classifier.scores(Counts.of([text]), vector[None, :])[0]
        for text, vector in [("what does it cost", cost), ("do the needles hurt", cost), ("what does it cost", hurt)]
    )
    price = classifier.labels.index("not_covered/price")

    assert both[price] > max(other_words[price], other_meaning[price])


@pytest.mark.parametrize("labels", [["faq/needles_pain", "not_covered/price"], ["not_covered/price", "out_of_scope"]])
def test_two_labels_are_told_apart(vectors: np.ndarray, labels: list[str]) -> None:
    """With two labels only, a score above 0 still means its own label, and the other's is its mirror image."""
    chosen = [index for index, label in enumerate(LABELS) if label in labels]
    texts, own = [TEXTS[index] for index in chosen], [LABELS[index] for index in chosen]
    classifier = Classifier.train(Counts.of(texts), vectors[chosen], own)
    scores = classifier.scores(Counts.of(texts), vectors[chosen])

    assert best(classifier, scores) == own
    assert scores[:, 0] == pytest.approx(-scores[:, 1], abs=0.02)


def test_arrays_hold_all(classifier: Classifier, vectors: np.ndarray) -> None:
    """Its arrays alone give the same scores again, and none holds an object."""
    arrays = classifier.arrays()
    again = Classifier.from_arrays(arrays)

    assert all(array.dtype.kind in "Uifu" for array in arrays.values())
    assert again.labels == classifier.labels
    assert again.scores(Counts.of(TEXTS), vectors) == pytest.approx(classifier.scores(Counts.of(TEXTS), vectors), abs=0.005)


def test_training_gives_the_same_twice(classifier: Classifier, vectors: np.ndarray) -> None:
    """The same phrases train the same classifier."""
    again = Classifier.train(Counts.of(TEXTS), vectors, LABELS).arrays()

    assert all(np.array_equal(again[name], array) for name, array in classifier.arrays().items())


def test_cross_scores_come_from_others(vectors: np.ndarray) -> None:
    """A phrase filed under the wrong label is scored by classifiers that never saw it, so its true label comes out."""
    wrong = TEXTS.index("what does it cost")
    labels = ["faq/needles_pain" if index == wrong else label for index, label in enumerate(LABELS)]
    classes = sorted(set(labels))
    learned = Classifier.train(Counts.of(TEXTS), vectors, labels).scores(Counts.of(TEXTS), vectors)[wrong]
    crossed = cross_scores(Counts.of(TEXTS), vectors, labels)

    assert crossed.shape == (len(TEXTS), len(classes))
    assert (classes[learned.argmax()], classes[crossed[wrong].argmax()]) == ("faq/needles_pain", "not_covered/price")


def test_every_phrase_gets_cross_scores(vectors: np.ndarray) -> None:
    """No phrase is left without scores, whichever fold it falls in."""
    crossed = cross_scores(Counts.of(TEXTS), vectors, LABELS)

    assert len(TEXTS) > FOLDS
    assert np.isfinite(crossed).all()


def test_of_many_phrases_one_fold_is_scored(vectors: np.ndarray, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is learned of confidence needs no more; the other phrases' rows are nan."""
    monkeypatch.setattr(softmax, "MOST_PHRASES", len(TEXTS) - 1)
    crossed = cross_scores(Counts.of(TEXTS), vectors, LABELS)
    scored = np.isfinite(crossed).all(axis=1)

    assert np.isnan(crossed[~scored]).all()
    assert 0 < scored.sum() <= len(TEXTS) / 2


def test_a_family_is_learned_from_or_tried_and_never_both(vectors: np.ndarray, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of phrases that say nearly the same none is tried by what was learned from another."""
    monkeypatch.setattr(softmax, "MOST_PHRASES", len(TEXTS) - 1)
    twice, labels = np.repeat(vectors, 3, axis=0), np.repeat(LABELS, 3).tolist()
    ((train, test),) = left_out(twice, labels)

    assert sorted([*train, *test]) == list(range(len(twice)))
    assert not set(train // 3) & set(test // 3)


def test_folds_of_some_are_the_same_folds(vectors: np.ndarray) -> None:
    """Left out are the same phrases, numbered among those that were chosen."""
    folds, chosen = left_out(vectors, LABELS), np.arange(len(TEXTS)) % 3 != 0
    some = of_some(folds, chosen)
    kept = np.flatnonzero(chosen)

    assert [kept[test].tolist() for _, test in some] == [[row for row in test if chosen[row]] for _, test in folds]
    assert [kept[train].tolist() for train, _ in some] == [[row for row in train if chosen[row]] for train, _ in folds]


def test_topic_with_one_phrase_is_no_obstacle(vectors: np.ndarray) -> None:
    """A topic that has one phrase so far is missing from one fold's training, where it comes last."""
    labels = ["faq/new" if index == 0 else label for index, label in enumerate(LABELS)]
    crossed = cross_scores(Counts.of(TEXTS), vectors, labels)

    assert np.isfinite(crossed).all()
    assert crossed[0].argmin() == sorted(set(labels)).index("faq/new")


def test_stranger_never_scores_for_its_own_topic(vectors: np.ndarray) -> None:
    """As a stranger, a phrase is scored by classifiers that know nothing of its topic, which comes last."""
    names = sorted(set(LABELS))
    strange = stranger_scores(Counts.of(TEXTS), vectors, LABELS)

    assert strange.shape == (len(TEXTS), len(names))
    assert all(names[row.argmax()] != label for row, label in zip(strange, LABELS))
    assert strange.max(axis=1).mean() < cross_scores(Counts.of(TEXTS), vectors, LABELS).max(axis=1).mean()
