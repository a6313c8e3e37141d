"""Pages escape what they are given, and a forgotten value is an error."""

from __future__ import annotations

from datetime import datetime

import pytest
from jinja2 import UndefinedError

from bot.console.pages import TEMPLATES, day, environment, moment, percent


def test_everything_is_escaped() -> None:
    """No template switches escaping off, and none marks foreign text as safe."""
    texts = {path.name: path.read_text() for path in TEMPLATES.glob("*.html")}

    assert environment().from_string("{{ x }}").render(x="<b>&'\"") == "&lt;b&gt;&amp;&#39;&#34;"
    assert [name for name, text in texts.items() if "autoescape" in text] == []
    assert {name: text.count("|safe") for name, text in texts.items() if "|safe" in text} == {"base.html": 1}


def test_no_template_needs_an_exception_from_the_policy() -> None:
    """No inline script or style stands in a template."""
    texts = {path.name: path.read_text() for path in TEMPLATES.glob("*.html")}

    assert [name for name, text in texts.items() if "style=" in text or "onclick" in text or "<script>" in text] == []


def test_a_forgotten_value_is_an_error() -> None:
    """A page with a gap is not served."""
    with pytest.raises(UndefinedError):
        environment().from_string("{{ forgotten }}").render()


def test_values_read_well() -> None:
    """Times, days and shares as staff read them."""
    when = datetime(2026, 11, 5, 9, 3)

    assert (moment(when), day(when), day(None)) == ("Nov 5, 2026, 09:03", "Nov 5, 2026", "")
    assert (percent(0.956), percent(None)) == ("96%", "–")
