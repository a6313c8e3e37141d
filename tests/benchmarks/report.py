"""The figures as a table for people and as flat JSON for programs."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.required import MISSED, Required


@dataclass(frozen=True)
class Row:
    """One figure of both sides: its name in the JSON, its words in the table, its unit, what is required of it."""

    name: str
    words: str
    unit: str
    more_is_better: bool = False
    times: float = 0.0
    """How many times better than stock it must be; 0 where nothing is required."""
    most: float = math.inf
    """What ours may be, in its unit."""


@dataclass(frozen=True)
class Own:
    """One figure of ours alone."""

    name: str
    words: str
    required: Required


ROWS = (
    Row("turn_p50", "turn, fresh conversation, p50", "ms", times=2),
    Row("turn_p95", "turn, fresh conversation, p95", "ms", times=2),
    Row("turn200_p50", "turn 200 of a conversation, p50", "ms", times=10),
    Row("turn200_p95", "turn 200 of a conversation, p95", "ms", times=10),
    Row("steady_p95", "10 messages a second, p95", "ms", most=400),
    Row("throughput", "50 conversations at once, messages", "per_s", more_is_better=True, times=3),
    Row("throughput_p99", "50 conversations at once, p99", "ms", most=1000),
    Row("train_cold", "training, cold", "s", times=5),
    Row("train_warm", "training, one phrasing changed", "s", times=20),
    Row("model_size", "model file", "mb"),
    Row("model_and_encoder", "model file with sentence encoder", "mb"),
    Row("start", "start to first answer", "s", times=1 / 0.6),
    Row("memory", "memory at rest: brain", "mb", times=1 / 0.75),
    Row("memory_edge", "memory at rest: edge", "mb"),
    Row("memory_hands", "memory at rest: hands", "mb"),
    Row("memory_all", "memory at rest: all processes", "mb"),
)
OWN = (
    Own("turn1000_over_turn10", "turn 1,000 of a conversation over turn 10", Required(most=1.15)),
    Own("memory_growth_percent", "memory of the brain after turns and publishes, grown by %", Required(most=5)),
    Own("turn_over_encoder", "turn over the encoder's own forward pass", Required(most=3)),
    Own("ask_per_s", "`bot ask`, once loaded: messages a second", Required(least=20)),
)
UNITS = {"ms": "ms", "per_s": "/s", "s": "s", "mb": "MB"}


@dataclass
class Figures:
    """What was measured, medians already taken, by side and row name."""

    ours: dict[str, float] = field(default_factory=dict)
    stock: dict[str, float] = field(default_factory=dict)
    own: dict[str, float] = field(default_factory=dict)
    """See OWN."""
    about: dict[str, Any] = field(default_factory=dict)

    def put(self, name: str, values: dict[str, float]) -> None:
        """Keep one figure of each side."""
        for side, value in values.items():
            getattr(self, side)[name] = value

    def ratio(self, row: Row) -> float | None:
        """How many times better than stock; None where stock has no such thing."""
        if row.name not in self.ours or row.name not in self.stock:
            return None
        ours, stock = self.ours[row.name], self.stock[row.name]
        return ours / stock if row.more_is_better else stock / ours


def table(figures: Figures, notes: list[str]) -> str:
    """The table as people read it, then what they must know of it."""
    lines = [f"{'':36}{'ours':>12}{'stock Rasa':>14}{'better':>10}{'required':>12}"]
    for row in ROWS:
        ours, stock = (_cell(each.get(row.name), UNITS[row.unit]) for each in (figures.ours, figures.stock))
        ratio, (required, verdict) = figures.ratio(row), _judged(row, figures)
        lines.append(
            f"{row.words:36}{ours:>12}{stock:>14}{f'{ratio:.2f} x' if ratio else '':>10}{required:>12}  {verdict}".rstrip()
        )
    for each in OWN:
        value = figures.own.get(each.name, math.nan)
        lines.append(f"{each.words:60}{value:>12.2f}{each.required.told():>12}  {each.required.verdict(value)}")
    return "\n".join([*lines, "", *(f"* {note}" for note in notes)])


def missed(figures: Figures) -> list[str]:
    """The names of the figures that are not as required."""
    rows = [row.name for row in ROWS if _judged(row, figures)[1] == MISSED]
    return rows + [each.name for each in OWN if each.required.verdict(figures.own.get(each.name, math.nan)) == MISSED]


def save(figures: Figures, path: Path) -> None:
    """Ratios under their own names, raw figures as `ours_<name>_<unit>` and `stock_<name>_<unit>`, names under `missed`."""
    flat: dict[str, Any] = {row.name: figures.ratio(row) for row in ROWS if figures.ratio(row) is not None}
    flat |= figures.own
    for side in ("ours", "stock"):
        measured = getattr(figures, side)
        flat.update({f"{side}_{row.name}_{row.unit}": measured[row.name] for row in ROWS if row.name in measured})
    rounded = {name: round(value, 4) for name, value in flat.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**rounded, "missed": missed(figures), **figures.about}, indent=1) + "\n")


def _cell(value: float | None, unit: str) -> str:
    if value is None:
        return "-"
    return f"{value:.{1 if value < 1000 else 0}f} {unit}"


def _judged(row: Row, figures: Figures) -> tuple[str, str]:
    """What is required of a row and whether that was held; empty words where nothing is."""
    if row.times:
        required = Required(least=row.times)
        return required.told(" x"), required.verdict(figures.ratio(row) or 0)
    required, unit = Required(most=row.most), UNITS[row.unit]
    return required.told(f" {unit}"), required.verdict(figures.ours.get(row.name, math.nan)) if math.isfinite(row.most) else ""
