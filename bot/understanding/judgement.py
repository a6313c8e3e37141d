"""How sure is the classifier, and is that sure enough? Learned from cross-validation, never from a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import uniform_filter1d
from sklearn.linear_model import LogisticRegression

from bot.content import topics
from bot.understanding.nearest import Nearest, quantized

NEIGHBOURS = 5
SAMPLE = 12_000
"""Phrases that the thresholds are chosen on."""
ACCEPT, ASK = np.arange(0.3, 0.8, 0.02), np.array([0.1, 0.15, 0.2, 0.25, 0.3])
SMOOTHED = 7
"""Neighbouring thresholds whose worth is averaged before the best is taken: the top is flat, and where on it the luck of a
sample puts the highest point moved one of them by 0.12 from one training to the next."""
STRANGE_EACH = 4
"""One stranger is counted for so many phrases of our own: of five messages, about one is expected to be none of ours."""
MOST_CHOICES = 3
ASKABLE = ("faq", "not_covered")
"""Groups whose topics have a title to offer when asking back."""
ALIKE = ("not_covered", "smalltalk")
"""Groups in which one topic's reply does nearly as well as another's: what matters is to be sure of the group."""
ACTING = (topics.FORGET_ME, topics.WHAT_YOU_KNOW, topics.HELP_ARRANGED, topics.RELIEVED)
"""Topics that do something, so that none of their group may stand in for them, nor they for it."""
OUT_OF_SCOPE = topics.OUT_OF_SCOPE
EMERGENCY = topics.EMERGENCY
HELP_ARRANGED = topics.HELP_ARRANGED
WORTH = {"right": 1.0, "wrong": -1.0, "strange": -1.0, "right_offered": 0.4, "wrong_offered": -0.1, "refused": 0.0}
"""What each outcome is worth to a patient, the right answer being 1 (`strange`: what is not ours, answered as if it were):
the thresholds are those that make the most of it."""
BREAK_EVEN = 1 / 3
"""Confidence from which one answers where strangers are made of our own topics: these are nearer than any that will come, so
what is learned of them is half as sure as it should be."""
LEAST_ASKED = 0.2


@dataclass(frozen=True)
class Verdict:
    """What to do with a message: `topic` (answer it), `clarify` (ask back) or `refuse`."""

    outcome: str
    label: str
    confidence: float
    choices: tuple[str, ...] = ()
    doubt: bool = False
    """Whether it may be urgent though it was not taken for that: the reply then says when to call."""
    plain: bool = False
    """Whether an emergency is so plain that it is believed in a piece torn from its message."""


class Judgement:
    """The probability that the best label is the right one, and the two thresholds on it."""

    def __init__(self, labels: Sequence[str], arrays: Mapping[str, np.ndarray]) -> None:
        self.labels = np.asarray(labels)
        self._arrays = dict(arrays)
        self._groups = np.array([label.split("/")[0] for label in labels])
        self._kinds = kinds_of(labels)
        self.nearest = Nearest(arrays["vectors"], arrays["owners"], len(labels))

    @property
    def accept(self) -> float:
        """Confidence from which the best label is acted on."""
        return float(self._arrays["thresholds"][0])

    @property
    def ask(self) -> float:
        """Confidence from which, below `accept`, the patient is asked which was meant."""
        return float(self._arrays["thresholds"][1])

    @classmethod
    def learn(
        cls, scores: np.ndarray, vectors: np.ndarray, labels: Sequence[str], strange: np.ndarray | None = None
    ) -> Judgement:
        """From cross-validated scores (n, labels) of the training phrases, their vectors and true labels.

        A row of nan is a phrase that nothing is learned from but what it says itself. `strange`, of the same shape, holds their
        scores as messages that are none of ours, where nothing else teaches those.
        """
        names, owners = np.unique(np.asarray(labels), return_inverse=True)
        rows = np.flatnonzero(np.isfinite(scores[:, 0]))
        scores, truth, kinds = scores[rows], owners[rows], kinds_of(names.tolist())
        likeliest = scores.argmax(axis=1)
        features = _features(scores, kinds, _similarities(vectors[rows], vectors, owners, likeliest, themselves=rows))
        best, right = names[likeliest], kinds[likeliest] == kinds[truth]
        if strange is not None:
            some = np.random.default_rng(0).permutation(len(strange))[::STRANGE_EACH]
            mistaken = strange[some].argmax(axis=1)
            features = np.vstack(
                [features, _features(strange[some], kinds, _similarities(vectors[some], vectors, owners, mistaken))]
            )
            best, right = np.append(best, names[mistaken]), np.append(right, np.full(len(some), False))
        coefficients, confidence = _confidence(features, best, right)
        # Strangers made of our own topics can teach how sure to be, but are too few and too near to count outcomes on.
        thresholds = (
            _best_thresholds(names, scores, truth, confidence) if strange is None else np.array([BREAK_EVEN, LEAST_ASKED])
        )
        arrays = {
            "coefficients": coefficients,
            "vectors": quantized(vectors),
            "owners": owners.astype(np.uint16),
            "thresholds": thresholds.astype(np.float32),
        }
        return cls(names.tolist(), arrays)

    def arrays(self) -> dict[str, np.ndarray]:
        """All that was learned, as plain arrays."""
        return dict(self._arrays)

    def verdicts(self, scores: np.ndarray, vectors: np.ndarray) -> list[Verdict]:
        """What to do with messages: their scores (n, labels) and meaning vectors (n, width)."""
        orders = np.argsort(-scores, axis=1)
        confidences = self._probability(_features(scores, self._kinds, self._nearness(orders[:, 0], vectors)))
        found = []
        for order, confidence in zip(orders, confidences.tolist()):
            outcome, choices = decide(self.labels, self._groups, order, confidence, self.accept, self.ask)
            found.append(Verdict(outcome, str(self.labels[order[0]]), confidence, choices))
        return found

    def _nearness(self, best: np.ndarray, vectors: np.ndarray) -> np.ndarray:
        """Mean cosine of each message to the nearest phrases of its likeliest label."""
        near = [self.nearest.cosines(label, vectors[[row]])[0] for row, label in enumerate(best.tolist())]
        return np.array([np.sort(each)[-NEIGHBOURS:].mean() for each in near], dtype=np.float32)

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


def kinds_of(labels: Sequence[str]) -> np.ndarray:
    """A number for each label, the same for those whose replies do nearly as well as one another's."""
    alike = [label.split("/")[0] if label.startswith(ALIKE) and label not in ACTING else label for label in labels]
    return np.unique(np.asarray(alike), return_inverse=True)[1]


