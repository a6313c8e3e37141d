"""The evaluation as one page that needs nothing else: confusions, confidence, the worst misses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape

from bot.evaluation import conversations, held_out, reliability
from bot.evaluation.conversations import Talk
from bot.evaluation.held_out import Judged

TEMPLATES = Path(__file__).parent / "templates"
WORST = 60


def page(judged: Sequence[Judged], talks: Sequence[Talk]) -> str:
    """The page as HTML, its styles inside it."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=select_autoescape())
    wrong = sorted((each for each in judged if each.outcome == "wrong"), key=lambda each: -each.confidence)
    names, cells = matrix(judged)
    return environment.get_template("report.html").render(
        figures={**held_out.headline(list(judged)), **conversations.headline(talks), **reliability.headline(judged)},
        names=names,
        cells=cells,
        bins=reliability.bins(judged),
        wrong=wrong[:WORST],
        talks=conversations.misses(talks)[:WORST],
    )


def matrix(judged: Sequence[Judged]) -> tuple[list[str], list[list[int]]]:
    """The labels met, and how often each row's label was answered as each column's; `…` for any other answer."""
    pairs = Counter((each.expected, each.topics[0] if each.topics else "…") for each in judged if each.group == "faq")
    names = sorted({expected for expected, _ in pairs})
    columns = [*names, "…"]
    rows = [[0] * len(columns) for _ in names]
    for (expected, taken), count in pairs.items():
        rows[names.index(expected)][columns.index(taken if taken in names else "…")] += count
    return columns, rows
