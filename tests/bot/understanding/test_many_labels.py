"""With many labels each is learned against some of the others, and is still told from all of them."""

from __future__ import annotations

import numpy as np
import pytest

from bot.content import Content
from bot.understanding import many_labels
from bot.understanding.classifier import Classifier
from bot.understanding.features import Counts

LABELS, EACH, WIDTH = 40, 6, 16


@pytest.fixture
def phrases() -> tuple[list[str], np.ndarray, list[str]]:
    """Texts whose words and meaning tell their label."""
    chance = np.random.default_rng(1)
    centres = chance.normal(size=(LABELS, WIDTH))
    owners = np.repeat(np.arange(LABELS), EACH)
    vectors = centres[owners] + chance.normal(scale=0.3, size=(len(owners), WIDTH))
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return [f"word{owner} asked {number}" for number, owner in enumerate(owners)], vectors, [f"faq/{each}" for each in owners]


def test_few_labels_learn_against_every_phrase() -> None:
    """What the program comes with is far from what is too much; a hundred times as many FAQs are too much."""
    assert not many_labels.too_much(np.repeat(np.arange(80), 300))
    assert many_labels.too_much(np.repeat(np.arange(2500), 12))


def test_what_the_program_comes_with_may_double(known: Content) -> None:
    """A clinic that adds phrases and topics doesn't fall off a cliff: each label of twice as many still reads every phrase."""
    labels = [label for label, topic in known.topics.items() for _ in topic.examples]

    assert not many_labels.too_much(np.array([*labels, *labels]))


def test_many_labels_are_told_apart(phrases: tuple[list[str], np.ndarray, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Against a part of the others each label is learned as well as against all of them, and kept in the same form."""
    texts, vectors, labels = phrases
    monkeypatch.setattr(many_labels, "MOST_WORK", 100)
    monkeypatch.setattr(many_labels, "OTHERS", 60)
    learned = Classifier.train(Counts.of(texts), vectors, labels)
    read = Classifier.from_arrays(learned.arrays())

    for classifier in (learned, read):
        best = classifier.scores(Counts.of(texts), vectors).argmax(axis=1)
        assert [classifier.labels[index] for index in best] == labels
