"""How sure is the classifier, and is that sure enough? Learned from cross-validation, never from a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

NEIGHBOURS = 5
SAMPLE = 4000
"""Phrases that the thresholds are chosen on: more change neither of them in the second digit."""
MOST_CHOICES = 3
ASKABLE = ("faq", "not_covered")
"""Groups whose topics have a title to offer when asking back."""
OUT_OF_SCOPE = "out_of_scope"
EMERGENCY = "emergency"
HELP_ARRANGED = "smalltalk/help_arranged"
WORTH = {"right": 1.0, "wrong": -0.5, "strange": -1.0, "right_offered": 0.4, "wrong_offered": -0.1, "refused": 0.0}
"""What each outcome is worth to a patient, the right answer being 1 (`strange`: what is not ours, answered as if it were):
the thresholds are those that make the most of it."""
QUANTUM = 508.0
"""Unit vectors are kept as whole numbers from -127 to 127; their parts stay well below 0.25."""


@dataclass(frozen=True)
class Verdict:
    """What to do with a message: `topic` (answer it), `clarify` (ask back) or `refuse`."""

    outcome: str
    label: str
    confidence: float
    choices: tuple[str, ...] = ()
    doubt: bool = False
    """Whether it may be urgent though it was not taken for that: the reply then says when to call."""


class Judgement:
    """The probability that the best label is the right one, and the two thresholds on it."""

    def __init__(self, labels: Sequence[str], arrays: Mapping[str, np.ndarray]) -> None:
        self.labels = np.asarray(labels)
        self._arrays = dict(arrays)
        self._groups = np.array([label.split("/")[0] for label in labels])
        self._neighbours = {
            label: arrays["vectors"][arrays["owners"] == index].astype(np.float32) / QUANTUM for index, label in enumerate(labels)
        }

    @property
    def accept(self) -> float:
        """Confidence from which the best label is acted on."""
        return float(self._arrays["thresholds"][0])

    @property
    def ask(self) -> float:
        """Confidence from which, below `accept`, the patient is asked which was meant."""
        return float(self._arrays["thresholds"][1])

    @classmethod
    def learn(cls, scores: np.ndarray, vectors: np.ndarray, labels: Sequence[str]) -> Judgement:
        """From cross-validated scores (n, labels) of the training phrases, their vectors and true labels."""
        names, truth = np.unique(np.asarray(labels), return_inverse=True)
        best = scores.argmax(axis=1)
        features = _features(scores, _similarities(vectors, vectors, truth, best, leave_self_out=True))
        # What is taken for out of scope is refused however sure that is, so only the rest has a confidence to learn.
        taken = names[best] != OUT_OF_SCOPE
        right = best == truth
        if len(np.unique(right[taken])) < 2:  # never confused: the least sure answer stands in for a mistake
            right[np.flatnonzero(taken)[features[taken, 0].argmin()]] ^= True
        regression = LogisticRegression().fit(features[taken], right[taken])
        arrays = {
            "coefficients": np.append(regression.coef_[0], regression.intercept_[0]).astype(np.float32),
            "vectors": np.clip(np.round(vectors * QUANTUM), -127, 127).astype(np.int8),
            "owners": truth.astype(np.uint16),
            "thresholds": np.array([0.5, 0.2], dtype=np.float32),
        }
        confidence = regression.predict_proba(features)[:, 1]
        arrays["thresholds"] = _best_thresholds(names, scores, truth, confidence)
        return cls(names.tolist(), arrays)

    def arrays(self) -> dict[str, np.ndarray]:
        """All that was learned, as plain arrays."""
        return dict(self._arrays)

    def verdict(self, scores: np.ndarray, vector: np.ndarray) -> Verdict:
        """What to do with one message: its scores (labels,) and meaning vector (width,)."""
        order = np.argsort(-scores)
        near = np.sort(self._neighbours[str(self.labels[order[0]])] @ vector)[-NEIGHBOURS:].mean()
        confidence = float(self._probability(_features(scores[None, :], np.array([near])))[0])
        outcome, choices = decide(self.labels, self._groups, order, confidence, self.accept, self.ask)
        return Verdict(outcome, str(self.labels[order[0]]), confidence, choices)

    def _probability(self, features: np.ndarray) -> np.ndarray:
        coefficients = self._arrays["coefficients"]
        return 1 / (1 + np.exp(-(features @ coefficients[:-1] + coefficients[-1])))


def decide(
    labels: np.ndarray, groups: np.ndarray, order: np.ndarray, confidence: float, accept: float, ask: float
) -> tuple[str, tuple[str, ...]]:
    """The outcome for labels in falling order of score, and the choices to offer where it is `clarify`."""
    if confidence >= accept or labels[order[0]] == OUT_OF_SCOPE:
        return "topic", ()
    near = order[:MOST_CHOICES]
    choices = tuple(str(labels[index]) for index in near if groups[index] in ASKABLE)
    if confidence < ask or len(choices) < 2 or OUT_OF_SCOPE in labels[order[:2]]:
        return "refuse", ()
    return "clarify", choices


def _features(scores: np.ndarray, similarities: np.ndarray) -> np.ndarray:
    """Best score, its lead over the second, and how near the best label's closest phrases are: shape (n, 3)."""
    top = np.partition(scores, -2, axis=1)[:, -2:]
    return np.column_stack([top[:, 1], top[:, 1] - top[:, 0], similarities])


def _similarities(
    vectors: np.ndarray, known: np.ndarray, owners: np.ndarray, best: np.ndarray, leave_self_out: bool
) -> np.ndarray:
    """Mean cosine to the nearest phrases of the label each text was given."""
    similarities = np.zeros(len(vectors), dtype=np.float32)
    for label in np.unique(best):
        rows, members = np.flatnonzero(best == label), np.flatnonzero(owners == label)
        cosines = vectors[rows] @ known[members].T
        if leave_self_out:
            cosines[rows[:, None] == members[None, :]] = -1.0
        similarities[rows] = np.sort(cosines, axis=1)[:, -NEIGHBOURS:].mean(axis=1)
    return similarities


def _best_thresholds(names: np.ndarray, scores: np.ndarray, truth: np.ndarray, confidence: np.ndarray) -> np.ndarray:
    groups = np.array([name.split("/")[0] for name in names])
    sample = np.random.default_rng(0).permutation(len(truth))[:SAMPLE]
    orders = np.argsort(-scores[sample], axis=1)[:, :MOST_CHOICES]
    grid = [(accept, ask) for accept in np.arange(0.3, 0.8, 0.02) for ask in (0.1, 0.15, 0.2, 0.25, 0.3) if ask <= accept]
    worths = [
        sum(
            _worth(str(names[true]), str(names[order[0]]), *decide(names, groups, order, sure, accept, ask))
            for order, true, sure in zip(orders, truth[sample], confidence[sample])
        )
        for accept, ask in grid
    ]
    return np.array(grid[int(np.argmax(worths))], dtype=np.float32)


def _worth(true: str, best: str, outcome: str, choices: tuple[str, ...]) -> float:
    if outcome == "topic":
        return WORTH["right" if best == true else "strange" if true == OUT_OF_SCOPE else "wrong"]
    if outcome == "clarify":
        return WORTH["right_offered" if true in choices else "wrong_offered"]
    return WORTH["right" if true == OUT_OF_SCOPE else "refused"]