def _features(scores: np.ndarray, kinds: np.ndarray, similarities: np.ndarray) -> np.ndarray:
    """Best score, its lead over the best of another kind, and how near the best label's closest phrases are: shape (n, 3)."""
    likeliest, first = scores.argmax(axis=1), scores.max(axis=1)
    others = np.where(kinds[None, :] == kinds[likeliest][:, None], -np.inf, scores).max(axis=1)
    lead = first - np.where(np.isfinite(others), others, scores.min(axis=1))
    return np.column_stack([first, lead, similarities])


def _confidence(features: np.ndarray, best: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Coefficients of how likely the best label is to be right, and that likelihood for each row."""
    # What is taken for out of scope is refused however sure that is, so only the rest has a confidence to learn.
    taken, right = best != OUT_OF_SCOPE, right.copy()
    if len(np.unique(right[taken])) < 2:  # never confused: the least sure answer stands in for a mistake
        right[np.flatnonzero(taken)[features[taken, 0].argmin()]] ^= True
    regression = LogisticRegression().fit(features[taken], right[taken])
    coefficients = np.append(regression.coef_[0], regression.intercept_[0]).astype(np.float32)
    return coefficients, regression.predict_proba(features)[:, 1]


def _similarities(
    vectors: np.ndarray, known: np.ndarray, owners: np.ndarray, best: np.ndarray, themselves: np.ndarray | None = None
) -> np.ndarray:
    """Mean cosine to the nearest phrases of the label each text was given; `themselves`: where those are among the known."""
    similarities = np.zeros(len(vectors), dtype=np.float32)
    for label in np.unique(best):
        rows, members = np.flatnonzero(best == label), np.flatnonzero(owners == label)
        cosines = vectors[rows] @ known[members].T
        if themselves is not None:
            cosines[themselves[rows][:, None] == members[None, :]] = -1.0
        similarities[rows] = np.sort(cosines, axis=1)[:, -NEIGHBOURS:].mean(axis=1)
    return similarities


def _best_thresholds(names: np.ndarray, scores: np.ndarray, truth: np.ndarray, confidence: np.ndarray) -> np.ndarray:
    groups, kinds = np.array([name.split("/")[0] for name in names]), kinds_of(names.tolist())
    sample = np.random.default_rng(0).permutation(len(truth))[:SAMPLE]
    orders, sure = np.argsort(-scores[sample], axis=1)[:, :MOST_CHOICES], confidence[sample]
    # What a text is worth depends on its confidence only by the side of either threshold on which that lies.
    above, between, below = (
        np.array(
            [
                _worth(str(names[true]), bool(kinds[true] == kinds[order[0]]), *decide(names, groups, order, *side))
                for order, true in zip(orders, truth[sample])
            ]
        )
        for side in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 1.0, 1.0))
    )
    worths = [np.where(sure >= accept, above, np.where(sure >= ask, between, below)).sum() for accept in ACCEPT for ask in ASK]
    smoothed = uniform_filter1d(np.reshape(worths, (len(ACCEPT), len(ASK))), SMOOTHED, axis=0, mode="nearest")
    best_accept, best_ask = np.unravel_index(int(smoothed.argmax()), smoothed.shape)
    return np.array([ACCEPT[best_accept], ASK[best_ask]], dtype=np.float32)


def _worth(true: str, right: bool, outcome: str, choices: tuple[str, ...]) -> float:
    if outcome == "topic":
        return WORTH["right" if right else "strange" if true == OUT_OF_SCOPE else "wrong"]
    if outcome == "clarify":
        return WORTH["right_offered" if true in choices else "wrong_offered"]
    return WORTH["right" if true == OUT_OF_SCOPE else "refused"]
