"""bot/widget/panel.js: opening and closing, the keyboard, small screens, and every way of seeing it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.bot.widget.conftest import Enter
from tests.bot.widget.scripted import Scripted, said
from tests.bot.widget.visits import Visit

ACTIVE = "let e = document.activeElement; while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;"
FOCUSED = f"() => {{ {ACTIVE} return e.className || e.tagName }}"
OUTLINE = f"() => {{ {ACTIVE} return getComputedStyle(e).outlineStyle }}"
KEYBOARD = """Object.defineProperty(window, 'visualViewport', {
  value: Object.assign(new EventTarget(), { width: 375, height: 667, offsetTop: 0, scale: 1 }) })"""
PHONE = {"width": 375, "height": 667, "has_touch": True, "is_mobile": True}
SOURCES = [{"title": "The guide", "section": "Safety", "references": ["A study. 2019."]}]
LINKS = [{"title": "Book online", "url": "https://example.org/"}, {"title": "Call 484.222.0854", "url": "tel:+14842220854"}]
REPLIES = {
    "answer": [said("Rest for 20 to 30 minutes. Call 484.222.0854.", sources=SOURCES)],
    "several": [said("One.", sources=SOURCES), said("Two.", sources=SOURCES), said("Three.", "not_covered", buttons=LINKS)],
    "clarify": [
        said(
            "Did you mean one of these?",
            "clarify",
            buttons=[{"title": "How long?", "value": "1"}, {"title": "How often?", "value": "2"}],
        )
    ],
    "emergency": [said("Call 911 now.", "emergency", topics=["chest_pain"])],
    "call-back": [said("When is a good time?", "handoff", buttons=[{"title": "Morning", "value": "m"}])],
    "a-very-long-word-" + "x" * 200: [said("https://example.org/" + "y" * 200)],
}


def fill(visit: Visit, *words: str) -> None:
    for word in words or REPLIES:
        visit.ask(word)


def test_keyboard_only(scripted: Scripted, enter: Enter) -> None:
    """Without a mouse: open, ask, walk the answer's parts, close; focus is seen all the way and returns to the launcher."""
    scripted.replies = REPLIES
    visit = enter(scripted.url)
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Tab")
    expect(visit.launcher).to_be_focused()
    visit.page.keyboard.press("Enter")
    expect(visit.input).to_be_focused()
    visit.page.keyboard.type("answer")
    visit.page.keyboard.press("Enter")
    expect(visit.replies).to_have_count(2)
    walked = []
    for _ in range(9):
        visit.page.keyboard.press("Shift+Tab")
        walked.append(visit.page.evaluate(FOCUSED))
        assert visit.page.evaluate(OUTLINE) != "none"
    visit.page.keyboard.press("Escape")

    assert walked == ["BUTTON", "BUTTON", "BUTTON", "BUTTON", "SUMMARY", "A", "A", "log", "A"]
    expect(visit.panel).to_be_hidden()
    expect(visit.launcher).to_be_focused()


def test_the_launcher_tells_its_state(scripted: Scripted, enter: Enter) -> None:
    """The launcher is a button that says whether the chat is open; the chat is a named dialog, described by its opening line."""
    visit = enter(scripted.url)
    expect(visit.launcher).to_have_attribute("aria-expanded", "false")
    visit.open()

    expect(visit.page.locator(".launcher")).to_have_attribute("aria-expanded", "true")
    expect(visit.panel).to_have_accessible_description(re.compile("automated assistant: this is not medical advice"))
    visit.panel.get_by_role("button", name="Close chat").click()
    expect(visit.launcher).to_be_focused()


def test_a_desk_leaves_the_page_usable(scripted: Scripted, enter: Enter) -> None:
    """On a large screen the page behind the open chat stays in reach."""
    visit = enter(scripted.url).open()

    assert visit.panel.get_attribute("aria-modal") is None
    visit.page.get_by_role("link", name="A link").click()
    expect(visit.panel).to_be_visible()


def test_a_phone_shows_the_chat_alone(scripted: Scripted, enter: Enter) -> None:
    """On a phone the chat fills the screen and is modal: the page is out of reach until it closes, or is taken away."""
    visit = enter(scripted.url, **PHONE).open()
    box = visit.panel.bounding_box()
    inert = "() => [...document.body.children].filter((e) => e.localName !== 'clinic-chat').every((e) => e.inert)"

    assert box == {"x": 0, "y": 0, "width": 375, "height": 667}
    expect(visit.panel).to_have_attribute("aria-modal", "true")
    assert visit.page.evaluate(inert)
    assert "panel" in visit.page.evaluate(FOCUSED)
    visit.panel.get_by_role("button", name="Close chat").click()
    assert not visit.page.locator("main").evaluate("(main) => main.inert")
    visit.open()
    visit.page.evaluate("document.querySelector('clinic-chat').remove()")
    expect(visit.page.locator("main[inert]")).to_have_count(0)


