"""bot/widget/panel.js: axe-core finds nothing to mend in any state."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Locator, expect

from tests.bot.widget.conftest import Enter
from tests.bot.widget.scripted import Scripted, said
from tests.bot.widget.test_panel import PHONE, REPLIES, fill
from tests.bot.widget.visits import Visit

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """async () => (await axe.run(document, { runOnly:
['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
  .violations.map((found) => [found.id, found.nodes.map((node) => node.html).slice(0, 3)])"""


def violations(visit: Visit) -> Any:
    visit.page.evaluate(AXE + ";0")
    return visit.page.evaluate(RUN_AXE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_in_any_state(scripted: Scripted, enter: Enter, scheme: str, size: dict[str, Any]) -> None:
    """From the closed launcher to the failed message, on a desk and a phone, light and dark, axe-core finds nothing to mend."""
    scripted.replies = REPLIES
    scripted.pages["/"] = scripted.pages["/"].replace("defer", 'data-privacy="/privacy" defer')
    visit = enter(scripted.url, color_scheme=scheme, **size)
    found = {"closed": violations(visit)}
    visit.open()
    found["open"] = violations(visit)
    fill(visit)
    for folded in visit.log.locator("summary").all():
        folded.click()
    found["answers"] = violations(visit)
    visit.panel.get_by_role("button", name="Erase my chat").click()
    visit.page.route("**/chat/**", lambda route: route.abort())
    visit.say("lost")
    expect(visit.said.last).to_contain_text("Not sent")
    found["not sent"] = violations(visit)

    assert {state: each for state, each in found.items() if each} == {}


OWN = 'data-lang="es" data-color="#663366" data-privacy="/privacy"'


def spanish(scripted: Scripted, enter: Enter, scheme: str) -> tuple[Visit, Locator, Locator]:
    """A visit to a site with Spanish chrome and a colour of its own; its launcher and its panel."""
    scripted.pages["/"] = scripted.pages["/"].replace("defer", f"{OWN} defer")
    visit = enter(scripted.url, color_scheme=scheme)
    return visit, visit.page.get_by_role("button", name="Haga una pregunta"), visit.page.locator(".panel")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_one_waits(scripted: Scripted, enter: Enter, scheme: str) -> None:
    """Nor where the panel can't be had, nor in Spanish and the site's own colour, nor while the assistant types."""
    answering = threading.Event()
    scripted.wait = lambda path: answering.wait(20) and None if path == "/chat/messages" else None
    visit, launcher, panel = spanish(scripted, enter, scheme)
    visit.page.route("**/panel.js*", lambda route: route.abort())
    launcher.click()
    expect(visit.page.get_by_role("alert")).to_contain_text("No responde")
    found = {"no panel": violations(visit)}
    visit.page.unroute_all()
    launcher.click()
    found["Spanish"] = violations(visit)
    send(panel, "hola")
    expect(panel.get_by_role("status")).to_have_text("El asistente está escribiendo")
    found["typing"] = violations(visit)
    answering.set()

    assert {state: each for state, each in found.items() if each} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_later(scripted: Scripted, enter: Enter, scheme: str) -> None:
    """Nor on plain advice, on a chat brought back by a reload, or where too much was asked."""
    scripted.replies = {"he hits me": [said("In danger now? Call 911.", "emergency", topics=["violence_at_home"], restore=False)]}
    visit, launcher, panel = spanish(scripted, enter, scheme)
    launcher.click()
    send(panel, "hola")
    send(panel, "he hits me")
    expect(panel.get_by_text("In danger now?")).to_be_visible()
    found = {"plain advice": violations(visit)}
    visit.page.reload()
    launcher.click()
    expect(panel.get_by_text("I see.")).to_be_visible()
    found["restored"] = violations(visit)
    visit.page.route("**/chat/messages", lambda route: route.fulfill(status=429, headers={"Retry-After": "60"}))
    send(panel, "otra vez")
    expect(panel.get_by_role("status")).to_contain_text("Demasiados mensajes")
    found["429"] = violations(visit)

    assert {state: each for state, each in found.items() if each} == {}


def send(panel: Locator, words: str) -> None:
    panel.get_by_role("textbox").fill(words)
    panel.get_by_role("textbox").press("Enter")
