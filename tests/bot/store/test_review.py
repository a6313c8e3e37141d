"""Staff see what failed, what was urgent, and a sample of the rest; masked, as it is kept."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from bot.store import Feedback, Store
from bot.store.review import Review
from tests.stored import CHAT, OTHER, a_turn, keep

LONG_AGO = datetime(2020, 1, 1, tzinfo=timezone.utc)
GUESSES = [["faq/causes", 0.5], ["faq/frequency", 0.375]]


def texts(items: list) -> list[str]:
    return [item.text for item in items]


@pytest.fixture
def review(store: Store) -> Review:
    """After a few turns of each kind."""
    for number, kind in enumerate(["answer", "not_covered", "out_of_scope", "clarify", "emergency", "smalltalk"]):
        keep(store, a_turn(f"m{number}", kind, kind=kind, guesses=GUESSES, confidence=0.25))
    return Review(store.engine)


def test_what_failed_is_shown_newest_first(review: Review) -> None:
    """Questions not covered, out of scope, or asked back in vain, with what the classifier took them for."""
    items = review.questions(LONG_AGO)

    assert texts(items) == ["clarify", "out_of_scope", "not_covered"]
    assert (items[0].guesses, items[0].margin, items[0].confidence) == (
        (("faq/causes", 0.5), ("faq/frequency", 0.375)),
        0.125,
        0.25,
    )
    assert (items[0].topics, items[0].replies, items[0].channel) == (("causes",), ("about clarify",), "web")


def test_only_what_is_new_enough_is_shown(review: Review) -> None:
    """Nothing older than the given moment is listed."""
    later = datetime.now(timezone.utc) + timedelta(minutes=1)

    assert (review.questions(later), review.emergencies(later)) == ([], [])


@pytest.mark.parametrize(("choice", "shown"), [("faq/causes", []), ("", ["which"])])
def test_a_choice_that_was_taken_is_no_failure(store: Store, choice: str, shown: list[str]) -> None:
    """Asking back is a failure unless the very next message of that conversation took a choice."""
    keep(store, a_turn("m1", "which", kind="clarify"))
    keep(store, a_turn("x1", "elsewhere", choice="faq/causes"), OTHER)
    keep(store, a_turn("m2", "that one", choice=choice))
    keep(store, a_turn("m3", "later", choice="faq/causes"))

    assert texts(Review(store.engine).questions(LONG_AGO)) == shown


def test_what_patients_found_unhelpful_is_shown_with_their_words(store: Store) -> None:
    """An answer marked unhelpful is listed with the comment; one marked helpful is not."""
    for number, helpful in enumerate([True, False]):
        keep(store, a_turn(f"m{number}", f"question {number}"))
        store.add_feedback(CHAT, Feedback(f"m{number}.0", helpful, f"comment {number}"))

    (item,) = Review(store.engine).questions(LONG_AGO)

    assert (item.text, item.unhelpful, item.comments) == ("question 1", True, ("comment 1",))


def test_emergencies_are_all_there(review: Review) -> None:
    """What was said, what fired and what was advised."""
    (item,) = review.emergencies(LONG_AGO)

    assert (item.text, item.topics, item.replies) == ("emergency", ("causes",), ("about emergency",))


def test_the_sample_begins_with_the_closest_calls(store: Store) -> None:
    """Of a week's answers those come first whose second guess was nearest; other weeks and kinds are left out."""
    for name, scores in {"sure": (0.9, 0.1), "close": (0.5, 0.49), "middling": (0.6, 0.3)}.items():
        keep(store, a_turn(name, name, guesses=[["faq/causes", scores[0]], ["faq/booking", scores[1]]]))
    keep(store, a_turn("other", "other", kind="not_covered"))
    today = datetime.now(timezone.utc).date()

    assert texts(Review(store.engine).sample_of_answers(today)) == ["close", "middling", "sure"]
    assert Review(store.engine).sample_of_answers(today + timedelta(days=1)) == []


def test_handling_can_be_undone(review: Review) -> None:
    """A handled item leaves the open list and comes back when the word is taken back."""
    item = review.questions(LONG_AGO)[0]

    assert review.handle(item.turn_id, "Ann")
    assert texts(review.questions(LONG_AGO)) == ["out_of_scope", "not_covered"]

    review.reopen(item.turn_id)
    assert len(review.questions(LONG_AGO)) == 3


def test_an_answer_that_was_looked_over_says_by_whom(review: Review) -> None:
    """It stays in the sample, with the name of whoever dealt with it."""
    week = datetime.now(timezone.utc).date()
    (before,) = review.sample_of_answers(week)
    review.handle(before.turn_id, "Ann")

    assert (before.handled_by, review.sample_of_answers(week)[0].handled_by) == ("", "Ann")


def test_what_is_gone_can_not_be_handled(store: Store) -> None:
    """An item whose conversation was erased meanwhile is told as gone, and no error."""
    assert Review(store.engine).handle(4711, "Ann") is False
