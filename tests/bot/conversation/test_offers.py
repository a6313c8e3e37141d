"""The contact, offered in measure."""

from __future__ import annotations

import pytest

from bot.conversation.offers import accepted, in_measure
from bot.conversation.repeats import SAID
from bot.conversation.wording import Part
from bot.turn import FrontDesk
from tests.hands import Hands
from tests.turns import take

ANSWER = Part("text", "answer", ("frequency",), offer="contact")
PLAIN = Part("text", "answer", ("causes",))
LOST = Part("text", "out_of_scope", ("out_of_scope",))
ASKED_BACK = Part("text", "clarify", ("causes", "frequency"), choices=({"title": "Causes", "label": "faq/causes"},))


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


@pytest.mark.parametrize("previous", ["clarify", "out_of_scope"])
def test_asking_back_again_is_a_dead_end_too(previous: str) -> None:
    """Who is asked what was meant twice in a row may rather call."""
    assert in_measure([ASKED_BACK], False, "answer") == ([ASKED_BACK], False)
    assert [part.offer for part in in_measure([ASKED_BACK], False, previous)[0]] == ["contact"]


@pytest.mark.parametrize("part", [ANSWER, LOST, ASKED_BACK, Part("text", "handoff", ("handoff",), offer="contact")])
def test_nothing_is_offered_while_an_emergency_is_open(part: Part) -> None:
    """Help first, whatever kind of reply it is and however often it was a dead end."""
    parts, offered = in_measure([part], False, part.kind, urgent=True)

    assert ([each.offer for each in parts], offered) == ([""], False)


def test_a_complaint_gets_the_contact(desk: FrontDesk) -> None:
    """Whoever says that this is useless has something to press; the number is in the words by text message, too."""
    web, sms = (take(desk, "useless", channel=channel, chat=channel).messages[0] for channel in ("web", "sms"))

    assert [button["title"] for button in web["buttons"]][:1] == ["Book online"]
    assert "484.222.0854" in sms["text"]


@pytest.mark.parametrize(
    ("text", "said", "taken"),
    [
        ("yes please", ["person"], "callback"),
        ("ok sure", ["smalltalk/clinic_complaint"], "callback"),
        ("yes", ["faq/booking"], ""),
        ("yes", ["faq/frequency"], ""),
        ("yes but how much is it", ["person"], ""),
        ("no", ["person"], ""),
        ("yes", [], ""),
    ],
)
def test_a_plain_yes_takes_up_the_call_that_was_offered(text: str, said: list[str], taken: str) -> None:
    """Only where the last reply offered one, and nothing else is said."""
    assert accepted(text, {SAID: said}) == taken


def test_a_yes_to_the_offer_begins_the_request(desk: FrontDesk, hands: Hands) -> None:
    """In a whole conversation."""
    take(desk, "can I talk to a person")

    assert "What name should the clinic ask for?" in take(desk, "yes please").messages[-1]["text"]
