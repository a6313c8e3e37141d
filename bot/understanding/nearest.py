"""What the nearest known phrase says: a message that lies close to one phrase of a topic is likelier to be of that topic."""

from __future__ import annotations

import numpy as np

from bot.understanding import whole_numbers

WEIGHT = 1.0
"""What a cosine of 1 to the nearest phrase adds to a score: the best in the same cross-validation as softmax.C, though 2
and 4 are hardly worse."""
FEW = 8
"""Messages that are compared one by one, so that none depends on what stands beside it; in training many share one scale."""
CANDIDATES = 8
"""Likeliest labels whose phrases are looked through: the right one is hardly ever behind them, the rest only cost time."""
QUANTUM = 508.0
"""Unit vectors are kept as whole numbers from -127 to 127; their parts stay well below 0.25."""


def quantized(vectors: np.ndarray) -> np.ndarray:
    """Unit-length vectors as whole numbers of one byte, QUANTUM times as long."""
    return np.clip(np.round(vectors * QUANTUM), -127, 127).astype(np.int8)


class Nearest:
    """The known phrases of each label, compared in whole numbers: to widen them first would take three times as long."""

    def __init__(self, phrases: np.ndarray, owners: np.ndarray, labels: int) -> None:
        """From `quantized` vectors (n, width) and the index of the label that each belongs to, of so many labels."""
        each = [phrases[owners == label] for label in range(labels)]
        self._phrases = [whole_numbers.session(whole_numbers.product(own.T, 1 / QUANTUM)) if len(own) else None for own in each]

    def cosines(self, label: int, vectors: np.ndarray) -> np.ndarray:
        """Of unit-length vectors, float32, to each phrase of a label: shape (len(vectors), phrases)."""
        phrases = self._phrases[label]
        if phrases is None:
            return np.empty((len(vectors), 0), dtype=np.float32)
        together = [vectors] if len(vectors) > FEW else [vector[None] for vector in vectors]
        return np.concatenate([phrases.run(None, {"rows": rows})[0] for rows in together])

    def lift(self, scores: np.ndarray, vectors: np.ndarray) -> np.ndarray:
        """Scores (n, labels) of messages, each of their likeliest labels raised by how near its nearest phrase is."""
        lifted, likely = scores.copy(), np.zeros(scores.shape, dtype=bool)
        most = min(CANDIDATES, scores.shape[1])
        np.put_along_axis(likely, np.argpartition(-scores, most - 1, axis=1)[:, :most], True, axis=1)
        for label in np.flatnonzero(likely.any(axis=0)):
            rows = likely[:, label]
            if self._phrases[label] is not None:
                lifted[rows, label] += WEIGHT * self.cosines(label, vectors[rows]).max(axis=1)
        return lifted
