"""Phrases that say nearly the same: what was learned from one of them says little of how the next patient's words will fare."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.csgraph import connected_components

ALIKE = 0.8
"""Cosine from which two phrases of a label are of one family, whatever is between them. With it 1.7 % of a set of unseen
questions were answered wrongly where plain folds gave 2.9 %; at 0.7 no fewer were, and more small talk was refused for doubt."""

AT_ONCE = 1000
"""Phrases compared at a time with all others of their label: thousands at once would take gigabytes."""


def families(vectors: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """A number for each phrase, the same for those of one label linked by likeness; vectors (n, width) are of unit length."""
    found = np.zeros(len(labels), dtype=np.int64)
    first = 0
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        count, numbers = connected_components(_alike(vectors[rows]), directed=False)
        found[rows] = first + numbers
        first += count
    return found


def _alike(vectors: np.ndarray) -> sparse.csr_matrix:
    """Which phrases are alike, each with each."""
    parts = range(0, len(vectors), AT_ONCE)
    return sparse.vstack([sparse.csr_matrix(vectors[at : at + AT_ONCE] @ vectors.T >= ALIKE) for at in parts], format="csr")
