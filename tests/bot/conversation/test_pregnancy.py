"""What a conversation's events say of a pregnancy."""

from __future__ import annotations

import pytest

from bot.conversation.pregnancy import asked_of, is_pregnant
from bot.conversation.wording import Part

SAFE = Part("A.", "answer", ("pregnancy_safety",), label="faq/pregnancy_safety")


def slot(value: bool) -> dict[str, object]:
    return {"event": "slot", "name": "pregnant", "value": value}


def test_the_last_word_counts() -> None:
    """Nothing said is no pregnancy; said and taken back is none either."""
    told = [slot(True)], [slot(True), {"event": "action", "name": "action_listen"}], [slot(True), slot(False)]

    assert [is_pregnant(events) for events in ([], *told)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("even in the second trimester?", True),
        ("is it safe at 33 wks", True),
        ("can it hurt my baby", True),
        ("is it safe", False),
        ("my wife is 20 weeks, is it safe", False),
        ("is it safe 6 weeks post partum", False),
        ("safe 8 weeks after birth", False),
    ],
)
def test_a_pregnancy_that_is_named_is_told_nothing_of_those_without(text: str, expected: bool) -> None:
    """`Not pregnant? Ask them` is no end for `20 wks`; who asks for another may want it."""
    assert asked_of(SAFE, text).pregnant == expected
    assert asked_of(Part("B.", "answer", label="faq/causes"), text).pregnant is False
