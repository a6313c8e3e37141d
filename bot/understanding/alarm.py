"""A second opinion on danger: does this message sound like the urgent ones, and not like those that only borrow their words?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
import scipy.sparse as sparse

from bot.understanding.classifier import Classifier, Folds
from bot.understanding.features import Counts, TermWeights
from bot.understanding.nearest import Nearest, quantized

URGENT, CALM = "urgent", "calm"
FALSE_ALARMS = {"urgent": (0.01, 0.1), "doubt": (0.02, 0.13), "plain": (0.001, 0.02)}
"""Shares of ordinary phrases, and of look-alikes of danger, that may be taken for urgent, answered with a word on when to call,
or taken for urgent though torn from their message; the stricter of each pair rules. Cross-validation tells it of phrases whose
like was not seen: of ordinary questions that patients type a third as many are. What is bought with them is sensitivity, in a
check that stands beside the red-flag patterns."""
SILENT = np.full(len(FALSE_ALARMS), np.inf, dtype=np.float32)
"""Thresholds that nothing reaches."""
NEARNESS = 4.0
"""What it counts to be nearer to a phrase of danger than to any calm one, by a difference of 1 in cosine: of 0 to 16 that by
which most phrases of danger are heard in cross-validation (86 % where one ordinary phrase in a hundred is taken for it, 81 %
without)."""
FAR = -1.5
"""Messages that score less than this by themselves are not looked up among the phrases: of 6,180 held-out dangers none does, of
ordinary messages three in five."""
AT_ONCE = 1000
"""Phrases looked up at a time in training: all of them at once would take gigabytes."""
Near = Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]]
"""Of messages, by their rows, how near the nearest phrase of danger is, and how near the nearest ordinary one, as cosines."""


class Alarm:
    """Scores how urgent a message sounds, with a threshold for each of FALSE_ALARMS."""

    def __init__(self, classifier: Classifier | None, thresholds: np.ndarray, look_alikes: np.ndarray) -> None:
        """`look_alikes`: the phrases that only borrow the words of danger, as `quantized`."""
        self._classifier, self._thresholds, self._look_alikes = classifier, thresholds, look_alikes
        self._weights = classifier.weights_of(URGENT) if classifier else None
        self._nearest = _only(look_alikes)

    @classmethod
    def deaf(cls) -> Alarm:
        """One that hears nothing."""
        return cls(None, SILENT, np.empty((0, 1), dtype=np.int8))

    @classmethod
    def train(
        cls, counts: Counts, vectors: np.ndarray, urgent: np.ndarray, look_alike: np.ndarray, terms: TermWeights, folds: Folds
    ) -> Alarm:
        """Learn from every phrase, which of them are urgent, and which only look so; thresholds come from cross-validation."""
        if not urgent.any() or urgent.all():
            return cls.deaf()
        with ThreadPoolExecutor(1) as beside:  # as in model.py
            whole = beside.submit(Classifier.train, counts, vectors, _names(urgent), terms)
            scores = _cross_scores(counts, vectors, urgent, look_alike, folds)
            classifier = whole.result()
        heard = [_threshold(scores, ~urgent & ~look_alike, look_alike, *shares) for shares in FALSE_ALARMS.values()]
        return cls(classifier, np.array(heard, dtype=np.float32), quantized(vectors[look_alike]))

    def scores(self, vectors: np.ndarray, terms: sparse.csr_matrix, near: Near) -> np.ndarray:
        """How urgent each message sounds, 0 being neither.

        Args:
            vectors: their meaning, (n, width).
            terms: their words, weighed.
            near: asked only of messages that score at least FAR by themselves.
        """
        if self._weights is None:
            return np.full(len(vectors), -np.inf, dtype=np.float32)
        meaning, words, bias = self._weights
        scores = np.asarray(vectors @ meaning + terms @ words + bias)
        rows = np.flatnonzero(scores >= FAR)
        if len(rows):
            danger, ordinary = near(rows)
            scores[rows] += NEARNESS * (danger - np.maximum(ordinary, self._nearest.of_label(0, vectors[rows])))
        return scores

    def heard(self, vectors: np.ndarray, terms: sparse.csr_matrix, near: Near) -> np.ndarray:
        """Whether each message is urgent, at least a doubt, and plainly urgent: truth values, a row for each of FALSE_ALARMS."""
        return np.asarray(self.scores(vectors, terms, near) >= self._thresholds[:, None])

    def arrays(self) -> dict[str, np.ndarray]:
        """All that was learned, as plain arrays; the term weights are the classifier's own."""
        learned = self._classifier.arrays() if self._classifier else {}
        own = {"thresholds": self._thresholds, "look_alikes": self._look_alikes}
        return {**own, **{name: learned[name] for name in learned if not name.startswith("terms_")}}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, np.ndarray], terms: TermWeights) -> Alarm:
        """The alarm that `arrays` came from.

        Raises:
            ValueError: they don't fit together.
        """
        shared = {f"terms_{index}": weights for index, weights in enumerate(terms.weights)}
        classifier = Classifier.from_arrays({**arrays, **shared}) if "labels" in arrays else None
        look_alikes = arrays["look_alikes"]
        if len(arrays["thresholds"]) != len(FALSE_ALARMS) or (classifier and look_alikes.shape[1] != len(arrays["meaning"])):
            raise ValueError("the parts of the alarm are of different sizes")
        return cls(classifier, arrays["thresholds"], look_alikes)


def _names(urgent: np.ndarray) -> list[str]:
    return np.where(urgent, URGENT, CALM).tolist()


def _cross_scores(counts: Counts, vectors: np.ndarray, urgent: np.ndarray, look_alike: np.ndarray, folds: Folds) -> np.ndarray:
    """How urgent each phrase sounds to an alarm that never saw it; nan where no fold tries it, or learns of no danger."""
    found = np.full(len(counts), np.nan, dtype=np.float32)
    for train, test in folds:
        if len(set(urgent[train].tolist())) < 2:
            continue
        classifier = Classifier.train(counts.rows(train), vectors[train], _names(urgent[train]))
        alarm = Alarm(classifier, SILENT, quantized(vectors[train[look_alike[train]]]))
        danger, ordinary = (_only(quantized(vectors[train[chosen[train]]])) for chosen in (urgent, ~urgent & ~look_alike))
        for rows in np.array_split(test, -(-len(test) // AT_ONCE)):
            own = vectors[rows]
            found[rows] = alarm.scores(own, classifier.terms.weigh(counts.rows(rows)), partial(_near, danger, ordinary, own))
    return found


def _near(danger: Nearest, ordinary: Nearest, vectors: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return danger.of_label(0, vectors[rows]), ordinary.of_label(0, vectors[rows])


def _only(phrases: np.ndarray) -> Nearest:
    return Nearest(phrases, np.zeros(len(phrases)), 1)


def _threshold(scores: np.ndarray, ordinary: np.ndarray, look_alike: np.ndarray, share: float, of_look_alikes: float) -> float:
    """The score that no more than the given shares of ordinary phrases and of look-alikes reach; 0 where none was tried."""
    tried = np.isfinite(scores)
    kinds = ((ordinary & tried, share), (look_alike & tried, of_look_alikes))
    return float(max((np.quantile(scores[rows], 1 - most) for rows, most in kinds if rows.any()), default=0.0))
