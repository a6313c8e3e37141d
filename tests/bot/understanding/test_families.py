"""Phrases alike are found to be alike, within their label."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding import families as module
from bot.understanding.families import AT_ONCE, families


def unit(*angles: float) -> np.ndarray:
    """Vectors of length one at these angles, in degrees."""
    turned = np.radians(angles)
    return np.column_stack([np.cos(turned), np.sin(turned)])


@pytest.mark.parametrize("at_once", [1, 3, AT_ONCE])
def test_alike_is_one_family_also_by_way_of_a_third(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """First and last are too far apart, but the one between them links them; what is far from all stands alone: however many
    are compared at a time.
    """
    monkeypatch.setattr(module, "AT_ONCE", at_once)
    found = families(unit(0, 30, 60, 170), np.array(["a"] * 4))

    assert found[0] == found[1] == found[2] != found[3]


def test_families_end_with_their_label() -> None:
    """The same words under two labels are two families: they are what one is taken for the other by."""
    found = families(unit(0, 0), np.array(["a", "b"]))

    assert found[0] != found[1]
