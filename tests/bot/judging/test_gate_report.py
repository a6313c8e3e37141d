"""What holds a version back, and what is kept of it."""

from __future__ import annotations

import pytest

from bot.judging.gate_report import Fading, Judged, Report

ONE = (Judged("may i park", "Parking", "Parking", "Price"),)
FULL = Report(
    better=ONE, worse=ONE, strength={"faq/parking": 0.5}, weak=("faq/pets",), fading=(Fading("Pets", 1.0, 0.5),), asked=3
)


@pytest.mark.parametrize(
    ("report", "blocks"),
    [
        (Report(), False),
        (Report(better=ONE, unsure=ONE, asked=2), False),
        (Report(worse=ONE), True),
        (Report(emergencies=ONE), True),
        (Report(weak=("faq/pets",)), True),
        (Report(fading=(Fading("Pets", 1.0, 0.5),)), True),
    ],
)
def test_what_becomes_worse_blocks(report: Report, blocks: bool) -> None:
    """A question, an emergency or a topic that is understood less well holds a version back; what is asked back does not."""
    assert report.blocks is blocks


def test_a_report_is_kept_whole() -> None:
    """What is kept in the database is what was found, also where an earlier program kept less."""
    kept = {**FULL.as_dict(), "of a later program": 1}

    assert Report.of(kept) == FULL
    assert Report.of({}) == Report()