def test_the_keyboard_of_a_phone_hides_nothing(scripted: Scripted, enter: Enter) -> None:
    """When the on-screen keyboard takes half of the view, the panel keeps to what is left, the input at its lower edge."""
    visit = enter("about:blank", **PHONE)
    visit.page.add_init_script(KEYBOARD)
    visit.page.goto(scripted.url)
    visit.open()
    visit.page.evaluate("Object.assign(visualViewport, { height: 320, offsetTop: 40 }).dispatchEvent(new Event('resize'))")
    panel, box = visit.panel.bounding_box(), visit.input.bounding_box()

    assert panel is not None
    assert box is not None
    assert (panel["y"], panel["height"]) == (40, 320)
    assert 40 <= box["y"] <= box["y"] + box["height"] <= 360
    assert float(visit.input.evaluate("(input) => parseFloat(getComputedStyle(input).fontSize)")) >= 16


def test_enter_while_composing_does_not_send(scripted: Scripted, enter: Enter) -> None:
    """Enter that chooses a word of an input method sends nothing, as Chromium or Safari tells it; Shift+Enter breaks the line."""
    visit = enter(scripted.url).open()
    visit.input.fill("こんにちは")
    for options in ("isComposing: true", "keyCode: 229"):
        visit.input.evaluate(
            f"(i) => i.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Enter', bubbles: true, {options} }}))"
        )
    visit.input.press("Shift+Enter")
    expect(visit.said).to_have_count(0)
    expect(visit.input).to_have_value("こんにちは\n")
    visit.input.press("Enter")

    expect(visit.said).to_have_count(1)


def test_nothing_to_send(scripted: Scripted, enter: Enter) -> None:
    """An empty message is not sent, and one can't grow past what the server takes."""
    visit = enter(scripted.url).open()
    visit.say("   \n ")

    expect(visit.said).to_have_count(0)
    expect(visit.input).to_have_attribute("maxlength", "1000")


WAYS = {
    "phone": {"width": 375, "height": 667},
    "320 pixels": {"width": 320, "height": 640},
    "400 % zoom": {"width": 320, "height": 256},
    "200 % zoom": {"width": 640, "height": 400, "device_scale_factor": 2},
    "desk": {"width": 1280, "height": 800},
}
SPACED = """panel => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`.panel * { line-height: 1.5 !important;
letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
panel.getRootNode().adoptedStyleSheets.push(sheet) }"""
WIDE = """panel => [panel, ...panel.querySelectorAll('*')].filter((e) => getComputedStyle(e).overflowX !== 'visible' &&
!e.matches('.sr') && e.scrollWidth > e.clientWidth + 1).map((e) => e.className)"""
SMALL = """panel => [...panel.querySelectorAll('button, summary, textarea, .choices a, .phone a')].filter((e) => e.offsetParent)
.filter((e) => Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height) < 44).map((e) => e.textContent)"""
CLIPPED = """panel => [...panel.querySelectorAll('.bubble, button, .button, summary, h2')].filter((e) => e.offsetParent &&
(e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 2)).map((e) => e.textContent.slice(0, 40))"""


@pytest.mark.parametrize("way", WAYS)
def test_everything_fits(scripted: Scripted, enter: Enter, way: str) -> None:
    """At every size, zoom and text spacing: no sideways scrolling, nothing cut off, targets of 44 pixels, the input in reach."""
    scripted.replies = REPLIES
    visit = enter(scripted.url, **WAYS[way]).open()
    fill(visit)
    for spaced in (False, True):
        if spaced:
            visit.panel.evaluate(SPACED)
        visit.input.scroll_into_view_if_needed()

        assert [visit.panel.evaluate(each) for each in (WIDE, SMALL, CLIPPED)] == [[], [], []]
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= WAYS[way]["width"]
        expect(visit.input).to_be_in_viewport(ratio=1)


def test_forced_colours(scripted: Scripted, enter: Enter) -> None:
    """With the system's own colours, bubbles, buttons and the alarm keep visible edges and the icons stay."""
    scripted.replies = REPLIES
    visit = enter(scripted.url, forced_colors="active").open()
    fill(visit, "answer", "emergency")
    edge = "(node) => getComputedStyle(node).borderTopWidth"

    assert visit.said.last.locator(".bubble").evaluate(edge) == "1px"
    assert visit.panel.get_by_role("button", name="Send").evaluate(edge) == "1px"
    assert visit.panel.get_by_role("alert").evaluate(edge) == "4px"
    for icon in visit.panel.locator("form i, .close i, .warning").all():
        back, ink = icon.evaluate("(i) => [getComputedStyle(i).backgroundColor, getComputedStyle(document.body).backgroundColor]")
        assert back != ink


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_reduced_motion(scripted: Scripted, enter: Enter, motion: str) -> None:
    """Nothing moves for those who asked for that."""
    visit = enter(scripted.url, reduced_motion=motion).open()
    moving = "panel => [panel, ...panel.querySelectorAll('*')].some((e) => getComputedStyle(e).animationName !== 'none')"

    assert visit.panel.evaluate(moving) is (motion == "no-preference")


def test_dark_mode(scripted: Scripted, enter: Enter) -> None:
    """In the dark the panel is dark."""
    visit = enter(scripted.url, color_scheme="dark").open()

    expect(visit.panel).to_have_css("background-color", "rgb(22, 29, 29)")
    expect(visit.panel).to_have_css("color", "rgb(235, 242, 240)")
