"""How the nearest known phrase raises a score."""

from __future__ import annotations

import numpy as np
import onnx
import pytest

from bot.understanding.nearest import CANDIDATES, QUANTUM, WEIGHT, Nearest, _comparison, quantized

AXES = np.eye(8, dtype=np.float32) * 0.2
"""As long as what can be kept in a byte."""
ITSELF = 0.04
"""An axis by itself."""
NEAR = 0.005
"""What whole numbers may take from a cosine, or add to it."""
MESSAGES = 8


def nearest_of(vectors: np.ndarray, owners: list[int], labels: int) -> Nearest:
    """As it is made of what a model keeps."""
    return Nearest(quantized(vectors), np.array(owners), labels)


def test_nearest_phrase_counts() -> None:
    """A label is raised by its nearest phrase alone, not by how many it has or how far the rest lie."""
    nearest = nearest_of(AXES[:3], [0, 0, 1], 2)
    message = (0.6 * AXES[0] + 0.8 * AXES[2])[None, :]

    lifted = nearest.lift(np.zeros((1, 2), dtype=np.float32), message)[0]

    assert lifted == pytest.approx([0.6 * ITSELF * WEIGHT, 0.8 * ITSELF * WEIGHT], abs=NEAR / 10)


def test_nearest_phrase_of_one_label_is_told() -> None:
    """Of each message how near the nearest phrase of that label is, nought where it has none."""
    nearest = nearest_of(AXES[:3], [0, 0, 1], 3)
    messages = np.vstack([AXES[1], AXES[2]])

    assert nearest.of_label(0, messages) == pytest.approx([ITSELF, 0.0], abs=NEAR / 10)
    assert nearest.of_label(1, messages) == pytest.approx([0.0, ITSELF], abs=NEAR / 10)
    assert nearest.of_label(2, messages).tolist() == [0.0, 0.0]


def test_likeliest_labels_are_told_as_one_by_one() -> None:
    """How near each likely label's nearest phrase is, by the same numbers as of that label alone; of the others nothing."""
    labels = CANDIDATES + 1
    nearest = nearest_of(np.repeat(AXES[:1], labels, axis=0), list(range(labels)), labels)
    found = nearest.of_likeliest(np.arange(labels, dtype=np.float32)[None, :], AXES[:1])[0]

    assert found[1:] == pytest.approx([nearest.of_label(label, AXES[:1])[0] for label in range(1, labels)])
    assert found[0] == 0.0


def test_only_likely_labels_are_looked_at() -> None:
    """A label far behind stays where it is, however near one of its phrases."""
    labels = CANDIDATES + 1
    scores = np.arange(labels, dtype=np.float32)[None, :]
    lifted = nearest_of(np.repeat(AXES[:1], labels, axis=0), list(range(labels)), labels).lift(scores, AXES[:1])

    assert (lifted - scores)[0] == pytest.approx([0.0, *[ITSELF * WEIGHT] * CANDIDATES], abs=NEAR / 10)


def test_several_are_lifted_as_one_by_one() -> None:
    """Scores of several messages come out as they would alone, to the last digit, and those given stay untouched."""
    random = np.random.default_rng(0)
    nearest = nearest_of(random.normal(size=(40, 8)) / 20, random.integers(0, 12, 40).tolist(), 12)
    scores, vectors = random.normal(size=(MESSAGES, 12)), random.normal(size=(MESSAGES, 8)).astype(np.float32) / 20
    before = scores.copy()
    together = nearest.lift(scores, vectors)

    assert np.array_equal(scores, before)
    assert np.array_equal(together, np.vstack([nearest.lift(scores[[row]], vectors[[row]]) for row in range(MESSAGES)]))


@pytest.mark.parametrize("messages", [MESSAGES, 50 * MESSAGES])
def test_whole_numbers_say_nearly_the_same(messages: int) -> None:
    """Cosines come out as of the vectors that the whole numbers stand for, of few messages and of many."""
    random = np.random.default_rng(0)
    phrases, vectors = (
        (each / np.linalg.norm(each, axis=1, keepdims=True)).astype(np.float32)
        for each in (random.normal(size=(rows, 384)) for rows in (300, messages))
    )
    found = nearest_of(phrases, [0] * 300, 1).cosines(0, vectors)

    assert found.shape == (messages, 300)
    assert found == pytest.approx(vectors @ phrases.T, abs=NEAR)


def test_a_byte_holds_a_unit_vector() -> None:
    """What is kept is a whole number for each part, and none is cut where vectors have hundreds of parts."""
    vector = np.full((1, 384), 1 / np.sqrt(384))

    assert quantized(vector).dtype == np.int8
    assert quantized(vector) / QUANTUM == pytest.approx(vector, abs=0.5 / QUANTUM)


def test_label_without_phrases_stays() -> None:
    """A label that this training knows no phrase of is left as it is."""
    lifted = nearest_of(AXES[:1], [0], 2).lift(np.zeros((1, 2)), AXES[:1])

    assert lifted[0] == pytest.approx([ITSELF * WEIGHT, 0.0], abs=NEAR / 10)


def test_every_processor_can_compare() -> None:
    """Where VNNI is missing, the runtime rewrites a product by the zero points of both sides, and dies for want of one."""
    graph = onnx.load_from_string(_comparison(quantized(AXES))).graph
    given = [[name for name in node.input if name] for node in graph.node if node.op_type == "MatMulInteger"]

    assert [len(inputs) for inputs in given] == [4]
