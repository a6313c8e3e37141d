"""Pages escape what they are given, and a forgotten value is an error."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timezone
from zoneinfo import ZoneInfo

import pytest
from jinja2 import UndefinedError

from bot.console.pages import TEMPLATES, environment, percent, zone_of
from bot.content import Content, Fact, hours


def test_everything_is_escaped() -> None:
    """No template switches escaping off, and none marks foreign text as safe."""
    texts = {path.name: path.read_text() for folder in TEMPLATES for path in folder.glob("*.html")}

    assert environment().from_string("{{ x }}").render(x="<b>&'\"") == "&lt;b&gt;&amp;&#39;&#34;"
    assert [name for name, text in texts.items() if "autoescape" in text] == []
    assert {name: text.count("|safe") for name, text in texts.items() if "|safe" in text} == {"base.html": 1}


def test_no_template_needs_an_exception_from_the_policy() -> None:
    """No inline script or style stands in a template."""
    texts = {path.name: path.read_text() for folder in TEMPLATES for path in folder.glob("*.html")}

    assert [name for name, text in texts.items() if "style=" in text or "onclick" in text or "<script>" in text] == []


def test_a_forgotten_value_is_an_error() -> None:
    """A page with a gap is not served."""
    with pytest.raises(UndefinedError):
        environment().from_string("{{ forgotten }}").render()


def test_values_read_well() -> None:
    """Times, days and shares as staff read them: in UTC, or in the clinic's own time where its hours tell it."""
    shown = environment().from_string("{{ when|moment }}; {{ when|day }}; {{ none|day }}; {{ date|day }}; {{ when|clock }}")
    values = {"when": datetime(2026, 11, 5, 2, 3, tzinfo=timezone.utc), "none": None, "date": date(2026, 11, 5)}

    assert shown.render(values) == "Nov 5, 2026, 02:03; Nov 5, 2026; ; Nov 5, 2026; 02:03"
    at_the_clinic = shown.render(values, zone=ZoneInfo("America/New_York"))
    assert at_the_clinic == "Nov 4, 2026, 21:03; Nov 4, 2026; ; Nov 5, 2026; 21:03"
    assert (percent(0.956), percent(None)) == ("96%", "–")


def test_the_clinic_s_zone_is_that_of_its_hours(known: Content) -> None:
    """Hours say in which zone they are; without them, UTC."""
    fact = Fact(hours.FACT, "From nine.", "clinic", hours={"timezone": "America/Chicago", "monday": "09:00-17:00"})

    assert zone_of(known).key == "UTC"
    assert zone_of(replace(known, facts={**known.facts, fact.id: fact})).key == "America/Chicago"
