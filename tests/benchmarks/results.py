"""What a benchmark leaves: a table for people, JSON for programs, and on what machine it was."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.settings import ROOT

RESULTS = ROOT / "results"
BUSY = 0.7  # processes that wanted to run in the minute before, on average
Row = Mapping[str, Any]


def tell(text: str) -> None:
    """A line of progress."""
    print(f"· {text}", file=sys.stderr, flush=True)


def about() -> dict[str, Any]:
    """When and where it is measured, and how busy the machine was with other work before."""
    now = datetime.now().isoformat(timespec="seconds")
    return {"measured_at": now, "cores": os.cpu_count(), "machine": platform.platform(), "load_before": os.getloadavg()[0]}


def notes(machine: Mapping[str, Any]) -> list[str]:
    """What a reader of the table must know of the machine."""
    found = [f"{machine['cores']} cores, {machine['machine']}, {machine['measured_at']}"]
    if machine["load_before"] > BUSY:
        found.append(f"the machine was busy with other work (load {machine['load_before']:.1f}): figures are rough")
    return found


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown, their keys as the heading."""
    heads = list(dict.fromkeys(name for row in rows for name in row))
    lines = [[head.replace("_", " ") for head in heads], ["---"] * len(heads)]
    lines += [[_cell(row.get(head, "–")) for head in heads] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def save(name: str, found: Mapping[str, Any]) -> None:
    """Write `results/<name>.json`."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _cell(value: Any) -> str:
    return f"{value:,.{1 if abs(value) < 1000 else 0}f}" if isinstance(value, float) else str(value)
