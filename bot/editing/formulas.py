"""Cells of a table that a spreadsheet program would take for formulas and run."""

from __future__ import annotations

import re

FORMULA = re.compile(r"'*(?:\s*[=+\-@|%]|[\t\r])")
"""How such a cell begins, marked or not: what is marked is told from what somebody wrote with a mark of their own."""


def marked(cell: str) -> str:
    """The cell with a `'` before it where it would be run: so it stays text."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unmarked(cell: str) -> str:
    """What was said in a cell before it was marked."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell
