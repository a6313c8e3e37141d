"""bot/widget/chat.js on pages of other people: hostile, strict, and of another origin."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.bot.widget.conftest import Enter
from tests.bot.widget.scripted import Scripted
from tests.bot.widget.visits import Visit, origin
from tests.conftest import Assistant
from tests.edges import Edge

HOSTILE_STYLE = """
* { all: unset !important; font-size: 3px !important; color: white !important; background: white !important;
    letter-spacing: 1em !important; user-select: none !important; pointer-events: none !important; visibility: hidden !important }
clinic-chat { display: none !important; opacity: 0 !important; transform: scale(0) !important; position: absolute !important }
clinic-chat * { display: none !important } button { display: none !important }
html { font-size: 4px } body { direction: rtl; text-transform: uppercase; line-height: 0; visibility: hidden; user-select: none }
"""
LOOKS = """(node) => { const s = getComputedStyle(node); const b = node.getBoundingClientRect();
return [s.font, s.color, s.backgroundColor, s.letterSpacing, s.textTransform, s.direction, s.userSelect, s.visibility,
b.width, b.height] }"""


def page(head: str = "", script: str = "/widget/chat.js") -> str:
    tag = f'<script src="{script}" defer></script>'
    return f'<!doctype html><html lang="en"><title>A clinic</title>{head}{tag}<main><h1>A clinic</h1></main>'


def looks(visit: Visit) -> list[list[object]]:
    """How the parts of the open panel look."""
    parts: list[Locator] = [visit.panel, visit.input, visit.said.last.locator(".bubble"), visit.replies.last.locator(".bubble")]
    return [part.evaluate(LOOKS) for part in parts]


def test_hostile_css_changes_nothing(scripted: Scripted, enter: Enter) -> None:
    """On a page whose CSS fights everything, the launcher is there and the panel looks exactly as on a plain page."""
    scripted.policy = ""
    scripted.pages = {"/": page(), "/hostile": page(f"<style>{HOSTILE_STYLE}</style>")}
    plain, hostile = enter(scripted.url), enter(f"{scripted.url}/hostile")
    for visit in (plain, hostile):
        visit.open().ask("hello")

    assert looks(hostile) == looks(plain)
    assert hostile.replies.last.locator(".bubble").evaluate(
        "(n) => { getSelection().selectAllChildren(n); return `${getSelection()}` }"
    )


def test_a_page_that_fills_the_flow(scripted: Scripted, enter: Enter) -> None:
    """A page laid out as a grid with gaps, and one that listens for keys, are left as they are."""
    listening = "window.keys = []; document.addEventListener('keydown', (event) => keys.push(event.key))"
    scripted.policy = ""
    scripted.pages["/"] = page(f"<style>body {{ display: grid; gap: 50px }}</style><script>{listening}</script>")
    visit = enter(scripted.url)
    height = visit.page.evaluate("document.body.scrollHeight")
    visit.open()
    visit.page.keyboard.type("keys of ours")

    assert visit.page.evaluate("document.body.scrollHeight") == height
    assert visit.page.evaluate("keys") == []
    expect(visit.input).to_have_value("keys of ours")


def test_a_strict_policy_finds_nothing(scripted: Scripted, enter: Enter) -> None:
    """Under a policy without inline code or styles, with Trusted Types enforced, a whole conversation breaks no rule."""
    scripted.policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; "
        "trusted-types 'none'"
    )
    visit = enter(scripted.url).open()
    visit.ask("hello").get_by_role("button", name="Yes")
    visit.panel.get_by_role("button", name="Erase my chat").click()
    visit.panel.get_by_role("button", name="Yes").last.click()

    expect(visit.status).to_contain_text("erased")
    assert visit.page.evaluate("violations") == []
    assert visit.complaints == []


def test_another_site_may_embed_the_chat(assistant: Assistant, tmp_path: Path, enter: Enter) -> None:
    """A listed site of another origin, under its own strict policy, talks to the real server: no cookie, no third party."""
    with Scripted() as site, Edge.beside(assistant, tmp_path, CORS_ORIGINS=site.url) as edge:
        site.pages["/"] = page(script=f"{edge.url}/widget/chat.js")
        site.policy = (
            f"default-src 'none'; script-src {edge.url}; style-src 'self'; connect-src {edge.url}; "
            "require-trusted-types-for 'script'"
        )
        visit = enter(site.url)
        reply = visit.open().ask("where is the clinic located")

        expect(reply).to_contain_text("141 West Wayne Ave")
        assert {origin(request.url) for request in visit.requests} == {site.url, edge.url}
        assert visit.page.context.cookies() == []
        assert (visit.page.evaluate("violations"), visit.complaints) == ([], [])


def test_a_site_that_is_not_listed_gets_no_answer(assistant: Assistant, enter: Enter) -> None:
    """A site that CORS_ORIGINS doesn't name can't speak for a patient: the message stays unsent, the number is there."""
    with Scripted() as site:
        site.pages["/"] = page(script=f"{assistant.url}/widget/chat.js")
        site.policy = ""
        visit = enter(site.url).open()
        visit.say("where is the clinic located")

        expect(visit.said.last).to_contain_text("Not sent")
        expect(visit.status.get_by_role("link", name="484.222.0854")).to_be_visible()
