"""What patients say about themselves."""

from __future__ import annotations

import pytest

from bot.phrasebook.context import says_pregnant, tells_of_pain, tells_of_pregnancy


@pytest.mark.parametrize(
    "text",
    [
        "im 30 wks",
        "27 weeks here, is it safe",
        "I'm pregnant",
        "im 12 weeks pregnant",
        "i am currently expecting my second",
        "my third trimester pain",
        "TWINS 26 wks pelvis cracking when i roll over",
        "high risk preg 24wks si pain",
        "38w",
        "this time BP is fine, 24 wks. Can I still come?",
        "my pain is so bad i cried. 28wks. am i being a baby",
        "IVF pregnancy, 14 weeks, everything scares me",
    ],
)
def test_a_pregnancy_is_remembered_when_told(text: str) -> None:
    """Who says to be pregnant is taken at their word."""
    assert says_pregnant(text)


@pytest.mark.parametrize(
    "text",
    [
        "is it safe when pregnant", "i'm not pregnant", "my wife is pregnant", "what if i'm pregnant", "trying to get pregnant",
        "i'm 30 weeks post op", "when i was pregnant i had this", "I'm thirty and my back hurts",
        "my gf is 10 weeks preg", "had twins 26 wks ago", "i miscarried at 9 weeks, first trimester",
        "i was pregnant, lost him at 20 weeks", "due for surgery 12 weeks from now", "pain for 12 weeks, due to a fall",
    ],
)  # fmt: skip
def test_a_pregnancy_is_never_guessed(text: str) -> None:
    """A question about pregnancy, another's pregnancy or a past one is not the writer's."""
    assert not says_pregnant(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("asking for my daughter actually, she's 24 weeks", True),
        ("im 31 wks", True),
        ("she's due in March", True),
        ("she isn't pregnant", False),
        ("i'm 6 weeks postpartum", False),
        ("had it for 6 weeks now", False),
        ("my grandmother's 88", False),
    ],
)
def test_anybodys_pregnancy_is_heard_where_it_is_told(text: str, expected: bool) -> None:
    """The writer's own or another's, by its week, its month or its end."""
    assert tells_of_pregnancy(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("horrible pain at the back of my pelvis since week 20", True),
        ("my wife can barely walk", True),
        ("i'm so sore at night", True),
        ("my doctor says its my SI joint", True),
        ("what is the SI joint", False),
        ("my sister is getting married", False),
        ("is the needle painful", False),
    ],
)
def test_a_pain_is_heard_where_it_is_told(text: str, expected: bool) -> None:
    """One's own, or another's by what she can hardly do."""
    assert tells_of_pain(text) is expected
