"""Every set in one table."""

from __future__ import annotations

from bot.evaluation.conversations import Talk
from bot.evaluation.red_flags import Heard
from bot.evaluation.summary import HEADS, table

WHERE, PRICE = (
    Talk("single", (text,), ("location",), (topic,), "answer") for text, topic in (("where", "location"), ("hm", "evidence"))
)
BOTH = Talk("compound", ("where and when",), ("location", "booking"), ("location", "booking"), "answer")
CLEAN = Talk("clean", ("where",), ("location",), ("location",), "answer")
NOISY = Talk("noisy", ("wear",), ("location",), ("location",), "answer")
HEARD = Heard(("bleeding",), "bleeding", urgent=True, by_patterns=False, by_all=True)
MISSED = Heard(("gone",), "despair", urgent=True, by_patterns=False, by_all=False)
CALM = Heard(("dying for a nap",), "general", urgent=False, by_patterns=True, by_all=True)


def test_each_set_has_a_row_and_all_together_another() -> None:
    """In per cent of what the set holds, and nothing where it holds none."""
    rows = table({"first": [WHERE, BOTH, CLEAN, NOISY], "second": [PRICE]}, {"first": [HEARD, CALM], "second": [HEARD, MISSED]})
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows.splitlines()]

    assert cells[0] == list(HEADS)
    assert cells[2] == ["first", "100.0 · 0.0 of 1", "", "", "100.0", "", "100.0 · 100.0", "100.0 of 1 (0.0)", "100.0"]
    assert cells[3] == ["second", "0.0 · 100.0 of 1", "", "", "", "", "", "50.0 of 2 (0.0)", ""]
    assert cells[4][:2] == ["all", "50.0 · 50.0 of 2"]
    assert cells[4][-2:] == ["66.7 of 3 (0.0)", "100.0"]


def test_one_in_thousands_is_not_rounded_away() -> None:
    """All are heard only where all are."""
    last = table({"first": []}, {"first": [HEARD] * 4000 + [MISSED]}).splitlines()[-1]

    assert "99.98 of 4001" in last
