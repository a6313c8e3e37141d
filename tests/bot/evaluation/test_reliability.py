"""Confidence against what was right."""

from __future__ import annotations

import pytest

from bot.evaluation.held_out import Judged
from bot.evaluation.reliability import bins, headline, table


def answered(confidence: float, right: bool) -> Judged:
    return Judged("a phrase", "faq/location", "answer", ("location" if right else "contact",), confidence)


def test_a_gap_is_measured() -> None:
    """Half right at 90 % confidence is a gap of 0.4; right as often as said is none."""
    assert headline([answered(0.9, True), answered(0.9, False)]) == {"calibration_error": pytest.approx(0.4)}
    assert headline([answered(1.0, True)] * 3) == {"calibration_error": pytest.approx(0.0)}


def test_only_what_was_acted_on_counts() -> None:
    """A refusal says nothing on how often answers are right."""
    refused = Judged("a phrase", "faq/location", "out_of_scope", ("out_of_scope",), 0.2)

    assert sum(count for count, _, _ in bins([refused, answered(0.95, True)])) == 1


def test_the_table_has_a_row_for_each_tenth_met() -> None:
    """Tenths that no message fell into are left out."""
    told = table([answered(0.95, True), answered(0.35, False)])

    assert [line.split()[0] for line in told.splitlines() if " to " in line] == ["0.3", "0.9"]
