"""A mother whose baby is born."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.conversation.after_birth import AFTER_BIRTH, answered, told
from bot.conversation.wording import Part

SAFE = Part("A.", "answer", ("pregnancy_safety",), label="faq/pregnancy_safety")
BORN = {AFTER_BIRTH: True}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("im breastfeeding", True),
        ("I had my son 10 weeks ago", True),
        ("gave birth in june", True),
        ("had twins 2 months ago", True),
        ("still nursing", True),
        ("had my first session a week ago", False),
        ("6 weeks postpartum and sore", True),
        ("my baby is 5 weeks old", True),
        ("my baby is due in 5 weeks", False),
        ("i had my appointment a week ago", False),
        ("im pregnant again and still breastfeeding", False),
        ("is nursing a job with much lifting", False),
    ],
)
def test_a_birth_is_told(text: str, expected: bool) -> None:
    """By her own words, and no new pregnancy with it."""
    assert told(text, {}) == expected


def test_it_is_remembered(known: Content) -> None:
    """She isn't asked how far along she is, however much later; a pregnancy of weeks, or her own, is answered as one."""
    (part,) = answered([SAFE], "is it safe", BORN, known, "web")

    assert "how far along" not in part.text
    assert "breastfeeding" in part.text
    assert answered([SAFE], "is it safe", {}, known, "web") == [SAFE]
    assert answered([SAFE], "is it safe at 20 weeks", BORN, known, "web") == [SAFE]
    assert answered([SAFE], "im pregnant, is it safe", BORN, known, "web") == [SAFE]
