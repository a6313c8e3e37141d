"""bot/widget/chat.js: what a website embeds, before anyone opens the chat."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Iterable

import pytest
from playwright.sync_api import expect

from bot.content import Content
from tests.bot.widget.conftest import Enter
from tests.bot.widget.scripted import WIDGET, Scripted

LOADER = WIDGET / "chat.js"
MOST_LOADER_BYTES = 2_000
MOST_PANEL_BYTES = 13_000


def with_element(attributes: str, script: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><title>A clinic</title><script src="/widget/chat.js" {script} async></script>'
        f'<body><p>Before</p><clinic-chat {attributes}><a href="tel:1">Call us</a></clinic-chat><p id="after">After</p></body>'
    )


def test_the_loader_is_small_and_names_no_address() -> None:
    """What every visitor downloads is at most 2 kB gzipped and holds no absolute URL, not even in a comment."""
    assert len(gzip.compress(LOADER.read_bytes(), 6)) <= MOST_LOADER_BYTES
    assert re.findall(rb"\w+://|[\"'`]//\w", LOADER.read_bytes()) == []


def test_one_request_before_interest_and_few_bytes_after(scripted: Scripted, enter: Enter) -> None:
    """A page loads one file of ours; the first click adds less than 13 kB gzipped; nothing is stored or asked of the chat."""
    visit = enter(scripted.url)
    before = visit.paths()
    visit.open()
    fetched = visit.paths()[len(before) :]

    assert before == ["/", "/widget/chat.js"]
    assert sorted(fetched) == sorted(set(fetched))
    assert sum(len(gzip.compress(scripted.answer("GET", path, {})[2], 6)) for path in fetched) <= MOST_PANEL_BYTES
    assert (visit.stored(), scripted.calls) == ([], [])


@pytest.mark.parametrize("interest", ["hover", "focus"])
def test_the_panel_is_fetched_on_interest(scripted: Scripted, enter: Enter, interest: str) -> None:
    """Pointing at the launcher, or reaching it by keyboard, fetches the panel; a click then only shows it."""
    visit = enter(scripted.url)
    with visit.page.expect_response("**/panel.js"):
        visit.launcher.hover() if interest == "hover" else visit.launcher.focus()

    expect(visit.panel).to_be_hidden()
    visit.open()


def test_the_element_leaves_the_page_as_it_was(scripted: Scripted, enter: Enter) -> None:
    """The link inside the element stays where it is and nothing on the page moves; only the element is added to the globals."""
    scripted.pages = {"/": with_element(""), "/bare": "<!doctype html><title>Bare</title>"}
    visit = enter(f"{scripted.url}/bare")
    globals_before = visit.page.evaluate("Object.getOwnPropertyNames(window).sort()")
    visit.page.goto(scripted.url)
    visit.open()

    expect(visit.page.get_by_role("link", name="Call us")).to_be_visible()
    assert visit.page.evaluate("shift") == 0
    assert visit.page.evaluate("Object.getOwnPropertyNames(window).sort()") == globals_before
    assert visit.page.locator("clinic-chat").count() == 1
    assert visit.complaints == []


@pytest.mark.parametrize("how", ["defer", "async"])
def test_one_script_tag_is_enough(scripted: Scripted, enter: Enter, how: str) -> None:
    """A script tag alone brings the chat, with its attributes, once, even when it stands there twice."""
    tag = f'<script src="/widget/chat.js" data-title="Ask Amara" data-color="#663366" {how}></script>'
    scripted.pages["/"] = f'<!doctype html><html lang="en"><title>A clinic</title>{tag}{tag}<h1>A clinic</h1>'
    visit = enter(scripted.url)
    visit.launcher.click()

    expect(visit.page.get_by_role("dialog", name="Ask Amara")).to_be_visible()
    assert visit.page.locator("clinic-chat").count() == 1
    assert visit.complaints == []


DARK_ENOUGH = {
    "#336699": "rgb(51, 102, 153)",
    "darkslateblue": "rgb(72, 61, 139)",
    "rgb(120 40 40)": "rgb(120, 40, 40)",
    "var(--brand)": "rgb(1, 2, 90)",
}
UNREADABLE = ("yellow", "#8a8a8a", "#12345678", "transparent", "nonsense", "red;x:y")
DEFAULT_COLOR = "rgb(11, 107, 99)"


def with_colors(colors: Iterable[str]) -> str:
    """A page with one element for each colour."""
    elements = "".join(f'<clinic-chat data-color="{color}"></clinic-chat>' for color in colors)
    style = '<script src="/widget/chat.js" defer></script><style>:root { --brand: rgb(1, 2, 90) }</style>'
    return f'<!doctype html><html lang="en"><title>A clinic</title>{style}{elements}'


def test_a_dark_enough_colour_is_used(scripted: Scripted, enter: Enter) -> None:
    """A colour that carries white text is taken as it is, also by the name of a property of the page."""
    scripted.policy, scripted.pages["/"] = "", with_colors(DARK_ENOUGH)
    visit = enter(scripted.url)

    for index, seen in enumerate(DARK_ENOUGH.values()):
        expect(visit.launcher.nth(index)).to_have_css("background-color", seen)
    assert visit.complaints == []


def test_a_colour_that_cannot_be_read_is_refused(scripted: Scripted, enter: Enter) -> None:
    """A colour too light for white text, or none at all, is refused with a console warning; the default takes its place."""
    scripted.policy, scripted.pages["/"] = "", with_colors(UNREADABLE)
    visit = enter(scripted.url)

    for index in range(len(UNREADABLE)):
        expect(visit.launcher.nth(index)).to_have_css("background-color", DEFAULT_COLOR)
    assert visit.complaints == [f"clinic-chat: color {color} refused: too light for white text" for color in UNREADABLE]


@pytest.mark.parametrize("position", ["left", "right"])
def test_the_site_chooses_the_corner(scripted: Scripted, enter: Enter, position: str) -> None:
    """Launcher and panel stand in the corner that the site chose."""
    scripted.pages["/"] = with_element(f'data-position="{position}"')
    visit = enter(scripted.url)
    launcher = visit.launcher.bounding_box()
    visit.open()
    boxes = (launcher, visit.panel.bounding_box())

    for box in boxes:
        assert box is not None
        assert (box["x"] if position == "left" else 1280 - box["x"] - box["width"]) == 16


def test_the_server_is_gone_when_the_launcher_is_used(scripted: Scripted, enter: Enter) -> None:
    """With the panel out of reach the visitor reads the clinic's number; a later click works when the server is back."""
    visit = enter(scripted.url)
    visit.page.route(re.compile(r"panel\.js|conversation\.js"), lambda route: route.abort())
    visit.launcher.click()
    expect(visit.page.get_by_role("alert").get_by_role("link", name="484.222.0854")).to_have_attribute("href", "tel:484.222.0854")
    visit.page.unroute_all()
    visit.open()

    expect(visit.page.get_by_role("alert")).to_be_hidden()


