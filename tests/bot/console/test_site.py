"""Every page in a real browser: no barrier by axe's rules, nothing sideways on a tablet, nothing against the policy."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Page
from starlette.applications import Starlette

from bot.processes import free_port
from tests.bot.console.browser import barriers, browsing
from tests.bot.console.conftest import MakeApp
from tests.console import asked, signed_in

PAGES = """/staff /staff/questions /staff/questions/answers /staff/questions/emergencies /staff/faqs /staff/faqs/new
/staff/faqs/faq/stretching /staff/faqs/faq/stretching/history /staff/facts /staff/document /staff/try /staff/publish /staff/files
/staff/callbacks /staff/texts /staff/people /staff/log /staff/account /staff/nowhere""".split()
TABLET = {"width": 820, "height": 1100}


@pytest.fixture
def served(make_app: MakeApp) -> Iterator[tuple[Starlette, str]]:
    """The console behind a real server."""
    port = free_port()
    app = make_app(PUBLIC_URL=f"http://127.0.0.1:{port}")
    server = uvicorn.Server(uvicorn.Config(app, port=port, ws="none", log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield app, f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def enter(page: Page, app: Starlette, base: str) -> None:
    """Sign the browser in."""
    value = signed_in(app, "Olive", "owner").client.cookies["staff"]
    page.context.add_cookies([{"name": "staff", "value": value, "url": base}])


def test_no_page_has_a_barrier(served: tuple[Starlette, str]) -> None:
    """Each page, filled with questions, passes axe in light and in dark, and never scrolls sideways on a tablet."""
    app, base = served
    asked(app, "x" * 300, unhelpful="no")
    asked(app, "my chest hurts", "emergency", "chest_pain")
    asked(app, "is it good", "answer", "stretching")
    found = {}
    for scheme in ("light", "dark"):
        with browsing(base, viewport=TABLET, color_scheme=scheme, reduced_motion="reduce") as page:
            page.goto("/staff/login")
            found[f"login {scheme}"] = barriers(page)
            enter(page, app, base)
            for path in PAGES if scheme == "light" else PAGES[:7]:
                page.goto(path)
                found[f"{path} {scheme}"] = [*barriers(page), *page.complaints]  # type: ignore[attr-defined]

    assert {path: barrier for path, barrier in found.items() if barrier} == {}


def test_remarks_come_while_typing(served: tuple[Starlette, str]) -> None:
    """A pause in typing brings count, preview and remarks, with the field still in focus."""
    app, base = served
    with browsing(base) as page:
        enter(page, app, base)
        page.goto("/staff/faqs/faq/stretching")
        page.get_by_label("Answer by text message").fill("Stretching may take 99 minutes. " * 6)

        page.get_by_text("the number 99 is not among the facts").first.wait_for()

        assert page.evaluate("document.activeElement.name") == "sms"
        assert "2 texts" in page.locator("#checks").inner_text()


def test_without_scripts_everything_essential_works(served: tuple[Starlette, str]) -> None:
    """A question is filed and an FAQ checked with scripts off."""
    app, base = served
    asked(app, "do you show stretches")
    with browsing(base, java_script_enabled=False) as page:
        enter(page, app, base)
        page.goto("/staff/questions")
        page.get_by_role("button", name="Add to “Stretching”").click()
        filed = page.get_by_role("status").inner_text()
        page.goto("/staff/faqs/faq/stretching")
        page.get_by_label("Ways patients ask").fill("only one")
        page.get_by_role("button", name="Check without saving").click()

        assert "Added" in filed
        assert "1 of 8" in page.locator("#checks").inner_text()
