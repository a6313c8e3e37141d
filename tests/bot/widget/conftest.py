"""A real browser for the tests of the widget, and patients who visit pages with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.bot.widget.scripted import Scripted
from tests.bot.widget.visits import WATCH, Visit

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
PATIENCE_MS = 15_000
Enter = Callable[..., Visit]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium. One a module: Playwright's event loop must not outlive it, other tests run their own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def enter(browser: Browser) -> Iterator[Enter]:
    """`enter(url, …)`: a new visitor, with the browser context options given, on a page that has loaded."""
    contexts: list[BrowserContext] = []

    def go(url: str, width: int = 1280, height: int = 800, **options: object) -> Visit:
        chosen = {"reduced_motion": "reduce", **options}
        context = browser.new_context(viewport={"width": width, "height": height}, **chosen)
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        if options.get("java_script_enabled", True):
            context.add_init_script(WATCH)
        visit = Visit(context.new_page())
        visit.page.goto(url)
        return visit

    yield go
    for context in contexts:
        context.close()


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    """A server that says what the test tells it."""
    with Scripted({"/": PLAIN_PAGE}) as server:
        yield server


PLAIN_PAGE = """<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A clinic</title>
<script src="/widget/chat.js" defer></script><main><h1>A clinic</h1><p>Text. <a href="#x">A link</a></p></main>"""
