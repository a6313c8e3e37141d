"""Masking is as good as it was when it was last measured, on sentences written as patients type."""

from __future__ import annotations

import pytest

from bot.evaluation.masking import KINDS, Tally, measure, table, unmarked
from bot.privacy import Span
from bot.settings import ROOT

LEAST = 0.95


@pytest.fixture(scope="module")
def tally() -> Tally:
    return measure(ROOT / "tests" / "privacy.yml")


@pytest.mark.parametrize("kind", KINDS)
def test_little_is_missed_and_little_masked_in_vain(tally: Tally, kind: str) -> None:
    """Of each kind at least 95 in 100 are masked, and at least 95 in 100 of what is masked is private."""
    assert (tally.private[kind] >= 10, tally.recall(kind) >= LEAST, tally.precision(kind) >= LEAST) == (True, True, True)


def test_enough_is_measured(tally: Tally) -> None:
    """The figures rest on more than 300 sentences and stand in one table."""
    assert tally.sentences >= 300
    assert all(kind in table(tally) for kind in KINDS)


def test_marks_are_read() -> None:
    """A marked sentence gives the plain one and where what is private stands in it."""
    assert unmarked("im {name:jen}, call {phone:222-0854}") == (
        "im jen, call 222-0854",
        [Span(3, 6, "name"), Span(13, 21, "phone")],
    )
