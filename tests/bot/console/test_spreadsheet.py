"""What is taken away as a table calculates nothing."""

from __future__ import annotations

import pytest

from bot.console.spreadsheet import as_csv


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =HYPERLINK(1)", "|calc", "%x"])
def test_formulas_are_marked_as_text(cell: str) -> None:
    """Whatever a spreadsheet program would calculate begins with an apostrophe."""
    line = bytes(as_csv("x", ("a",), [(cell,)]).body).decode("utf-8-sig").splitlines()[1]

    assert line.strip('"').startswith("'")


def test_everything_else_stays() -> None:
    """Numbers, words, quotes and commas come out as they went in."""
    response = as_csv("figures", ("a", "b"), [("x, “y”", -3)])

    assert bytes(response.body).decode("utf-8-sig") == 'a,b\r\n"x, “y”",-3\r\n'
    assert response.headers["content-disposition"] == 'attachment; filename="figures.csv"'
