"""What is required of a figure, and whether it was held: the same two words in every table and JSON."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks import results

HELD, MISSED = "held", "missed"


@dataclass(frozen=True)
class Required:
    """Bounds of a figure, which itself may be either of them."""

    least: float = -math.inf
    most: float = math.inf

    def verdict(self, value: float) -> str:
        """HELD or MISSED."""
        return HELD if self.least <= value <= self.most else MISSED

    def told(self, unit: str = "") -> str:
        """As it stands in a table."""
        bounds = ("≥", self.least), ("≤", self.most)
        return " ".join(f"{sign} {bound:.4g}{unit}" for sign, bound in bounds if math.isfinite(bound))


@dataclass(frozen=True)
class Judged:
    """One figure beside what was required of it."""

    name: str
    measured: float
    required: Required

    @property
    def verdict(self) -> str:
        """HELD or MISSED."""
        return self.required.verdict(self.measured)


def table(judged: Sequence[Judged]) -> str:
    """All of them in Markdown."""
    return results.table(
        [
            {"required": each.name, "bound": each.required.told(), "measured": f"{each.measured:.4g}", "": each.verdict}
            for each in judged
        ]
    )


def missed(judged: Sequence[Judged]) -> list[str]:
    """The names of those that were not held."""
    return [each.name for each in judged if each.verdict == MISSED]
