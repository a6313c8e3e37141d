"""Whether anything grows faster than what it must read, and a turn hardly at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from tests.benchmarks.required import Judged, Required

SIZES = {"faqs": "FAQs", "turns": "stored turns"}
TURNS = ("turn_p50_ms", "turn_p95_ms")
MOST_TIMES = 1.3
"""A turn at the most FAQs, over one at the fewest."""
MEASURED = ("_s", "_ms", "_mb", "bytes_a_turn")
"""How names of what costs something end; others count."""


def judged(found: Mapping[str, Any]) -> list[Judged]:
    """What is required of the sizes that were measured; with one size of a kind nothing can be said of it."""
    rows = [judge for kind in SIZES for judge in _linear(kind, found[kind])]
    faqs: Sequence[Mapping[str, Any]] = found["faqs"]
    if len(faqs) > 1:
        few, many = faqs[0], faqs[-1]
        words = f"at {many['faqs']:,} FAQs over {few['faqs']:,}"
        rows[:0] = [Judged(f"{name} {words}", many[name] / few[name], Required(most=MOST_TIMES)) for name in TURNS]
    return rows


def _linear(kind: str, rows: Sequence[Mapping[str, Any]]) -> list[Judged]:
    """From each size to the next one, the figure that grew most beside how the size grew."""
    found = []
    for small, large in pairwise(rows):
        growth = {name: large[name] / small[name] for name in large if name.endswith(MEASURED) and small.get(name)}
        name = max(growth, key=growth.__getitem__)
        words = f"fastest from {small[kind]:,} to {large[kind]:,} {SIZES[kind]}: {name}"
        found.append(Judged(words, growth[name], Required(most=large[kind] / small[kind])))
    return found
