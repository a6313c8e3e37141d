"""The contact, offered in measure."""

from __future__ import annotations

from bot.offers import in_measure
from bot.wording import Part

ANSWER = Part("text", "answer", ("frequency",), offer="contact")
PLAIN = Part("text", "answer", ("causes",))
LOST = Part("text", "out_of_scope", ("out_of_scope",))


def test_an_answer_offers_the_contact_once() -> None:
    """Not twice in a row; after a reply without it, again."""
    first, offered = in_measure([ANSWER], False, "")
    second, again = in_measure([ANSWER], offered, "answer")
    third, _ = in_measure([ANSWER], again, "answer")

    assert [parts[0].offer for parts in (first, second, third)] == ["contact", "", "contact"]


def test_other_kinds_always_may() -> None:
    """Who is sent to the clinic gets its contact however often."""
    for kind in ("handoff", "not_covered"):
        part = Part("text", kind, (kind,), offer="contact")

        assert in_measure([part], True, kind) == ([part], True)


def test_a_second_dead_end_offers_the_contact() -> None:
    """Once may be a slip, twice is a dead end."""
    assert in_measure([LOST], False, "answer")[0][0].offer == ""
    assert in_measure([LOST], False, "out_of_scope")[0][0].offer == "contact"
    assert in_measure([PLAIN], False, "out_of_scope")[0][0].offer == ""
