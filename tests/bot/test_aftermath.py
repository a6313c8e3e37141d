"""After an emergency: the form is dropped, and nothing is offered until help is arranged."""

from __future__ import annotations

from typing import Any

import pytest

from bot import content, safety
from bot.aftermath import HELP_ARRANGED, URGENT, Aftermath, urgent_state
from bot.turn import FrontDesk
from bot.wording import Part, Reply, Wording
from tests.turns import take

ANSWER = Part("A.", "answer", ("causes",), offer="contact")
HANDOFF = Part("B.", "handoff", ("booking",), offer="contact")
ALARM = Part("C.", "emergency", ("emergency",))
SETTLED = Part("D.", "smalltalk", ("smalltalk",), offer=HELP_ARRANGED)


def offers(reply: Reply) -> list[str]:
    return [button["title"] for message in reply.messages for button in message["buttons"]]


@pytest.mark.parametrize("urgent", ["I have chest pain", "i want to kill myself"])
def test_asked_to_book_after_an_emergency_the_advice_comes_first(desk: FrontDesk, urgent: str) -> None:
    """Until help is arranged a booking is no substitute: the advice again, then the words, and no button."""
    advice = take(desk, urgent).messages[0]["text"]

    reply = take(desk, "I want to book an appointment")

    assert ([message["kind"] for message in reply.messages], reply.kind) == (["emergency", "handoff"], "emergency")
    assert (reply.messages[0]["text"], offers(reply)) == (advice, [])


def test_questions_after_an_emergency_are_answered_without_offers(desk: FrontDesk) -> None:
    """An ordinary question gets its answer, with nothing to press."""
    take(desk, "I have chest pain")

    reply = take(desk, "where is the clinic")

    assert ([message["kind"] for message in reply.messages], offers(reply)) == (["answer"], [])


def test_help_arranged_settles_it(desk: FrontDesk) -> None:
    """Once the patient says that help is on its way, booking is booking again."""
    take(desk, "I have chest pain")

    settled, booking = take(desk, "i called 911"), take(desk, "I want to book an appointment")

    assert (settled.kind, booking.kind, "Book online" in offers(booking)) == ("smalltalk", "handoff", True)


@pytest.mark.parametrize(
    ("parts", "urgent", "expected"),
    [
        ([ANSWER, HANDOFF], "", (["answer", "handoff"], ["contact", "contact"], "")),
        ([ANSWER], "chest_and_breath", (["answer"], [""], "chest_and_breath")),
        ([HANDOFF], "chest_and_breath", (["emergency", "handoff"], ["", ""], "chest_and_breath")),
        ([HANDOFF], "emergency", (["emergency", "handoff"], ["", ""], "emergency")),
        ([SETTLED, HANDOFF], "chest_and_breath", (["smalltalk", "handoff"], [HELP_ARRANGED, "contact"], "")),
        ([ANSWER, ALARM, HANDOFF], "", (["emergency"], [""], "emergency")),
        ([ALARM, SETTLED], "chest_and_breath", (["emergency"], [""], "emergency")),
    ],
)
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_what_goes_out_depends_on_what_is_urgent(
    known: content.Content, flags: safety.Safety, channel: str, parts: list[Part], urgent: str, expected: Any
) -> None:
    """An alarm goes out alone; while one is open there are no offers; an arrangement closes it."""
    found, still = Aftermath(known, flags, Wording(known)).after(parts, urgent, channel)

    assert ([part.kind for part in found], [part.offer for part in found], still) == expected
    assert all(part.text and "{" not in part.text for part in found)


def test_an_emergency_ends_a_form_and_nothing_else() -> None:
    """What the conversation was about stays known, and what is urgent is noted."""
    state = {"events": [], "topic": "faq/causes", URGENT: "stroke"}

    assert urgent_state(state, "clot") == {"events": [], "topic": "faq/causes", URGENT: "clot"}
