"""Several refusals in one reply."""

from __future__ import annotations

from bot.conversation.refusals import said_once
from bot.conversation.wording import Part
from bot.turn import FrontDesk
from tests.turns import take

PRICE = Part("The guide doesn't cover prices. The clinic can tell you: call 484.222.0854.", "not_covered")
HOURS = Part("The guide doesn't cover hours. The clinic can tell you: call 484.222.0854.", "not_covered")
OTHER = Part("The guide doesn't answer that. Please ask.", "not_covered")
ANSWER = Part("At 141 West Wayne Ave. The clinic can tell you: call 484.222.0854.", "answer")


def test_where_to_ask_is_said_behind_the_last_refusal() -> None:
    """What the next refusal ends with as well is not said twice; nothing else is left out."""
    assert [part.text for part in said_once([PRICE, HOURS])] == ["The guide doesn't cover prices.", HOURS.text]
    assert said_once([PRICE, OTHER, HOURS]) == [PRICE, OTHER, HOURS]
    assert said_once([PRICE, ANSWER]) == [PRICE, ANSWER]
    assert said_once([PRICE, PRICE])[1] == PRICE


def test_two_questions_the_guide_does_not_answer(desk: FrontDesk) -> None:
    """Both are owned up to, and the number stands in the reply once."""
    messages = take(desk, "how much is it and do you take insurance").messages

    assert [message["kind"] for message in messages] == ["not_covered", "not_covered"]
    assert ["484.222.0854" in message["text"] for message in messages] == [False, True]
