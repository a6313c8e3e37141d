"""The evaluation as a page."""

from __future__ import annotations

import re

from bot.evaluation.conversations import Talk
from bot.evaluation.held_out import Judged
from bot.evaluation.report import matrix, page

JUDGED = [
    Judged("where <b>are</b> you", "faq/location", "answer", ("contact",), 0.9),
    Judged("address", "faq/location", "answer", ("location",), 0.9),
    Judged("call you", "faq/contact", "not_covered", ("not_covered/hours",), 0.6),
]


def test_the_page_needs_nothing_else() -> None:
    """It loads nothing from anywhere, and what patients typed stands in it as text."""
    shown = page(JUDGED, [Talk("noisy", ("wher r u",), ("location",), ("contact",), "answer")])

    assert re.findall(r"(?:src|href|url\()", shown) == []
    assert "where &lt;b&gt;are&lt;/b&gt; you" in shown
    assert "wher r u" in shown


def test_the_matrix_counts_every_answer() -> None:
    """Rows are what was meant, columns what was taken, the last for anything that is no topic met here."""
    assert matrix(JUDGED) == (["contact", "location", "…"], [[0, 0, 1], [1, 1, 0]])
