"""What stands for a clinic that answers everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.generated import generate
from tests.benchmarks.growth import FAQS


def test_there_are_as_many_as_the_benchmark_grows_to(tmp_path: Path) -> None:
    """However few of its own the clinic has: `make bench-growth` must not find out after minutes of training."""
    for folder in ("facts", "faq"):
        (tmp_path / folder).mkdir()

    generate(tmp_path, FAQS[-1])

    assert len(list((tmp_path / "faq").glob("*.yml"))) == FAQS[-1]


def test_more_than_there_are_is_refused(tmp_path: Path) -> None:
    """Instead of fewer than were asked for."""
    with pytest.raises(ValueError, match="No more than"):
        generate(tmp_path, 10_000)
