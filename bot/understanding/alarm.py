"""A second opinion on danger: does this message sound like the urgent ones, and not like those that only borrow their words?"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import scipy.sparse as sparse

from bot.understanding.classifier import Classifier, Folds
from bot.understanding.features import Counts, TermWeights
from bot.understanding.nearest import Nearest, quantized

URGENT, CALM = "urgent", "calm"
FALSE_ALARMS = {"urgent": (0.01, 0.1), "doubt": (0.03, 0.2), "plain": (0.001, 0.02)}
"""Shares of ordinary phrases, and of look-alikes of danger, that may be taken for urgent, answered with a word on when to call,
or taken for urgent though torn from their message, as cross-validation tells it of phrases whose like was never seen; of what
patients type it is a third as much. What is bought with them is sensitivity, in a check that stands beside the red-flag
patterns."""
SILENT = np.full(len(FALSE_ALARMS), np.inf, dtype=np.float32)
"""Thresholds that nothing reaches."""
NEARNESS = 4.0
"""What it counts to be nearer to a phrase of danger than to any calm one, by a difference of 1 in cosine: of 0 to 16 that by
which most phrases of danger are heard in cross-validation (86 % where one ordinary phrase in a hundred is taken for it, 81 %
without)."""
FAR = -1.0
"""Messages that score less than this are not looked up among the phrases: no nearness could make them urgent, and they are
five of six."""
AT_ONCE = 1000
"""Phrases looked up at a time in training: all of them at once would take gigabytes."""


class Alarm:
    """Scores how urgent a message sounds, with a threshold for each of FALSE_ALARMS."""

    def __init__(self, classifier: Classifier | None, thresholds: np.ndarray, phrases: np.ndarray, calm: np.ndarray) -> None:
        """`phrases`: those of danger and those that look alike, as `quantized`; `calm`: 1 for those that look alike, else 0."""
        self._classifier, self._thresholds, self._phrases, self._calm = classifier, thresholds, phrases, calm
        self._weights = classifier.weights_of(URGENT) if classifier else None
        self._nearest = Nearest(phrases, calm, 2)

    @classmethod
    def deaf(cls) -> Alarm:
        """One that hears nothing."""
        return cls(None, SILENT, np.empty((0, 1), dtype=np.int8), np.empty(0, dtype=np.uint8))

    @classmethod
    def train(
        cls, counts: Counts, vectors: np.ndarray, urgent: np.ndarray, look_alike: np.ndarray, terms: TermWeights, folds: Folds
    ) -> Alarm:
        """Learn from every phrase, which of them are urgent, and which only look so; thresholds come from cross-validation."""
        if not urgent.any() or urgent.all():
            return cls.deaf()
        with ThreadPoolExecutor(1) as beside:  # as in Understanding.train
            whole = beside.submit(_taught, counts, vectors, urgent, look_alike, terms)
            scores = _cross_scores(counts, vectors, urgent, look_alike, folds)
            classifier, phrases, calm = whole.result()
        heard = [_threshold(scores, ~urgent & ~look_alike, look_alike, *shares) for shares in FALSE_ALARMS.values()]
        return cls(classifier, np.array(heard, dtype=np.float32), phrases, calm)

    def scores(self, vectors: np.ndarray, terms: sparse.csr_matrix, ordinary: np.ndarray) -> np.ndarray:
        """How urgent each message sounds, 0 being neither.

        Args:
            vectors: their meaning, (n, width).
            terms: their words, weighed.
            ordinary: how near the nearest ordinary phrase is, as a cosine, (n,).
        """
        if self._weights is None:
            return np.full(len(vectors), -np.inf, dtype=np.float32)
        meaning, words, bias = self._weights
        scores = np.asarray(vectors @ meaning + terms @ words + bias)
        near = np.flatnonzero(scores >= FAR)
        if len(near):
            danger, alike = (self._nearest.nearest(each, vectors[near]) for each in (0, 1))
            scores[near] += NEARNESS * (danger - np.maximum(alike, ordinary[near]))
        return scores

    def heard(self, vectors: np.ndarray, terms: sparse.csr_matrix, ordinary: np.ndarray) -> np.ndarray:
        """Whether each message is urgent, at least a doubt, and plainly urgent: truth values, a row for each of FALSE_ALARMS."""
        return np.asarray(self.scores(vectors, terms, ordinary) >= self._thresholds[:, None])

    def arrays(self) -> dict[str, np.ndarray]:
        """All that was learned, as plain arrays; the term weights are the classifier's own."""
        learned = self._classifier.arrays() if self._classifier else {}
        own = {"thresholds": self._thresholds, "phrases": self._phrases, "calm": self._calm}
        return {**own, **{name: learned[name] for name in learned if not name.startswith("terms_")}}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, np.ndarray], terms: TermWeights) -> Alarm:
        """The alarm that `arrays` came from."""
        shared = {f"terms_{index}": weights for index, weights in enumerate(terms.weights)}
        classifier = Classifier.from_arrays({**arrays, **shared}) if "labels" in arrays else None
        return cls(classifier, arrays["thresholds"], arrays["phrases"], arrays["calm"])


def _taught(
    counts: Counts, vectors: np.ndarray, urgent: np.ndarray, look_alike: np.ndarray, terms: TermWeights | None = None
) -> tuple[Classifier, np.ndarray, np.ndarray]:
    """What an alarm knows but its thresholds: the machine, the phrases to look up, and which of these only look alike."""
    kept = urgent | look_alike
    classifier = Classifier.train(counts, vectors, np.where(urgent, URGENT, CALM).tolist(), terms)
    return classifier, quantized(vectors[kept]), look_alike[kept].astype(np.uint8)


def _cross_scores(counts: Counts, vectors: np.ndarray, urgent: np.ndarray, look_alike: np.ndarray, folds: Folds) -> np.ndarray:
    """How urgent each phrase sounds to an alarm that never saw it; nan where no fold tries it."""
    found = np.full(len(counts), np.nan, dtype=np.float32)
    for train, test in folds:
        classifier, phrases, calm = _taught(counts.rows(train), vectors[train], urgent[train], look_alike[train])
        alarm, own = Alarm(classifier, SILENT, phrases, calm), train[~urgent[train] & ~look_alike[train]]
        ordinary = Nearest(quantized(vectors[own]), np.zeros(len(own)), 1)
        for rows in np.array_split(test, -(-len(test) // AT_ONCE)):
            terms = classifier.terms.weigh(counts.rows(rows))
            found[rows] = alarm.scores(vectors[rows], terms, ordinary.nearest(0, vectors[rows]))
    return found


def _threshold(scores: np.ndarray, ordinary: np.ndarray, look_alike: np.ndarray, share: float, of_look_alikes: float) -> float:
    """The score that no more than the given shares of ordinary phrases and of look-alikes reach."""
    tried = np.isfinite(scores)
    kinds = ((ordinary & tried, share), (look_alike & tried, of_look_alikes))
    return float(max(np.quantile(scores[rows], 1 - most) for rows, most in kinds if rows.any()))
