"""A publishing as the store keeps it."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime, timezone

from bot.judging.gate_report import Judged, Report
from bot.publishing.kept import publication_of
from bot.store.publications import Kept

KEPT = Kept(7, "failed", 40, "training", "", asdict(Report()), None, "Ada", datetime.now(timezone.utc))


def test_what_is_at_fault_is_told_apart_from_why() -> None:
    """A reason may name a topic: staff are told both, each where it belongs."""
    named, plain = (publication_of(replace(KEPT, why=why)) for why in ("topic: Where we are", "killed"))

    assert (named.why, named.about) == ("topic", "Where we are")
    assert (plain.why, plain.about) == ("killed", "")


def test_the_report_comes_back_as_it_was_judged() -> None:
    """Question by question, as the process that judged it wrote it down."""
    report = Report(worse=(Judged("how long", "How long", "How long", "Where"),))

    assert publication_of(replace(KEPT, report=asdict(report))).report == report
