"""Which label a message belongs to: a linear machine over meaning and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import scipy.sparse as sparse
from joblib import Parallel, delayed
from sklearn.model_selection import GroupShuffleSplit, StratifiedKFold
from sklearn.svm import LinearSVC

from bot.understanding import many_labels, softmax
from bot.understanding.families import families
from bot.understanding.features import WIDTH, Counts, TermWeights
from bot.understanding.nearest import Nearest, quantized

C = 0.5
MEANING_WEIGHT = 1.5
"""How much meaning counts against words, of many phrases; with C, the best of a small grid in five-fold cross-validation."""
TOLERANCE = 0.01
"""How exactly the machine is fitted: a hundred times finer, no phrase came out differently, and it took a sixth longer."""
FOLDS = 3
FOLDS_OF_FEW = 5
"""Few phrases can't spare a third of them: what is learned from the rest would look less sure than all together are."""
SMALLEST_WEIGHT = 0.005
"""Weights below this are dropped from the model; held-out accuracy did not change, the file is a third."""

Folds = list[tuple[np.ndarray, np.ndarray]]


class Classifier:
    """Scores of every label for texts whose meaning vectors are given."""

    def __init__(
        self, labels: Sequence[str], meaning: np.ndarray, words: sparse.csr_matrix, bias: np.ndarray, terms: TermWeights
    ):
        self.labels = list(labels)
        self._meaning, self._words, self._bias, self.terms = meaning, words, bias, terms

    @classmethod
    def train(cls, counts: Counts, vectors: np.ndarray, labels: Sequence[str], terms: TermWeights | None = None) -> Classifier:
        """Fit on texts as counted, their meaning vectors (n, width) and one label each; on `terms` learned elsewhere if given."""
        terms = terms or TermWeights.learn(counts)
        meaning = softmax.MEANING_WEIGHT if _few(labels) else MEANING_WEIGHT
        rows = sparse.hstack([sparse.csr_matrix(vectors * meaning), terms.weigh(counts)]).tocsr()
        if many_labels.too_much(np.asarray(labels)):
            names, weights, words, bias = many_labels.fit(rows, vectors, np.asarray(labels), C, SMALLEST_WEIGHT)
            return cls(names, weights.T * np.float32(meaning), words.T.tocsr(), bias, terms)
        classes, weights, bias = _fitted(rows, np.asarray(labels))
        width = vectors.shape[1]
        words = np.where(np.abs(weights[:, width:]) < SMALLEST_WEIGHT, 0, weights[:, width:])
        return cls(
            classes,
            (weights[:, :width].T * meaning).astype(np.float32),
            sparse.csr_matrix(words.T.astype(np.float32)),
            bias.astype(np.float32),
            terms,
        )

    def scores(self, counts: Counts, vectors: np.ndarray) -> np.ndarray:
        """How much speaks for each label, the more the higher, 0 being neither: shape (len(counts), labels)."""
        return self.scores_of(vectors, self.terms.weigh(counts))

    def scores_of(self, vectors: np.ndarray, terms: sparse.csr_matrix) -> np.ndarray:
        """The same for texts whose terms are weighed already."""
        return vectors @ self._meaning + (terms @ self._words).toarray() + self._bias

    def weights_of(self, label: str) -> tuple[np.ndarray, np.ndarray, float]:
        """Of one label alone: its weights of meaning (width,) and of terms (WIDTH,), and its bias."""
        index = self.labels.index(label)
        return self._meaning[:, index], self._words[:, index].toarray().ravel(), float(self._bias[index])

    def arrays(self) -> dict[str, np.ndarray]:
        """All that was learned, as plain arrays."""
        return {
            "labels": np.array(self.labels),
            "meaning": self._meaning.astype(np.float16),
            "words_data": self._words.data.astype(np.float16),
            "words_indices": self._words.indices.astype(np.uint16),
            "words_indptr": self._words.indptr,
            "bias": self._bias,
            **{f"terms_{index}": weights.astype(np.float16) for index, weights in enumerate(self.terms.weights)},
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, np.ndarray]) -> Classifier:
        """The classifier that `arrays` came from."""
        labels = [str(label) for label in arrays["labels"]]
        words = sparse.csr_matrix(
            (arrays["words_data"].astype(np.float32), arrays["words_indices"].astype(np.int32), arrays["words_indptr"]),
            shape=(WIDTH, len(labels)),
        )
        terms = TermWeights([arrays[f"terms_{index}"].astype(np.float32) for index in range(2)])
        return cls(labels, arrays["meaning"].astype(np.float32), words, arrays["bias"], terms)


