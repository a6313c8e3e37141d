"""What a conversation's events say of a pregnancy."""

from __future__ import annotations

import pytest

from bot.conversation.pregnancy import SPOKEN_OF, asked_of, is_pregnant, spoken_of
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
        ("my wife is 20 weeks, is it safe", True),
        ("is it safe 6 weeks post partum", False),
        ("safe 8 weeks after birth", False),
        ("is there some point they shouldnt needle when pregnant", True),
        ("is it safe in pregnancy", True),
        ("is it safe if i'm not pregnant", False),
        ("is it safe pregnant or not", False),
        ("safe while trying to get pregnant", False),
    ],
)
def test_a_pregnancy_that_is_named_is_told_nothing_of_those_without(text: str, expected: bool) -> None:
    """`Not pregnant? Ask them` is no end for `20 wks`, one's own or another's."""
    assert asked_of(SAFE, text, {}).pregnant == expected
    assert asked_of(Part("B.", "answer", label="faq/causes"), text, {}).pregnant is False


def test_a_pregnancy_that_was_spoken_of_counts_for_the_next_answer() -> None:
    """Until it is over, or denied; never another's."""
    kept = {SPOKEN_OF: spoken_of("can it harm the baby, 24 wks", {})}

    assert kept == {SPOKEN_OF: True}
    assert asked_of(SAFE, "is there any research on harm", kept).pregnant
    assert not asked_of(SAFE, "and for my sister", kept).pregnant
    assert spoken_of("how often", kept)
    assert not spoken_of("im not pregnant", kept)
    assert not spoken_of("i gave birth 3 weeks ago", kept)
    assert not spoken_of("my sister is 20 weeks", {})
    assert not spoken_of("can i bring my baby", {})
