"""Home tells how it goes, and gives the figures away as a table."""

from __future__ import annotations

from starlette.applications import Starlette

from tests.console import Staff, asked


def test_home_tells_how_it_goes(app: Starlette, editor: Staff) -> None:
    """What waits, today's figures, and the chart with its words."""
    asked(app, "what does it cost")
    asked(app, "should i stretch", "answer", "stretching")

    page = editor.get("/staff").text
    channels = page.partition("Website and text messages")[2]

    named = ("conversations", "not covered", "emergencies", "booking clicks", "call-backs waiting")
    said = ("not covered: What it costs", "Days are counted in UTC", "Times are in UTC")
    assert [each for each in named if each not in channels] == []
    assert [each for each in said if each not in page] == []
    assert all(each in page for each in ("question to look at", 'role="img"', "1 answered, 1 otherwise", "Stretching", "Website"))


def test_the_figures_are_taken_away_and_that_is_noted(app: Starlette, editor: Staff) -> None:
    """The table holds every count; who took it stands in the log."""
    asked(app, "should i stretch", "answer", "=HYPERLINK(1)")

    table = editor.get("/staff/figures.csv").text

    assert ("web,answer,'=HYPERLINK(1),1" in table, "web,turn,,1" in table) == (True, True)
    assert editor.parts.audit.recent(1)[0].action == "exported the figures"


def test_times_are_the_clinic_s_own(app: Starlette, owner: Staff) -> None:
    """Where the clinic's hours are known, times are in its zone, and the page says when a day of the figures begins there."""
    owner.parts.editor.save_hours({"timezone": "Asia/Tokyo", "monday": "09:00-17:00"}, "Olive", "2026-11-01", "Olive")

    page = owner.get("/staff").text

    assert ("Times are in Asia/Tokyo" in page, "here it begins at 09:00" in page) == (True, True)
