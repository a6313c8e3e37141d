"""The loader and the demo page show the contact that is live."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import replace

import pytest

from bot.app import WIDGET
from bot.channels.contact_pages import demo, loader
from bot.content import Content
from tests.bot.channels.conftest import MakeEdge

WRITTEN = {"clinic_phone": "+1 (610) 555-0199 ext. 2", "booking_page": "https://example.org/book?a=1&b=2"}


@pytest.fixture
def moved(known: Content) -> Content:
    """The content of a clinic that has another number and booking page now."""
    facts = {name: replace(fact, value=WRITTEN.get(fact.placeholder, fact.value)) for name, fact in known.facts.items()}
    return replace(known, facts=facts)


@pytest.mark.parametrize("number", [WRITTEN["clinic_phone"], "610 '555' \\0199\n"])
def test_the_loader_shows_the_number_of_today(known: Content, number: str) -> None:
    """A number changed in the console is what patients see where the panel can't be had; no letter of it breaks the script."""
    script = (WIDGET / "chat.js").read_text(encoding="utf-8")
    facts = {name: replace(fact, value=number) for name, fact in known.facts.items() if fact.placeholder == "clinic_phone"}

    found = loader(script, replace(known, facts={**known.facts, **facts}))

    [shown] = re.findall("phone: '([^']*)',", found)
    assert json.loads(f'"{shown}"') == number
    assert len(found.splitlines()) == len(script.splitlines())


def test_the_demo_page_links_to_the_contact_of_today(moved: Content) -> None:
    """Number and booking page stand there as staff wrote them, and their links dial and open them."""
    page = demo((WIDGET / "demo.html").read_text(encoding="utf-8"), moved)

    assert page.count("+1 (610) 555-0199 ext") == page.count('href="tel:+16105550199"') == 3
    assert 'href="https://example.org/book?a=1&amp;b=2"' in page
    assert "{" not in page


def test_a_changed_number_is_live(make_edge: MakeEdge, moved: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """The running edge sends both as the content is at that moment, and the loader but once to a browser that has it."""
    monkeypatch.setattr("bot.app.follow", lambda *_: asyncio.sleep(3600))
    edge = make_edge()
    before = edge.get("/widget/chat.js")
    same = edge.get("/widget/chat.js", headers={"If-None-Match": before.headers["etag"]})
    edge.app.state.desk.use(moved)  # type: ignore[attr-defined]
    after = edge.get("/widget/chat.js", headers={"If-None-Match": before.headers["etag"]})

    assert [(each.status_code, "610" in each.text) for each in (before, same, after)] == [(200, False), (304, False), (200, True)]
    assert "tel:+16105550199" in edge.get("/").text


def test_no_page_holds_a_number_of_its_own(known: Content) -> None:
    """In the widget only the loader knows the clinic's number by heart."""
    number = known.placeholders()["clinic_phone"]

    assert [path.name for path in WIDGET.iterdir() if number in path.read_text(encoding="utf-8")] == ["chat.js"]