def left_out(vectors: np.ndarray, labels: Sequence[str]) -> Folds:
    """Which phrases to learn from and which, never seen then, to try what was learned on: row numbers, fold by fold.

    What is learned of confidence is to hold for wording that nobody here wrote, so families stay together. Of many phrases one
    fold tells as much of that as all of them, for a third of the time.
    """
    names = np.asarray(labels)
    if _few(labels):
        return list(StratifiedKFold(_folds(labels), shuffle=True, random_state=0).split(vectors, names))
    once = GroupShuffleSplit(1, test_size=1 / FOLDS, random_state=0)
    return list(once.split(vectors, names, families(vectors, names)))


def of_some(folds: Folds, chosen: np.ndarray) -> Folds:
    """The same folds for some of the phrases alone, a truth value for each; rows are counted among those."""
    row = np.cumsum(chosen) - 1
    return [(row[train[chosen[train]]], row[test[chosen[test]]]) for train, test in folds]


def cross_scores(counts: Counts, vectors: np.ndarray, labels: Sequence[str], folds: Folds | None = None) -> np.ndarray:
    """Scores of each text by a classifier that never saw it, columns in the order of the sorted labels.

    They are raised by the nearest phrases of the same training, as `Understanding` does. Rows that no fold of `left_out` tries
    are nan.
    """
    return _left_out_scores(counts, vectors, np.asarray(labels), folds or left_out(vectors, labels))


def stranger_scores(counts: Counts, vectors: np.ndarray, labels: Sequence[str]) -> np.ndarray:
    """The same, each text scored as a message that is none of ours: by classifiers that know nothing of its label either."""
    names, owners = np.unique(np.asarray(labels), return_inverse=True)
    groups = min(_folds(labels), len(names))
    group = np.random.default_rng(0).permutation(len(names)) % groups
    folds = [(np.flatnonzero(group[owners] != each), np.flatnonzero(group[owners] == each)) for each in range(groups)]
    return _left_out_scores(counts, vectors, np.asarray(labels), folds)


def _folds(labels: Sequence[str]) -> int:
    most_of_a_label = Counter(labels).most_common(1)[0][1]
    return min(FOLDS_OF_FEW if _few(labels) else FOLDS, max(most_of_a_label, 2))


def _left_out_scores(counts: Counts, vectors: np.ndarray, labels: np.ndarray, folds: Folds) -> np.ndarray:
    """A label that a fold's training has no phrase of comes last in that fold."""
    names, owners = np.unique(labels, return_inverse=True)
    fitted = Parallel(n_jobs=2, backend="threading")(
        delayed(Classifier.train)(counts.rows(train), vectors[train], labels[train]) for train, _ in folds
    )
    scores = np.full((len(counts), len(names)), np.nan, dtype=np.float32)
    for (train, test), classifier in zip(folds, fitted):
        found = classifier.scores(counts.rows(test), vectors[test])
        columns = np.searchsorted(names, classifier.labels)
        scores[test] = found.min(axis=1, keepdims=True) - 1
        scores[test[:, None], columns] = found
        scores[test] = Nearest(quantized(vectors[train]), owners[train], len(names)).lift(scores[test], vectors[test])
    return scores


def _fitted(rows: sparse.csr_matrix, labels: np.ndarray) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The labels in order, and weights (labels, width) and bias of each."""
    if rows.shape[0] <= softmax.MOST_PHRASES:
        machine, weights = softmax.fit(rows, labels)
    else:
        machine = LinearSVC(C=C, tol=TOLERANCE, random_state=0).fit(rows, labels)
        weights = machine.coef_
    bias = machine.intercept_
    if len(machine.classes_) == 2:
        weights, bias = np.vstack([-weights, weights]), np.array([-1, 1]) * bias
    return machine.classes_.tolist(), weights, bias


def _few(phrases: Sequence[str]) -> bool:
    return len(phrases) <= softmax.MOST_PHRASES
