"""bot/widget/demo.html: a clinic's page with the widget, on the real server, as a patient meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from bot.app import WIDGET
from bot.channels.contact_pages import demo
from bot.content import Content
from bot.settings import ROOT
from tests.bot.widget.conftest import Enter
from tests.bot.widget.visits import Visit, origin
from tests.conftest import Assistant

SIZES = {"desk": {"width": 1280, "height": 800}, "phone": {"width": 375, "height": 667, "has_touch": True, "is_mobile": True}}


@pytest.fixture(params=SIZES)
def visit(assistant: Assistant, enter: Enter, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """The demo page as it is when it has loaded."""
    return enter(assistant.url, **SIZES[request.param])


def test_a_whole_conversation(visit: Visit, assistant: Assistant, known: Content) -> None:
    """A patient asks, is told where answers come from, what the guide doesn't say, and whom to call.

    The browser complains of nothing meanwhile, nothing moves, and no other place is asked.
    """
    facts = known.placeholders()
    visit.open()
    reply = visit.ask("where is the clinic located")
    expect(reply).to_contain_text(facts["clinic_address"])
    assert "google.com/maps" in (reply.locator(".bubble a").first.get_attribute("href") or "")
    expect(visit.ask("how much does a session cost")).to_contain_text(facts["clinic_phone"])
    visit.say("I have crushing chest pain")
    expect(visit.page.get_by_role("alert").get_by_role("link", name="Call 911")).to_be_visible()

    assert visit.complaints == []
    assert visit.page.evaluate("[violations.length, shift]") == [0, 0]
    # Last: what it moves when it opens, a busy browser shows too late to be told from what moved by itself.
    first = visit.replies.nth(1)
    first.get_by_text("Where this comes from").click()
    expect(first.get_by_role("listitem").first).to_contain_text(known.replies["document_title"]["text"])
    assert {origin(request.url) for request in visit.requests} == {assistant.url}
    assert visit.page.context.cookies() == []


def test_several_questions_in_one_message(visit: Visit) -> None:
    """Two questions in one message get both their answers."""
    visit.open()
    before = visit.replies.count()
    visit.ask("where are you located and how long does a session take?")

    expect(visit.log).to_contain_text("141 West Wayne Ave")
    expect(visit.log).to_contain_text("20")
    assert visit.replies.count() >= before + 1


def test_without_scripts_the_number_is_there(browser: Browser, assistant: Assistant, known: Content) -> None:
    """Where scripts are off the page still shows how to reach the clinic."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(assistant.url)

    expect(page.locator("clinic-chat").get_by_role("link")).to_contain_text(known.placeholders()["clinic_phone"])
    page.context.close()


def test_the_page_says_nothing_the_document_does_not(known: Content) -> None:
    """Contact details on the page are the clinic's; every figure on it stands among the facts."""
    page = demo((WIDGET / "demo.html").read_text(encoding="utf-8"), known)
    words = re.sub(r"<[^>]+>", " ", page.split("<body>")[1].replace("<br>", ","))
    words = re.sub(r"\s*,\s*", ", ", " ".join(words.split()))
    facts = known.placeholders()
    stated = " ".join(
        (ROOT / "data" / "facts").joinpath(file.name).read_text(encoding="utf-8") for file in (ROOT / "data" / "facts").iterdir()
    )

    for detail in ("clinic_phone", "clinic_address", "clinic_name"):
        assert facts[detail].replace("'", "’") in words
    assert [figure for figure in re.findall(r"\b\d+\b", words) if figure not in stated and figure != "911"] == []
