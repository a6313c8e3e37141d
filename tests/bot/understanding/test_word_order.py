"""Which word comes after which."""

from __future__ import annotations

import math

import pytest

from bot.understanding.word_order import EDGE, FEWEST_TOGETHER, SHARE, WordOrder

PHRASES = [["what", "happens", "there"], ["what", "hurts"]] * FEWEST_TOGETHER
ORDER = WordOrder.learn(PHRASES, ["what", "happens", "hurts"])


def test_a_word_behind_its_usual_neighbour_costs_less() -> None:
    """Its share behind that neighbour counts, and how common it is anywhere: both as logarithms."""
    anywhere = (1 - SHARE) * ORDER.counts["happens"] / sum(ORDER.counts.values())

    assert ORDER.cost("what", "happens") == pytest.approx(-math.log(SHARE / 2 + anywhere))
    assert ORDER.cost("hurts", "happens") == pytest.approx(-math.log(anywhere))


def test_only_the_given_words_are_counted() -> None:
    """And the edges of phrases, which tell how messages begin and end."""
    assert set(ORDER.counts) == {"what", "happens", "hurts", EDGE}
    assert ORDER.cost(EDGE, "what") < ORDER.cost("happens", "what")


def test_a_pair_seen_once_is_chance() -> None:
    """It is as if it had never been seen."""
    order = WordOrder.learn([*PHRASES, ["hurts", "happens"]], ["what", "happens", "hurts"])

    assert ("hurts", "happens") not in order.pairs


def test_what_was_counted_can_be_kept() -> None:
    """Saved as arrays and read again it is the same."""
    again = WordOrder.from_arrays(ORDER.arrays())

    assert (again.counts, again.pairs) == (ORDER.counts, ORDER.pairs)
