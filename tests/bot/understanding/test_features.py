"""Words and letters as weights: the same for one message as for many, rare ones counting more."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.features import BUCKETS, WIDTH, Counts, TermWeights

TEXTS = ["how long is a visit", "how much is a visit", "do the needles hurt", "is it a long visit", "parking"]
TERMS = TermWeights.learn(Counts.of(TEXTS))


def row(text: str) -> np.ndarray:
    return TERMS.transform([text]).toarray()[0]


def test_row_is_half_words_and_half_letters() -> None:
    """A row has unit length, shared evenly by word pairs and letter runs."""
    weights = row("how long is a visit")

    assert np.linalg.norm(weights[:BUCKETS]) == pytest.approx(np.sqrt(0.5), abs=1e-5)
    assert np.linalg.norm(weights[BUCKETS:]) == pytest.approx(np.sqrt(0.5), abs=1e-5)


def test_rare_word_counts_more() -> None:
    """In a phrase of one rare and one common word the rare one weighs more."""
    words = {word: int(row(word)[:BUCKETS].argmax()) for word in ("parking", "visit")}
    weights = row("parking visit")

    assert weights[words["parking"]] > weights[words["visit"]] > 0


def test_repeated_word_counts_less_than_twice() -> None:
    """Saying a word again tells a little more, not twice as much."""
    hurt, visit = (int(row(word)[:BUCKETS].argmax()) for word in ("hurt", "visit"))
    once, thrice = row("hurt visit"), row("hurt visit hurt hurt")

    assert once[hurt] / once[visit] < thrice[hurt] / thrice[visit] < 3 * once[hurt] / once[visit]


def test_misspelling_shares_letters() -> None:
    """A misspelt word is a new word but has most of its letter runs in common with the right one."""
    right, wrong = row("acupuncture"), row("acupunture")

    assert right[:BUCKETS] @ wrong[:BUCKETS] == 0
    assert right[BUCKETS:] @ wrong[BUCKETS:] > 0.2


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_said_weighs_nothing(text: str) -> None:
    """An empty message is an empty row, alone or among others."""
    assert not row(text).any()
    assert not TERMS.transform(["visit", text, "hurt", text]).toarray()[[1, 3]].any()


def test_rows_are_sparse_and_small() -> None:
    """However many texts, the shape is the same and the numbers are single floats."""
    for texts in ([TEXTS[0]], TEXTS):
        rows = TERMS.transform(texts)

        assert (rows.shape, rows.dtype) == ((len(texts), WIDTH), np.float32)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(max_size=40), min_size=2, max_size=5))
def test_message_alone_reads_as_among_others(texts: list[str]) -> None:
    """The short way that one message takes gives the row that it has among many."""
    many = TERMS.transform(texts)
    alone = [TERMS.transform([text]) for text in texts]

    assert all(abs(many[index] - each).max() < 1e-6 for index, each in enumerate(alone))


def test_some_of_the_counted_are_as_if_counted_alone() -> None:
    """What training takes out of a count, by number or by truth value, is what those texts by themselves would give."""
    counted, alone = Counts.of(TEXTS), Counts.of([TEXTS[3], TEXTS[0]])
    chosen = counted.rows(np.array([3, 0]))

    assert len(chosen) == 2
    assert all(np.array_equal(*pair) for pair in zip(TermWeights.learn(chosen).weights, TermWeights.learn(alone).weights))
    assert abs(TERMS.weigh(chosen) - TERMS.transform([TEXTS[3], TEXTS[0]])).max() == 0
    assert len(counted.rows(np.array([True, False, True, False, False]))) == 2


def test_saved_weights_give_the_same_rows() -> None:
    """What was learned is all in its two arrays."""
    again = TermWeights([each.copy() for each in TERMS.weights])

    assert abs(again.transform(TEXTS) - TERMS.transform(TEXTS)).max() == 0
