"""A message as numbers: its words and letter runs, weighed by how rare they are (TF-IDF)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
from sklearn.feature_extraction.text import HashingVectorizer

BUCKETS = 2**17
VECTORIZERS = (
    HashingVectorizer(ngram_range=(1, 2), token_pattern=r"\b\w+\b", n_features=BUCKETS, alternate_sign=False, norm=None),  # noqa: S106
    HashingVectorizer(analyzer="char_wb", ngram_range=(2, 5), n_features=BUCKETS, alternate_sign=False, norm=None),
)
WIDTH = BUCKETS * len(VECTORIZERS)


@dataclass(frozen=True)
class Counts:
    """How often each word pair and each letter run stands in each of several texts: a matrix (texts, BUCKETS) for either.

    Counting costs more than all else that is done with it, so training counts once and then takes the rows it needs.
    """

    blocks: tuple[sparse.csr_matrix, ...]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Counts:
        """Of lower-case texts."""
        return cls(tuple(each.transform(texts) for each in VECTORIZERS))

    def __len__(self) -> int:
        return int(self.blocks[0].shape[0])

    def rows(self, chosen: np.ndarray) -> Counts:
        """Of some of the texts, by their numbers or by a truth value for each."""
        return Counts(tuple(each[chosen] for each in self.blocks))


class TermWeights:
    """Inverse document frequencies of hashed word pairs and letter runs, learned from the training phrases."""

    def __init__(self, weights: Sequence[np.ndarray]) -> None:
        self.weights = tuple(weights)

    @classmethod
    def learn(cls, counts: Counts) -> TermWeights:
        """Rare terms count more: ln((1 + n) / (1 + df)) + 1, as scikit-learn's smoothed TF-IDF."""
        weights = []
        for block in counts.blocks:
            document_frequency = np.bincount(block.indices, minlength=BUCKETS)
            weights.append((np.log((1 + len(counts)) / (1 + document_frequency)) + 1).astype(np.float32))
        return cls(weights)

    def transform(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Rows of unit length, half of it words and half letters: shape (len(texts), WIDTH), float32."""
        return self.weigh(Counts.of(texts))

    def weigh(self, counts: Counts) -> sparse.csr_matrix:
        """The same of texts that are counted already."""
        # By hand, for a patient waits: scipy's own matrices in between would cost more than all the rest of it.
        data = [_weighed(block, weights) for block, weights in zip(counts.blocks, self.weights)]
        pieces = [
            (number, slice(block.indptr[row], block.indptr[row + 1]))
            for row in range(len(counts))
            for number, block in enumerate(counts.blocks)
        ]
        indices = [counts.blocks[number].indices[piece] + number * BUCKETS for number, piece in pieces]
        values = [data[number][piece] for number, piece in pieces]
        ends = sum(block.indptr for block in counts.blocks)
        return sparse.csr_matrix((np.concatenate(values), np.concatenate(indices), ends), shape=(len(counts), WIDTH))


def _weighed(counts: sparse.csr_matrix, weights: np.ndarray) -> np.ndarray:
    """The entries of a matrix of counts, weighed, each row of the length that makes all kinds together one."""
    data = (1 + np.log(counts.data)) * weights[counts.indices]
    lengths = np.sqrt(np.add.reduceat(np.append(data**2, 0.0), np.minimum(counts.indptr[:-1], len(data))))
    lengths[np.diff(counts.indptr) == 0] = 1.0
    return (data / np.repeat(lengths, np.diff(counts.indptr)) / np.sqrt(len(VECTORIZERS))).astype(np.float32)
