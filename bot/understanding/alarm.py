"""A second opinion on danger: does this message sound like the urgent ones, and not like those that only borrow their words?"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import scipy.sparse as sparse

from bot.understanding.classifier import Classifier, cross_scores
from bot.understanding.features import Counts, TermWeights

URGENT, CALM = "urgent", "calm"
FALSE_ALARMS = {"alarm": (0.005, 0.1), "doubt": (0.012, 0.2)}
"""Shares of ordinary phrases, and of look-alikes of danger, that may be taken for urgent or answered with a word on when to
call: what is bought with them is sensitivity, in a check that stands beside the red-flag patterns."""
NEVER = np.inf


class Alarm:
    """Scores how urgent a message sounds, with two thresholds on it."""

    def __init__(self, classifier: Classifier | None, thresholds: np.ndarray) -> None:
        self._classifier, self._thresholds = classifier, thresholds
        self._weights = classifier.weights_of(URGENT) if classifier else None

    @classmethod
    def train(cls, counts: Counts, vectors: np.ndarray, urgent: np.ndarray, look_alike: np.ndarray, terms: TermWeights) -> Alarm:
        """Learn from every phrase, which of them are urgent, and which only look so; thresholds come from cross-validation."""
        if not urgent.any() or urgent.all():
            return cls(None, np.array([NEVER, NEVER], dtype=np.float32))
        labels = np.where(urgent, URGENT, CALM).tolist()
        with ThreadPoolExecutor(1) as beside:  # as in Understanding.train
            whole = beside.submit(Classifier.train, counts, vectors, labels, terms)
            scores = cross_scores(counts, vectors, labels)[:, 1]
            classifier = whole.result()
        thresholds = [_threshold(scores, ~urgent & ~look_alike, look_alike, *FALSE_ALARMS[each]) for each in ("alarm", "doubt")]
        return cls(classifier, np.array(thresholds, dtype=np.float32))

    def heard(self, vectors: np.ndarray, terms: sparse.csr_matrix) -> tuple[np.ndarray, np.ndarray]:
        """Whether each message is to be taken for urgent, and whether there is at least a doubt: two arrays of truth values."""
        if self._weights is None:
            return np.zeros(len(vectors), dtype=bool), np.zeros(len(vectors), dtype=bool)
        meaning, words, bias = self._weights
        scores = vectors @ meaning + terms @ words + bias
        return scores >= self._thresholds[0], scores >= self._thresholds[1]

    def arrays(self) -> dict[str, np.ndarray]:
        """All that was learned, as plain arrays; the term weights are the classifier's own."""
        learned = self._classifier.arrays() if self._classifier else {}
        return {"thresholds": self._thresholds, **{name: learned[name] for name in learned if not name.startswith("terms_")}}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, np.ndarray], terms: TermWeights) -> Alarm:
        """The alarm that `arrays` came from."""
        shared = {f"terms_{index}": weights for index, weights in enumerate(terms.weights)}
        classifier = Classifier.from_arrays({**arrays, **shared}) if "labels" in arrays else None
        return cls(classifier, arrays["thresholds"])


def _threshold(scores: np.ndarray, ordinary: np.ndarray, look_alike: np.ndarray, share: float, of_look_alikes: float) -> float:
    """The score that no more than the given shares of ordinary phrases and of look-alikes reach."""
    least = [
        np.quantile(scores[rows], 1 - most) for rows, most in ((ordinary, share), (look_alike, of_look_alikes)) if rows.any()
    ]
    return float(max(least))
