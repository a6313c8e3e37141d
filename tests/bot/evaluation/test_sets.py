"""Every held-out set is measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluation import conversations, red_flags, sets
from bot.settings import ROOT


@pytest.mark.parametrize("named", [conversations.SETS, red_flags.SETS])
def test_no_set_on_the_disk_is_left_out(named: dict[str, Path]) -> None:
    """What was written to measure with is measured: each folder is a set, and each set is there."""
    first = ROOT / named["first"]
    kept = {path.name for path in first.iterdir() if path.is_dir()} - {"urgent", "calm"}

    assert kept == set(named) - {"first"} == set(sets.LATER)
    assert all(any((ROOT / folder).rglob("*.yml")) for folder in named.values())
