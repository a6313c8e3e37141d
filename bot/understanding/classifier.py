"""Which label a message belongs to: a linear support-vector machine over meaning and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import scipy.sparse as sparse
from joblib import Parallel, delayed
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from bot.understanding import many_labels
from bot.understanding.features import WIDTH, TermWeights

C = 0.5
MEANING_WEIGHT = 1.5
"""How much meaning counts against words; with C, the best of a small grid in five-fold cross-validation."""
FOLDS = 3
SMALLEST_WEIGHT = 0.005
"""Weights below this are dropped from the model; held-out accuracy did not change, the file is a third."""


class Classifier:
    """Scores of every label for texts whose meaning vectors are given."""

    def __init__(
        self, labels: Sequence[str], meaning: np.ndarray, words: sparse.csr_matrix, bias: np.ndarray, terms: TermWeights
    ):
        self.labels = list(labels)
        self._meaning, self._words, self._bias, self.terms = meaning, words, bias, terms

    @classmethod
    def train(
        cls, texts: Sequence[str], vectors: np.ndarray, labels: Sequence[str], terms: TermWeights | None = None
    ) -> Classifier:
        """Fit on lower-case texts, their meaning vectors (n, width) and one label each; on `terms` learned elsewhere if given."""
        terms = terms or TermWeights.learn(texts)
        rows = _rows(texts, vectors, terms)
        if many_labels.too_much(np.asarray(labels)):
            names, meaning, words, bias = many_labels.fit(rows, vectors, np.asarray(labels), C, SMALLEST_WEIGHT)
            return cls(names, meaning.T * np.float32(MEANING_WEIGHT), words.T.tocsr(), bias, terms)
        machine = LinearSVC(C=C, random_state=0).fit(rows, np.asarray(labels))
        width = vectors.shape[1]
        weights = machine.coef_ if len(machine.classes_) > 2 else np.vstack([-machine.coef_, machine.coef_])
        bias = machine.intercept_ if len(machine.classes_) > 2 else np.array([-1, 1]) * machine.intercept_
        words = np.where(np.abs(weights[:, width:]) < SMALLEST_WEIGHT, 0, weights[:, width:])
        return cls(
            machine.classes_.tolist(),
            (weights[:, :width].T * MEANING_WEIGHT).astype(np.float32),
            sparse.csr_matrix(words.T.astype(np.float32)),
            bias.astype(np.float32),
            terms,
        )

    def scores(self, texts: Sequence[str], vectors: np.ndarray) -> np.ndarray:
        """Signed distances from each label's border: shape (len(texts), labels); above 0 is inside."""
        return self.scores_of(vectors, self.terms.transform(texts))

    def scores_of(self, vectors: np.ndarray, terms: sparse.csr_matrix) -> np.ndarray:
        """The same for texts whose terms are weighed already."""
        return vectors @ self._meaning + (terms @ self._words).toarray() + self._bias

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


def cross_scores(texts: Sequence[str], vectors: np.ndarray, labels: Sequence[str]) -> np.ndarray:
    """Scores of each text by a classifier that never saw it, columns in the order of the sorted labels."""
    classes = sorted(set(labels))
    texts_, labels_ = np.asarray(texts, dtype=object), np.asarray(labels)
    folds = list(StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(texts_, labels_))
    fitted = Parallel(n_jobs=2, backend="threading")(
        delayed(Classifier.train)(texts_[train], vectors[train], labels_[train]) for train, _ in folds
    )
    scores = np.zeros((len(texts_), len(classes)), dtype=np.float32)
    for (_, test), classifier in zip(folds, fitted):
        scores[test] = classifier.scores(texts_[test], vectors[test])
    return scores


def _rows(texts: Sequence[str], vectors: np.ndarray, terms: TermWeights) -> sparse.csr_matrix:
    return sparse.hstack([sparse.csr_matrix(vectors * MEANING_WEIGHT), terms.transform(texts)]).tocsr()
