"""One softmax over all labels at once, for few phrases: each label against all the rest has too few of its own to go by."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse
from sklearn.linear_model import LogisticRegression

MOST_PHRASES = 2000
"""Beyond these the square of the phrases costs too much, and nothing is gained over a support-vector machine."""
C = 80.0
MEANING_WEIGHT = 2.5
"""How much meaning counts against words; with C, the best in cross-validation on the training parts of public data sets, their
test parts unread (`tests/benchmarks/nlu_constants.py`). From 20 to 80 and from 1.5 to 2.5 all are within a point of it."""
ROUNDS = 200
SMALLEST = 1e-6
"""Directions shorter than this are rounding."""


def fit(rows: sparse.csr_matrix, labels: np.ndarray) -> tuple[LogisticRegression, np.ndarray]:
    """The fitted machine, and its weights (labels, width), or (1, width) for two labels.

    It learns in the few directions that the phrases span instead of the many terms there are: the same weights, far sooner.
    """
    lengths, axes = np.linalg.eigh((rows @ rows.T).toarray().astype(np.float64))
    kept = lengths > SMALLEST
    lengths, axes = np.sqrt(lengths[kept]), axes[:, kept]
    machine = LogisticRegression(C=C, max_iter=ROUNDS).fit(axes * lengths, labels)
    shares = (axes / lengths) @ machine.coef_.T
    return machine, (rows.T @ shares).T
