"""Home tells how it goes, and gives the figures away as a table."""

from __future__ import annotations

from starlette.applications import Starlette

from tests.console import Staff, asked


def test_home_tells_how_it_goes(app: Starlette, editor: Staff) -> None:
    """What waits, today's figures, and the chart with its words."""
    asked(app, "what does it cost")
    asked(app, "should i stretch", "answer", "stretching")

    page = editor.get("/staff").text

    assert all(each in page for each in ("question to look at", 'role="img"', "1 answered, 1 otherwise", "Stretching", "Website"))


def test_the_figures_are_taken_away_and_that_is_noted(app: Starlette, editor: Staff) -> None:
    """The table holds every count; who took it stands in the log."""
    asked(app, "should i stretch", "answer", "=HYPERLINK(1)")

    table = editor.get("/staff/figures.csv").text

    assert ("web,answer,'=HYPERLINK(1),1" in table, "web,turn,,1" in table) == (True, True)
    assert editor.parts.audit.recent(1)[0].action == "exported the figures"
