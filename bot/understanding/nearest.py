"""What the nearest known phrase says: a message that lies close to one phrase of a topic is likelier to be of that topic."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import onnx
from onnx import TensorProto, helper

from bot.understanding import whole_numbers

WEIGHT = 1.0
"""What a cosine of 1 to the nearest phrase adds to a score: the best in the same cross-validation as softmax.C, though 2
and 4 are hardly worse."""
CANDIDATES = 8
"""Likeliest labels whose phrases are looked through: the right one is hardly ever behind them, the rest only cost time."""
QUANTUM = 508.0
"""Unit vectors are kept as whole numbers from -127 to 127; their parts stay well below 0.25."""
MIDDLE = 128
"""What stands for nought in a message: ONNX Runtime multiplies fast where one side knows no minus."""
ALL, GREATEST = "products", "greatest"


def quantized(vectors: np.ndarray) -> np.ndarray:
    """Unit-length vectors as whole numbers of one byte, QUANTUM times as long."""
    return np.clip(np.round(vectors * QUANTUM), -127, 127).astype(np.int8)


class Nearest:
    """The known phrases of each label, compared in whole numbers: to widen them first would take three times as long.

    Messages are rounded alike, whatever stands beside them, so each comes out as it would alone.
    """

    def __init__(self, phrases: np.ndarray, owners: np.ndarray, labels: int) -> None:
        """From `quantized` vectors (n, width) and the index of the label that each belongs to, of so many labels."""
        each = [phrases[owners == label] for label in range(labels)]
        self._phrases = [whole_numbers.session(_comparison(own)) if len(own) else None for own in each]

    def cosines(self, label: int, vectors: np.ndarray) -> np.ndarray:
        """Of unit-length vectors, float32, to each phrase of a label: shape (len(vectors), phrases)."""
        phrases = self._phrases[label]
        if phrases is None:
            return np.empty((len(vectors), 0), dtype=np.float32)
        return np.asarray(phrases.run([ALL], {"rows": _above_nought(vectors)})[0] / np.float32(QUANTUM**2))

    def lift(self, scores: np.ndarray, vectors: np.ndarray) -> np.ndarray:
        """Scores (n, labels) of messages, each of their likeliest labels raised by how near its nearest phrase is."""
        return scores + WEIGHT * self.of_likeliest(scores, vectors)

    def of_likeliest(self, scores: np.ndarray, vectors: np.ndarray) -> np.ndarray:
        """Cosine to the nearest phrase of each of a message's likeliest labels, nought for the rest: shape (n, labels)."""
        found, rows = np.zeros(scores.shape, dtype=np.float32), _above_nought(vectors)
        most = min(CANDIDATES, scores.shape[1])
        likely: dict[int, list[int]] = defaultdict(list)
        for row, labels in enumerate(np.argpartition(-scores, most - 1, axis=1)[:, :most].tolist()):
            for label in labels:
                likely[label].append(row)
        known = [(label, chosen, own) for label, chosen in likely.items() if (own := self._phrases[label]) is not None]
        greatest = [own.run([GREATEST], {"rows": rows[chosen]})[0] for _, chosen, own in known]
        if known:
            at = [row for _, chosen, _ in known for row in chosen], [label for label, chosen, _ in known for _ in chosen]
            found[at] = np.concatenate(greatest) * np.float32(1 / QUANTUM**2)
        return found

    def of_label(self, label: int, vectors: np.ndarray) -> np.ndarray:
        """Cosine of each message to the nearest phrase of one label, nought where it has none: shape (n,)."""
        phrases = self._phrases[label]
        if phrases is None:
            return np.zeros(len(vectors), dtype=np.float32)
        return np.asarray(phrases.run([GREATEST], {"rows": _above_nought(vectors)})[0] * np.float32(1 / QUANTUM**2))


def _above_nought(vectors: np.ndarray) -> np.ndarray:
    return (quantized(vectors).astype(np.int16) + MIDDLE).astype(np.uint8)


def _comparison(phrases: np.ndarray) -> bytes:
    """A model that multiplies `rows` (n, width), MIDDLE standing for nought, by each of a label's phrases, kept as int8."""
    width = phrases.shape[1]
    numbers = onnx.numpy_helper.from_array(np.ascontiguousarray(phrases.T), "numbers")
    nought = onnx.numpy_helper.from_array(np.array(MIDDLE, dtype=np.uint8), "nought")
    # The runtime could do without it, but on a processor without VNNI it looks for it unasked, and the process dies of that.
    own_nought = onnx.numpy_helper.from_array(np.array(0, dtype=np.int8), "own_nought")
    nodes = [
        helper.make_node("MatMulInteger", ["rows", "numbers", "nought", "own_nought"], [ALL]),
        helper.make_node("ReduceMax", [ALL], [GREATEST], axes=[1], keepdims=0),
    ]
    rows = helper.make_tensor_value_info("rows", TensorProto.UINT8, [None, width])
    found = [
        helper.make_tensor_value_info(ALL, TensorProto.INT32, [None, len(phrases)]),
        helper.make_tensor_value_info(GREATEST, TensorProto.INT32, [None]),
    ]
    graph = helper.make_graph(nodes, "comparison", [rows], found, [numbers, nought, own_nought])
    opset = helper.make_opsetid("", whole_numbers.OPSET)
    return bytes(helper.make_model(graph, opset_imports=[opset], ir_version=whole_numbers.IR_VERSION).SerializeToString())
