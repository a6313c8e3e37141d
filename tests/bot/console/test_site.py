"""Every page in a real browser: no barrier by axe's rules, nothing sideways on a tablet, nothing against the policy."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
import uvicorn
from playwright.sync_api import Page
from starlette.applications import Starlette

from bot.judging.gate import Judged, Report
from bot.run.processes import free_port
from bot.sealing import seal
from bot.store import callbacks
from bot.store.revisions import Change
from bot.store.transactions import writing
from tests.bot.console.browser import barriers, browsing
from tests.bot.console.conftest import MakeApp
from tests.console import asked, signed_in

PAGES = """/staff /staff/questions /staff/questions/answers /staff/questions/emergencies /staff/faqs /staff/faqs/new
/staff/faqs/faq/stretching /staff/faqs/faq/stretching/history /staff/facts /staff/document /staff/try /staff/publish /staff/files
/staff/callbacks /staff/texts /staff/people /staff/log /staff/account /staff/nowhere""".split()
PATIENCE = 120_000
"""Milliseconds: the first look at ways of asking reads all of them."""
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


def edited_on_both_sides(app: Starlette) -> None:
    """A question and a file of another kind that were changed here and on the disk."""
    parts = app.state.console
    for name, word in (("faq/stretching", "Stretching"), ("facts/clinic", "clinic")):
        file = parts.settings.data / f"{name}.yml"
        text, number = file.read_text(), parts.library.numbers()[f"data/{name}.yml"]
        parts.revisions.add([Change(f"data/{name}.yml", text.replace(word, "Bending"), number)], "Otto")
        file.write_text(text.replace(word, "Limbering"))


def wants_a_call(app: Starlette, key: str) -> None:
    """A call-back request with everything in it."""
    parts = app.state.console
    told = {"name": "Dana", "phone": "+1 (610) 555-0134", "time": "mornings", "questions": ["is it safe"]}
    with writing(parts.desk.store.engine) as connection:
        callbacks.add(connection, key, "web_1", "web", seal(parts.settings.secret_for("sealing"), told))


def rare_pages(app: Starlette, page: Page) -> Iterator[str]:
    """Pages that stand in somebody's way, or belong to one publishing or call-back; each by its name, when it is open."""
    parts = app.state.console
    wants_a_call(app, "a" * 32)
    number, worse = parts.publishing.begin("Olive"), (Judged("can i pay", "Price", "Price", "Stretching"),)
    report = Report(worse=worse, asked=9, right_before=9, right_after=8)
    for path in (f"/staff/publish/{number}", f"/staff/callbacks/{'a' * 32}"):
        page.goto(path)
        yield path
    parts.publishing._publications.end(number, "blocked", "", report.as_dict(), b"archive", parts.library.version())
    page.goto(f"/staff/publish/{number}")
    yield "a publishing that is held back"
    page.goto("/staff/faqs/faq/stretching")
    parts.editor.save(replace(parts.editor.faq("faq/stretching"), title="Stretching well"), "Otto")
    page.get_by_label("Answer by text message").fill("Stretching takes 20 minutes.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("changed this while you were writing").wait_for()
    yield "409"
    page.get_by_label("Answer by text message").fill("It takes 99 minutes.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("99 is not among the facts").wait_for()
    yield "422 of a question"
    asked(app, "my chest hurts")
    page.goto("/staff/questions")
    page.get_by_role("button", name="Add to “Stretching well”").click()
    page.get_by_role("heading", name="Not saved").wait_for()
    yield "422"
    edited_on_both_sides(app)
    page.goto("/staff/files")
    assert page.get_by_role("button", name="Take the file's").count() == 2
    yield "files that differ"


def test_what_stands_in_the_way_has_no_barrier(served: tuple[Starlette, str]) -> None:
    """Refusals, differences to somebody else's work, one publishing and one call-back pass axe too, on a tablet."""
    app, base = served
    with browsing(base, viewport=TABLET, reduced_motion="reduce") as page:
        page.set_default_timeout(PATIENCE)
        enter(page, app, base)
        found = {name: [*barriers(page), *page.complaints] for name in rare_pages(app, page)}  # type: ignore[attr-defined]

    assert {name: barrier for name, barrier in found.items() if barrier} == {}
    assert len(found) == 7


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