def test_the_panel_is_lost_on_the_way(scripted: Scripted, enter: Enter) -> None:
    """A panel that failed to load once doesn't keep the chat from opening at the next click."""
    visit = enter(scripted.url)
    visit.page.route("**/panel.js*", lambda route: route.abort())
    visit.launcher.click()
    expect(visit.page.get_by_role("alert")).to_be_visible()
    visit.page.unroute_all()

    visit.open()


def test_a_slow_server_holds_up_nothing(scripted: Scripted, enter: Enter) -> None:
    """While our server hangs, a page that embeds the chat by `async` is ready and usable."""
    scripted.pages["/"] = with_element("")
    answering = threading.Event()
    scripted.wait = lambda path: answering.wait(20) and None if path.startswith("/widget") else None
    try:
        visit = enter("about:blank")
        visit.page.goto(scripted.url, wait_until="domcontentloaded")

        expect(visit.page.get_by_role("link", name="Call us")).to_be_visible()
        assert visit.page.evaluate("document.readyState") == "interactive"
    finally:
        answering.set()
    expect(visit.launcher).to_be_visible()


def test_a_slow_panel_is_excused_with_the_number(scripted: Scripted, enter: Enter) -> None:
    """A visitor who waits for the panel is given the number meanwhile, and gets the panel when it comes."""
    visit = enter(scripted.url)
    answering = threading.Event()
    scripted.wait = lambda path: answering.wait(20) and None
    visit.launcher.click()
    try:
        expect(visit.page.get_by_role("alert")).to_contain_text("484.222.0854")
    finally:
        answering.set()

    expect(visit.panel).to_be_visible()
    expect(visit.page.get_by_role("alert")).to_be_hidden()


def test_another_server_may_serve_the_panel(scripted: Scripted, enter: Enter) -> None:
    """`data-server` names the server when chat.js was copied to the website itself."""
    with Scripted({"/": ""}) as elsewhere:
        scripted.pages["/"] = with_element(f'data-server="{elsewhere.url}"')
        scripted.policy = f"default-src 'none'; script-src 'self' {elsewhere.url}; connect-src {elsewhere.url}"
        elsewhere.headers = {"Access-Control-Allow-Origin": "*"}
        visit = enter(scripted.url).open()

    assert [request.url for request in visit.requests if "panel" in request.url] == [f"{elsewhere.url}/widget/panel.js"]


def test_the_number_is_the_clinics(known: Content) -> None:
    """The number that the loader knows by heart, for a website with a copy of its own, is the one in data/facts/."""
    number = known.placeholders()["clinic_phone"]

    assert f"phone: '{number}'" in LOADER.read_text(encoding="utf-8")
