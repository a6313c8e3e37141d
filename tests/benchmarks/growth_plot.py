"""Growth as a picture: each figure relative to its value at the smallest size, on logarithmic scales."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

SHOWN = {
    "faqs": ("training_s", "training_mb", "turn_p50_ms", "turn_p95_ms", "start_s", "brain_mb", "faqs_ms", "inbox_ms"),
    "turns": ("turn_p50_ms", "turn_p95_ms", "start_s", "home_ms", "inbox_ms", "answers_ms", "retention_s", "nothing_due_ms"),
}
TITLES = {"faqs": "FAQs", "turns": "stored turns"}


def draw(found: Mapping[str, Sequence[Mapping[str, Any]]], path: Path) -> None:
    """Write an SVG with a panel for each kind of growth; a dotted line shows what is linear."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "growth"
    from matplotlib import pyplot

    figure, panels = pyplot.subplots(1, len(SHOWN), figsize=(13, 5.5))
    for panel, (kind, names) in zip(panels, SHOWN.items()):
        rows = found[kind]
        sizes = [row[kind] for row in rows]
        for name in names:
            panel.plot(sizes, [row[name] / rows[0][name] for row in rows], marker="o", label=name.replace("_", " "))
        panel.plot(sizes, [size / sizes[0] for size in sizes], ":", color="grey", label="linear")
        panel.set(xscale="log", yscale="log", xlabel=TITLES[kind], ylabel=f"times its value at {sizes[0]:,}")
        panel.legend(fontsize="small")
        panel.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
