"""What is said while somebody types, by the shipped model."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from bot.content import Content
from bot.content.draft import FaqDraft
from bot.judging import phrase_index
from bot.judging.suggestions import Suggestions
from bot.safety import Safety
from bot.store import open_store
from tests.interruption import at_each_line
from tests.office import shipped_office

GIFTS = FaqDraft(
    title="Gift cards", phrases=("gift cards for sale?", "can i buy a gift card", "gift vouchers", "a voucher as a present")
)


@pytest.fixture(scope="module")
def suggestions(tmp_path_factory: pytest.TempPathFactory, known: Content, flags: Safety) -> Iterator[Suggestions]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('typing')}/bot.db")
    yield shipped_office(store, known, flags).suggestions
    store.close()


def test_a_phrasing_that_takes_questions_away_says_from_whom(suggestions: Suggestions) -> None:
    """A phrasing that lies among another topic's takes questions from it, told by title with examples."""
    taken = suggestions.collisions(GIFTS, "is it safe while i am pregnant")

    assert "faq/pregnancy_safety" in [each.label for each in taken]
    assert all(each.title and each.count and each.examples for each in taken)
    assert suggestions.collisions(GIFTS, "quarterly zeppelin turnover") == []


def test_each_phrasing_is_told_what_it_takes(suggestions: Suggestions) -> None:
    """Where several phrasings take questions away, each is named with its own count."""
    both = ("is it safe while i am pregnant", "where is the clinic")
    taken = suggestions.collisions(FaqDraft(title="Mixed", phrases=(*both, "quarterly zeppelin turnover")))

    assert {each.phrase for each in taken} == set(both)
    assert ("where is the clinic", "faq/location") in [(each.phrase, each.label) for each in taken]


def test_almost_the_same_is_found(suggestions: Suggestions) -> None:
    """A phrasing that stands elsewhere in nearly the same words is named; a phrase is not its own double."""
    assert suggestions.near_duplicates("do you sell giftcards")[0].label == "not_covered/gift_cards"
    assert "gift cards" not in [each.text for each in suggestions.near_duplicates("gift cards", "not_covered/gift_cards")]


def test_a_new_answer_is_offered_the_subject_it_replaces(suggestions: Suggestions) -> None:
    """A new question whose phrasings are all about a subject that isn't covered is to take its place."""
    assert suggestions.subject_replaced(GIFTS) == "not_covered/gift_cards"
    assert suggestions.subject_replaced(FaqDraft(phrases=("where are you located",))) == ""


def test_messages_are_grouped_by_meaning(suggestions: Suggestions) -> None:
    """What asks the same is together, the biggest group first."""
    assert suggestions.alike(["price?", "do you sell gift cards", "gift card?"])[0] == [1, 2]
    assert suggestions.alike([]) == []


def test_an_inbox_that_forgets_disturbs_no_other(suggestions: Suggestions, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one inbox is read, another may go past what is remembered: each gets its groups."""
    monkeypatch.setattr("bot.judging.suggestions.MOST_HEARD", 0)
    with at_each_line(phrase_index.read, lambda: suggestions.alike(["where is it"])):
        assert suggestions.alike(["price?", "do you sell gift cards", "gift card?"])[0] == [1, 2]


def test_trying_shows_what_patients_get_and_why(suggestions: Suggestions) -> None:
    """A message gets the reply of the version that answers, the nearest phrasings, and what it would get once published."""
    tried = asyncio.run(suggestions.try_it("where is the clinic located"))

    assert (tried.kind, tried.topics, tried.expected) == ("answer", ("location",), "faq/location")
    assert len(tried.nearest) == 5
    assert tried.expected_text
