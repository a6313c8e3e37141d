"""The promise of the console, kept in a real browser over a real assistant: from a question nobody could answer to its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.bot.console.browser import browsing
from tests.conftest import Assistant, Chat
from tests.console import PASSWORD
from tests.phone import Phone
from tests.small_clinic import TRAINING_SECONDS, small_clinic
from tests.system import eventually

PHRASES = """do you sell gift cards
can i buy a gift certificate
vouchers?
a present for my wife
gift card for my sister please
where do i get a gift voucher
i want to give a friend a session
do you have gift certificates for birthdays"""
FACT = "The clinic sells gift cards at the front desk."
ANSWER = "Yes, the clinic sells gift cards at the front desk."
LEAST_KEPT = 0.97
"""Of the questions that were answered right before: how many near ties turn hangs on how a processor rounds.

Where it has VNNI, 98 % were kept; without it 10 of 444 were lost, before and after a session's changes alike."""
OTHER_WORDS = "i'd like to get my mom a gift card for christmas"


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over a small content, which knows nothing of gift cards."""
    with small_clinic(tmp_path_factory.mktemp("clinic")) as running:
        yield running


def answered(clinic: Assistant, text: str) -> str:
    """What a new patient gets."""
    return Chat(httpx.Client(base_url=clinic.url, timeout=30, trust_env=False)).ask(text)[0]["text"]


def texted(clinic: Assistant, text: str) -> str:
    """What comes back to a new patient's phone; the post is signed by the vendor's own signer."""
    with httpx.Client(base_url=clinic.url, timeout=30, trust_env=False) as client:
        return Phone(client).text(text)


def test_from_a_question_to_its_answer_and_back(clinic: Assistant) -> None:
    """Gift cards: asked, found in the inbox, answered with a fact and eight phrasings, published, asked otherwise, undone."""
    assert "doesn't cover" in answered(clinic, "do you sell gift cards")
    with browsing(clinic.url) as page:
        become_owner(page, clinic)
        write_the_answer(page)
        publish(page)
        assert eventually(lambda: ANSWER in answered(clinic, OTHER_WORDS))
        assert ANSWER in texted(clinic, OTHER_WORDS)
        assert ANSWER in tried_by_text(page)
        undo(page)
        assert eventually(lambda: ANSWER not in answered(clinic, OTHER_WORDS))
        assert ANSWER not in texted(clinic, OTHER_WORDS)
        assert page.complaints == []  # type: ignore[attr-defined]


def become_owner(page: Page, clinic: Assistant) -> None:
    link = re.search(r"(/staff/login\?invite=\S+)", (clinic.folder / "run.log").read_text())
    assert link
    page.goto(link[1])
    page.get_by_label("Your name").fill("Olive")
    page.get_by_label("A password").fill(PASSWORD)
    page.get_by_label("The password again").fill(PASSWORD)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("heading", name="Good to see you, Olive")).to_be_visible()


def write_the_answer(page: Page) -> None:
    page.get_by_role("link", name="Questions", exact=True).click()
    page.locator("article", has_text="do you sell gift cards").get_by_role("link", name="Make a new FAQ").click()
    page.get_by_label("Title").fill("Gift cards")
    page.get_by_label("Answer on the website").fill(ANSWER)
    page.get_by_label("Answer by text message").fill(ANSWER)
    page.get_by_label("Ways patients ask").fill(PHRASES)
    page.get_by_label("What is so?").fill(FACT)
    page.get_by_label("Who says so?").fill("Olive, front desk")
    page.get_by_label("Since when?").fill("2026-11-01")
    expect(page.locator("#checks")).to_contain_text("8 ways of asking")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("take effect when you publish")


def publish(page: Page) -> None:
    page.get_by_role("link", name="Publish", exact=True).click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator("progress")).to_be_visible()
    if ended(page) == "Held back":
        accept(page)
    expect(page.get_by_role("heading", name="It is live")).to_be_visible()


def ended(page: Page) -> str:
    """How the publishing ended, once it has."""
    heading = page.get_by_role("heading", name=re.compile("It is live|Held back|It did not come about"))
    expect(heading).to_be_visible(timeout=TRAINING_SECONDS * 1000)
    return heading.inner_text()


def accept(page: Page) -> None:
    """With so few ways of asking, one more topic turns questions that were near ties: only such, listed, may hold it back.

    Each turned question is listed as worse and may be one right answer less; all in all hardly any are lost.
    """
    reasons = [each.inner_text() for each in page.get_by_role("heading", level=2).all()]
    figures = dict(
        zip(page.locator("dl.figures dt").all_inner_texts(), map(int, page.locator("dl.figures dd").all_inner_texts()))
    )
    worse = page.get_by_role("region", name="Worse").locator("tbody tr").all_inner_texts()

    assert not [each for each in reasons if each.startswith(("Emergencies", "Not yet well", "Less well"))], reasons
    assert len(worse) == figures["worse"] > 0
    assert figures["right with this"] >= LEAST_KEPT * figures["right before"]
    assert not [each for each in worse if "gift" in each.split("\t")[0].casefold()]  # not what is offered for it
    page.get_by_role("button", name="I, Olive, accept these").click()


def tried_by_text(page: Page) -> str:
    page.get_by_role("link", name="Try it").click()
    page.get_by_role("textbox", name="Message").fill(OTHER_WORDS)
    page.get_by_label("by text message").check()
    page.get_by_role("button", name="Ask").click()
    return page.locator(".bubble.sms").first.inner_text()


def undo(page: Page) -> None:
    page.get_by_role("link", name="Publish", exact=True).click()
    page.get_by_role("button", name="Go back to this").last.click()
    expect(page.get_by_role("status").first).to_contain_text("earlier version is back")
