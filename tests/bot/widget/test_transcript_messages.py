"""bot/widget/transcript.js: one message, drawn; whatever it holds stays text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.bot.widget.conftest import Enter
from tests.bot.widget.scripted import Scripted, said
from tests.conftest import Assistant

EVIL = (
    "<img src=x onerror=hacked()>",
    "<svg/onload=hacked()>",
    "<script>hacked()</script>",
    '"><a href="javascript:hacked()">here</a>',
    "<iframe srcdoc='<script>parent.hacked()</script>'></iframe>",
    "<details open ontoggle=hacked()>",
    "<style>@import '/stolen'</style>",
    "</textarea><script>hacked()</script>",
    'https://example.org/"onmouseover="hacked()"',
    "{{constructor.constructor('hacked()')()}}",
)
BAD_URLS = (
    "javascript:hacked()",
    " javascript:hacked()",
    "JaVaScRiPt:hacked()",
    "data:text/html,<script>hacked()</script>",
    "vbscript:x",
    "//x",
    "",
)
PLACES: dict[str, Callable[[str], dict[str, Any]]] = {
    "text": lambda evil: said(evil),
    "kind": lambda evil: said("x", evil),
    "topics": lambda evil: said("x", "emergency", topics=[evil]),
    "language": lambda evil: said("x", lang=evil),
    "id": lambda evil: said("x", id=evil),
    "source title": lambda evil: said("x", sources=[{"title": evil, "section": "", "references": []}]),
    "source section": lambda evil: said("x", sources=[{"title": "x", "section": evil, "references": []}]),
    "reference": lambda evil: said("x", sources=[{"title": "x", "section": "x", "references": [evil]}]),
    "button": lambda evil: said("x", "clarify", buttons=[{"title": evil, "value": evil}]),
    "link": lambda evil: said("x", "handoff", buttons=[{"title": evil, "url": "https://example.org/" + evil, "name": evil}]),
}
INJECTED = """panel => [...panel.querySelectorAll('img, script, iframe, style, svg, object, embed')]
  .map((node) => node.outerHTML)
  .concat([...panel.querySelectorAll('*')].flatMap((node) => node.getAttributeNames()).filter((name) => /^on/.test(name)))"""


def test_nothing_said_becomes_markup(scripted: Scripted, enter: Enter) -> None:
    """Through every text the widget shows, live and again after a reload, markup is shown as the text it is and runs nothing."""
    scripted.policy = ""  # nothing but the widget stands in the way
    for place, message in PLACES.items():
        scripted.replies[place] = [message(evil) for evil in EVIL]
    visit = enter(scripted.url)
    visit.page.evaluate("void (window.hacked = () => (window.wasHacked = true))")
    visit.open()
    for place in PLACES:
        visit.ask(place)
    for evil in EVIL:
        visit.ask(evil)
    live = (visit.panel.evaluate(INJECTED), visit.page.evaluate("window.wasHacked"))
    visit.reload()
    expect(visit.said).to_have_count(len(PLACES) + len(EVIL))

    assert live == ([], None)
    assert (visit.panel.evaluate(INJECTED), visit.page.evaluate("window.wasHacked")) == ([], None)
    assert visit.said.nth(len(PLACES)).locator(".bubble").inner_text() == EVIL[0]
    assert {path.split("/")[1] for path in visit.paths()} == {"", "widget", "chat"}


def test_attributes_of_the_page_stay_text(scripted: Scripted, enter: Enter) -> None:
    """What a site builder pastes into the attributes is shown as text too."""
    from html import escape

    evil = EVIL[0]
    names = ("title", "greeting", "starters", "phone", "privacy", "lang", "position", "send")
    attributes = " ".join(f'data-{name}="{escape(evil)}"' for name in names)
    scripted.policy = ""
    scripted.pages["/"] = scripted.pages["/"].replace("defer", f"{attributes} defer")
    visit = enter(scripted.url)
    visit.page.evaluate("void (window.hacked = () => (window.wasHacked = true))")
    visit.launcher.click()
    panel = visit.page.get_by_role("dialog", name=evil)
    expect(panel).to_be_visible()

    assert panel.evaluate(INJECTED) == []
    assert visit.page.evaluate("window.wasHacked") is None


def test_an_unsafe_address_is_no_link(scripted: Scripted, enter: Enter) -> None:
    """A button with an address that is neither web nor telephone nor mail is not shown."""
    buttons = [{"title": "bad", "url": url} for url in BAD_URLS if url] + [{"title": "good", "url": "https://example.org/"}]
    scripted.replies["links"] = [said("Here.", "handoff", buttons=buttons)]
    reply = enter(scripted.url).open().ask("links")

    expect(reply.get_by_role("link")).to_have_count(1)
    expect(reply.get_by_role("link")).to_have_text("good (opens in a new tab)")
    expect(reply.get_by_role("link")).to_have_attribute("rel", "noopener noreferrer")


LINKED = {
    "Call 484.222.0854.": ["tel:4842220854"],
    "(484) 222-0854 or 1-800-799-7233": ["tel:4842220854", "tel:18007997233"],
    "Call 911 or 988!": ["tel:911", "tel:988"],
    "See www.example.org/a_b?c=1#d, then.": ["https://www.example.org/a_b?c=1#d"],
    "(https://example.org/x).": ["https://example.org/x"],
    "141 West Wayne Ave, Wayne, PA": [
        "https://www.google.com/maps/search/?api=1&query=141%20West%20Wayne%20Ave%2C%20Wayne%2C%20PA"
    ],
    "20-30 minutes, 1-3 times, in 2019, 380 women, 30 weeks.": [],
}

COPIED = "(node) => { getSelection().selectAllChildren(node); return `${getSelection()}` }"


def test_numbers_and_addresses_can_be_tapped(scripted: Scripted, enter: Enter) -> None:
    """Telephone numbers, web and street addresses in an answer are links, without the sentence's own marks; figures are not.

    What is copied is what was said.
    """
    scripted.replies["links"] = [said(text) for text in LINKED]
    visit = enter(scripted.url).open()
    visit.ask("links")
    bubbles = visit.replies.locator(".bubble").all()[1:]

    for bubble, (text, links) in zip(bubbles, LINKED.items(), strict=True):
        assert [link.get_attribute("href") for link in bubble.locator("a").all()] == links
        assert bubble.evaluate(COPIED).strip() == text


def test_paragraphs_and_lists(scripted: Scripted, enter: Enter) -> None:
    """Blank lines part paragraphs, dashes and figures make lists, and a single line break stays one."""
    scripted.replies["q"] = [said("First line\nsecond line\n\nNext:\n- one\n- two\n\n1. eins\n2. zwei")]
    reply = enter(scripted.url).open().ask("q")

    assert reply.locator(".bubble > p").count() == 2
    assert reply.locator(".bubble > ul > li").all_inner_texts() == ["one", "two"]
    assert reply.locator(".bubble > ol > li").all_inner_texts() == ["eins", "zwei"]
    assert reply.locator(".bubble > p").first.inner_text() == "First line\nsecond line"


def test_language_and_direction(scripted: Scripted, enter: Enter) -> None:
    """Each message carries its language for the voice that reads it, and right-to-left words run that way."""
    scripted.replies = {"ar": [said("مرحبا بك", lang="ar")], "en": [said("Hello")]}
    visit = enter(scripted.url).open()
    arabic = visit.ask("ar")

    expect(arabic.locator(".bubble")).to_have_attribute("lang", "ar")
    expect(arabic.locator(".bubble p")).to_have_css("direction", "rtl")
    expect(visit.ask("en")).to_have_attribute("lang", "en")


def test_an_opening_from_right_to_left(scripted: Scripted, enter: Enter) -> None:
    """A site's own greeting runs the way of its words, the notice below it the way of its own."""
    scripted.pages["/"] = scripted.pages["/"].replace("defer", 'data-greeting="مرحبا بك" defer')
    visit = enter(scripted.url).open()

    expect(visit.panel.locator("#opening p").first).to_have_css("direction", "rtl")
    expect(visit.panel.locator("#opening p").nth(1)).to_have_css("direction", "ltr")


