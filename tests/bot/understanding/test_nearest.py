"""How the nearest known phrase raises a score."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.nearest import CANDIDATES, WEIGHT, Nearest

AXES = np.eye(4, dtype=np.float32)


def test_nearest_phrase_counts() -> None:
    """A label is raised by its nearest phrase alone, not by how many it has or how far the rest lie."""
    nearest = Nearest.of(np.stack([AXES[0], AXES[1], AXES[2]]), np.array([0, 0, 1]), 2)
    message = (0.6 * AXES[0] + 0.8 * AXES[2])[None, :]

    assert nearest.lift(np.zeros((1, 2), dtype=np.float32), message)[0] == pytest.approx([0.6 * WEIGHT, 0.8 * WEIGHT])


def test_only_likely_labels_are_looked_at() -> None:
    """A label far behind stays where it is, however near one of its phrases."""
    labels = CANDIDATES + 1
    scores = np.arange(labels, dtype=np.float32)[None, :]
    lifted = Nearest.of(np.repeat(AXES[:1], labels, axis=0), np.arange(labels), labels).lift(scores, AXES[:1])

    assert (lifted - scores)[0] == pytest.approx([0.0, *[WEIGHT] * CANDIDATES])


def test_many_are_lifted_as_one_by_one() -> None:
    """Scores of several messages come out as they would alone, and those given stay untouched."""
    random = np.random.default_rng(0)
    nearest = Nearest.of(random.normal(size=(40, 4)), random.integers(0, 12, 40), 12)
    scores, vectors = random.normal(size=(5, 12)), random.normal(size=(5, 4))
    before = scores.copy()
    together = nearest.lift(scores, vectors)

    assert np.array_equal(scores, before)
    assert together == pytest.approx(np.vstack([nearest.lift(scores[[row]], vectors[[row]]) for row in range(5)]))


def test_whole_numbers_say_the_same() -> None:
    """Phrases kept as whole numbers of a unit give the cosines of what they stand for."""
    whole = Nearest.of((AXES * 100).astype(np.int8), np.array([0, 0, 1, 1]), 2, 100.0)
    message = (0.6 * AXES[0] + 0.8 * AXES[2])[None, :]

    assert whole.cosines(0, message)[0] == pytest.approx([0.6, 0.0])
    assert whole.lift(np.zeros((1, 2)), message) == pytest.approx(
        Nearest.of(AXES, np.array([0, 0, 1, 1]), 2).lift(np.zeros((1, 2)), message)
    )


def test_label_without_phrases_stays() -> None:
    """A label that this training knows no phrase of is left as it is."""
    assert Nearest.of(AXES[:1], np.array([0]), 2).lift(np.zeros((1, 2)), AXES[:1])[0] == pytest.approx([WEIGHT, 0.0])
