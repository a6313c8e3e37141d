"""What a spreadsheet would run stays text, and comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.editing.formulas import marked, unmarked


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\tx", "\rx", " =HYPERLINK(1)", "|calc", "%x", "'=1"])
def test_a_formula_is_marked_as_text(cell: str) -> None:
    """Whatever a spreadsheet program would calculate begins with an apostrophe of ours."""
    assert marked(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "is it 50% off?", "how long - really", "'tis", "x=1"])
def test_words_stay(cell: str) -> None:
    """What patients say, with signs inside or an apostrophe before it, is left alone."""
    assert (marked(cell), unmarked(cell)) == (cell, cell)


@given(cell=st.text(st.sampled_from("'=+-@|% \t\rax"), max_size=8))
def test_every_cell_comes_back(cell: str) -> None:
    """Whatever the marks in it, a cell that went out and came in again is the same."""
    assert unmarked(marked(cell)) == cell
