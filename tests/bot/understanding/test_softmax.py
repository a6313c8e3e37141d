"""One softmax over all labels, learned in the directions that the phrases span."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sparse
from sklearn.linear_model import LogisticRegression

from bot.understanding import softmax


@pytest.mark.parametrize("labels", [["a", "b"], ["a", "b", "c", "d"]])
def test_weights_are_those_of_the_terms_themselves(labels: list[str]) -> None:
    """Learning in few directions gives the scores that learning on every term gives."""
    random = np.random.default_rng(0)
    rows = sparse.csr_matrix(random.normal(size=(24, 60)))
    named = np.array([labels[index % len(labels)] for index in range(24)])
    machine, weights = softmax.fit(rows, named)
    plain = LogisticRegression(C=softmax.C, max_iter=2000).fit(rows.toarray(), named)

    assert weights.shape == plain.coef_.shape
    assert rows @ weights.T + machine.intercept_ == pytest.approx(rows @ plain.coef_.T + plain.intercept_, abs=0.05)


def test_same_phrase_twice_is_no_harm() -> None:
    """Phrases that repeat one another span fewer directions, and are learned all the same."""
    rows = sparse.csr_matrix(np.repeat(np.eye(3), 2, axis=0))
    machine, weights = softmax.fit(rows, np.array(["a", "a", "b", "b", "c", "c"]))

    assert (rows @ weights.T + machine.intercept_).argmax(axis=1).tolist() == [0, 0, 1, 1, 2, 2]
