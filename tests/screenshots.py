"""The pictures in the README: `python -m tests.screenshots` photographs the running assistant and every page of the console."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from itertools import product
from pathlib import Path

import httpx
from playwright.sync_api import Page, expect
from sqlalchemy import insert

from bot.settings import ROOT
from bot.store import open_store
from bot.store.tables import counts
from tests.bot.console.browser import browsing
from tests.bot.console.test_site_flow import become_owner, ended, write_the_answer
from tests.conftest import Assistant, assistant_in
from tests.phone import SET_UP, Phone
from tests.project import copy_project
from tests.small_clinic import small_clinic

PICTURES = ROOT / "docs"
DESK = {"width": 1100, "height": 800}
PHONE = {"width": 390, "height": 1700}
HURRIED = (
    "is it safe at 30 wks??", "how long do needles stay in", "how often shud i come", "where r u located", "whats it cost",
    "capital of france",
)  # fmt: skip
CALLBACK = (
    "can someone call me", "its dana", "is it safe if im pregnant", "610 555 0134", "tmrw after 5", "hip pain", "yes", "yes",
)  # fmt: skip
ASKED = (
    ("do you sell gift cards?", "thanks"), ("Do you sell gift cards",), ("can my wife come with me",), ("hows parking",),
    ("how long do the needles stay in", "is it safe at 30 weeks"), ("my chest hurts and i cannot breathe",),
    ("where are you", "how much is it"), ("will it fix my tinnitus",),
)  # fmt: skip
MONTH = (
    ("turn", "", 40), ("answer", "session_length", 12), ("answer", "pregnancy_safety", 9), ("answer", "booking", 7),
    ("not_covered", "not_covered/price", 5), ("out_of_scope", "out_of_scope", 2), ("click", "book", 4),
    ("helpful", "session_length", 4), ("unhelpful", "booking", 2),
)  # fmt: skip
"""What is counted, of which topic, and how often a day at most."""
PAGES = {
    "home": "/staff", "questions": "/staff/questions", "answers": "/staff/questions/answers",
    "emergencies": "/staff/questions/emergencies", "faqs": "/staff/faqs", "faq": "/staff/faqs/faq/session_length",
    "facts": "/staff/facts", "document": "/staff/document", "publish": "/staff/publish", "callbacks": "/staff/callbacks",
    "texts": "/staff/texts", "files": "/staff/files", "people": "/staff/people", "account": "/staff/account",
}  # fmt: skip


@contextmanager
def whole_clinic(folder: Path) -> Iterator[Assistant]:
    """The shipped assistant, in a copy whose files may be edited."""
    with assistant_in(copy_project(folder), **SET_UP) as running:
        yield running


def picture(page: Page, name: str, path: str = "") -> None:
    """One page, once it has settled."""
    if path:
        page.goto(path, wait_until="networkidle")
    page.wait_for_timeout(600)
    page.screenshot(path=PICTURES / f"{name}.png")


def talk(page: Page, messages: tuple[str, ...]) -> None:
    """Open the chat on the demo page and say one thing after another."""
    page.goto("/")
    page.locator("clinic-chat button").first.click()
    box = page.locator("clinic-chat textarea")
    for message in messages:
        box.fill(message)
        box.press("Enter")
        page.wait_for_timeout(1500)


def patients(clinic: Assistant) -> None:
    """The chat on a phone and on a desktop."""
    for name, messages, size in (
        ("conversation", HURRIED, PHONE),
        ("callback", CALLBACK, {**PHONE, "height": 2100}),
        ("widget-phone", ("hi, im 31 weeks and ive been bleeding since this morning",), {"width": 390, "height": 844}),
        ("widget-desktop", (HURRIED[0],), DESK),
    ):
        with browsing(clinic.url, viewport=size) as page:
            talk(page, messages)
            if name == "widget-desktop":
                page.locator("clinic-chat summary").first.click()
            picture(page, name)


def a_month(clinic: Assistant) -> None:
    """Figures of four weeks, made up, for the charts."""
    chance = random.Random(4)
    with closing(open_store(clinic.environment["DATABASE_URL"])) as store, store.engine.begin() as database:
        for days, (what, topic, most) in product(range(1, 29), MONTH):
            day = (datetime.now(timezone.utc) - timedelta(days=days)).date()
            row = {
                "day": day,
                "channel": chance.choice(("web", "web", "sms")),
                "what": what,
                "topic": topic,
                "n": chance.randint(1, most),
            }
            database.execute(insert(counts).values(**row))


def a_busy_day(clinic: Assistant) -> None:
    """Questions, an emergency, a call-back, and somebody who wants no more texts."""
    for messages in (*ASKED, CALLBACK):
        chat = clinic.chat().open()
        for message in messages:
            chat.ask(message)
    with httpx.Client(base_url=clinic.url, timeout=30, trust_env=False) as client:
        phone = Phone(client)
        for text in ("do u take insurance", "STOP"):
            phone.text(text)


def staff(clinic: Assistant) -> None:
    """Every page of the console but those of a publication."""
    a_month(clinic)
    a_busy_day(clinic)
    with browsing(clinic.url, viewport=DESK) as page:
        picture(page, "console-login", "/staff/login")
        become_owner(page, clinic)
        for name, path in PAGES.items():
            picture(page, f"console-{name}", path)
        page.goto("/staff/faqs/faq/session_length")
        page.get_by_label("Title").fill("How long the needles stay in you")
        page.get_by_role("button", name="Save").first.click()
        picture(page, "console-history", "/staff/faqs/faq/session_length/history")
        page.goto("/staff/callbacks")
        page.locator("main a[href*='/staff/callbacks/']").first.click()
        picture(page, "console-callback")
        page.goto("/staff/try")
        page.get_by_role("textbox", name="Message").fill("how long do the needles stay in")
        page.get_by_role("button", name="Ask").click()
        picture(page, "console-try")
        new_with_faults(page)
        picture(page, "console-log", "/staff/log")


def new_with_faults(page: Page) -> None:
    """The editor's remarks while somebody types what would do harm."""
    page.goto("/staff/questions", wait_until="networkidle")
    page.locator("article", has_text="do you sell gift cards").get_by_role("link", name="Make a new FAQ").first.click()
    page.get_by_label("Ways patients ask").fill("do you sell gift cards\nwhere are you located\ncan i buy a gift certificate")
    page.get_by_label("Answer on the website").fill("Yes. A gift card for 3 visits costs $250.")
    page.get_by_label("Answer by text message").press_sequentially("Yes. " * 40)
    page.wait_for_timeout(2500)
    page.locator("#checks").scroll_into_view_if_needed()
    picture(page, "console-new")


def publication(clinic: Assistant) -> None:
    """What waits, its progress, and what it made better and worse."""
    clinic.chat().ask("do you sell gift cards")
    with browsing(clinic.url, viewport=DESK) as page:
        become_owner(page, clinic)
        write_the_answer(page)
        picture(page, "console-publish", "/staff/publish")
        page.get_by_role("button", name="Publish", exact=True).click()
        expect(page.locator("progress")).to_be_visible()
        page.wait_for_timeout(15_000)
        picture(page, "console-progress")
        ended(page)
        picture(page, "console-report")


def main() -> None:
    """Take them all; two assistants one after the other."""
    with tempfile.TemporaryDirectory() as folder, whole_clinic(Path(folder)) as clinic:
        patients(clinic)
        staff(clinic)
    with tempfile.TemporaryDirectory() as folder, small_clinic(Path(folder)) as clinic:
        publication(clinic)


if __name__ == "__main__":
    main()