@pytest.mark.parametrize(("said_in", "language"), [("¿cuánto cuesta una sesión?", "es"), ("combien coûte une séance ?", "fr")])
def test_the_real_replies_in_another_language(assistant: Assistant, enter: Enter, said_in: str, language: str) -> None:
    """What the assistant says in Spanish or French is read out as that, its buttons as English, also after a reload."""
    visit = enter(assistant.url).open()
    reply = visit.ask(said_in)
    for shown in (reply, visit.reload().replies.last):
        expect(shown.locator(".bubble")).to_have_attribute("lang", language)
        expect(shown).to_have_attribute("lang", "en")


def test_sources_are_folded_under_the_answer(assistant: Assistant, enter: Enter) -> None:
    """An answer names where it comes from, once the patient unfolds it: document, section, references."""
    visit = enter(assistant.url).open()
    reply = visit.ask("is acupuncture safe during pregnancy")
    reference = reply.get_by_text("Acupuncture in Medicine")
    expect(reference.first).to_be_hidden()
    reply.get_by_text("Where this comes from").click()

    expect(reference.first).to_be_visible()
    expect(reply.get_by_text("The clinic's guide to SI joint pain and acupuncture").first).to_be_visible()


def test_contact_is_tappable(assistant: Assistant, enter: Enter) -> None:
    """Asked for a person, the chat offers to book, call, text and see the map, each a link."""
    visit = enter(assistant.url).open()
    reply = visit.ask("can I talk to a person please")
    links = {link.get_attribute("href").split(":")[0] for link in reply.locator(".choices a").all()}

    assert links == {"https", "tel", "sms"}
