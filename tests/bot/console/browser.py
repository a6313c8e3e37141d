"""A real browser at the console, with axe to look over each page it opens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"


@contextmanager
def browsing(base: str, **context: object) -> Iterator[Page]:
    """A page of a fresh browser; what its console complains of is collected in `page.complaints`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(base_url=base, **context).new_page()  # type: ignore[arg-type]
        page.complaints = []  # type: ignore[attr-defined]
        page.on("pageerror", lambda error: page.complaints.append(str(error)))  # type: ignore[attr-defined]
        page.on(
            "console",
            lambda said: page.complaints.append(said.text) if "Content Security" in said.text else None,  # type: ignore[attr-defined]
        )
        yield page
        browser.close()


def barriers(page: Page) -> list[str]:
    """What on the page keeps somebody out, by axe's rules, and whether it scrolls sideways."""
    found = [each["id"] for each in Axe().run(page).response["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [*found, *(["scrolls sideways"] if wide else [])]
