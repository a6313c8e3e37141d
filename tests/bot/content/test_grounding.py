"""An answer says no more than its facts: every figure, unit, link, number, name and promise of it is found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import Fact
from bot.content.complaint import complaint
from bot.content.grounding import complaints

FACTS = (
    Fact("time", "Stretching may take 20–30 minutes, 3 sessions a week, says Dr. Ada Byron of Harrow.", "clinic"),
    Fact("page", "The Harrow guide (2017) counts 1,200 women; call 610.555.0100.", "document", value="www.example.org/stretch"),
)
ALLOWED = frozenset({"SI", "OB"})
GROUNDED = [
    "Stretching may take 20-30 minutes.",
    "It may take twenty to thirty minutes, three sessions a week.",
    "Rest 20 minutes, 3 sessions in a week.",
    "More than 1200 women, or 1,200, were counted in 2017.",
    "See www.example.org/stretch, or call 610.555.0100.",
    "See WWW.Example.org/stretch.",
    "Ask Dr. Byron, or Ada Byron of Harrow, about Byron's way.",
    "Your SI joint and your OB know best, and I agree. I'm glad.",
    "Gentle. Kind! Slow? Calm: Still.",
    "Every session and every visit is a treatment.",
    "One way to start. The first of many.",
]
UNGROUNDED = [
    ("It takes 45 minutes.", "number 45"),
    ("It takes 20 to 300 minutes.", "number 300"),
    ("It takes 2.5 minutes.", "number 2.5"),
    ("It takes forty minutes.", "number 40"),
    ("Come twice.", "number 2"),
    ("Come a dozen times.", "number 12"),
    ("Come thirteen times.", "number 13"),
    ("It takes 20 hours.", "unit hour"),
    ("It takes 20 seconds.", "unit second"),
    ("It takes half a month.", "unit month"),
    ("It takes years.", "unit year"),
    ("It helps 20 % of people.", "unit %"),
    ("It helps 20 percent of people.", "unit percent"),
    ("It costs $20.", "unit $"),
    ("It costs 20 dollars.", "unit dollar"),
    ("Come for 3 visits.", "unit visit"),
    ("Come for 3 short treatments.", "unit treatment"),
    ("See www.example.org/other.", "link www.example.org/other"),
    ("See www.example.org.", "link www.example.org"),
    ("See example.com today.", "link example.com"),
    ("See https://example.co/x now.", "link https://example.co/x"),
    ("See http://example.de.", "link http://example.de"),
    ("See www.example.info now.", "link www.example.info"),
    ("Write to ada@example.net now.", "example.net"),
    ("Call 610.555.0199.", "phone 610.555.0199"),
    ("Call (610) 555-0199.", "phone (610) 555-0199"),
    ("Call 6105550199.", "6105550199"),
    ("Ask for Grace.", "name Grace"),
    ("Ask Dr. Hopper.", "name Hopper"),
    ("Ask Dr. Grace Hopper.", "name Grace"),
    ("It was tried in New-Haven.", "name New-Haven"),
    ("Your NHS nurse can tell you.", "name NHS"),
    ("Ask Harro now.", "name Harro"),
]
PROMISES = """
it cures pain|you will be cured|we guarantee relief|relief is guaranteed|it is completely safe|totally safe|perfectly safe
entirely safe|100% safe|100 % effective|always works|always safe|there is no risk|there are no risks|there are no known risks
risk-free|risk free|without risk|without any risks|it is painless|pain-free|it never hurts|it will heal you|it will fix it
it will cure you|no side effects|a permanent fix|it works permanently|a miracle|curing your pain|a cure|no doubt it cures pain
nobody minds: it is painless|it is not long, it is painless|do not worry but know it is painless
"""
NEGATED = """
nobody can promise a cure|nothing here is a cure|it is not a cure|it can't cure you|it cannot cure you|it doesn't cure
it isn’t painless|we don't guarantee relief|relief is not guaranteed|no one can guarantee relief|it won't always work
"""


def found(text: str) -> list[str]:
    """Kind and words of all that is complained of."""
    return [f"{each.kind} {each.named['said']}" for each in complaints(text, FACTS, ALLOWED)]


@pytest.mark.parametrize("text", GROUNDED)
def test_grounded_answer_passes(text: str) -> None:
    """What the cited facts hold may be said, in figures or words."""
    assert found(text) == []


@pytest.mark.parametrize(("text", "expected"), UNGROUNDED)
def test_ungrounded_detail_is_named(text: str, expected: str) -> None:
    """Whatever the cited facts do not hold is named."""
    assert any(expected in complaint for complaint in found(text)), found(text)


@pytest.mark.parametrize("text", [each for each, _ in UNGROUNDED])
def test_fact_that_holds_it_grounds_it(text: str) -> None:
    """The same answer passes as soon as a fact it cites says so."""
    assert list(complaints(text, [Fact("own", text, "clinic")], ALLOWED)) == []


@pytest.mark.parametrize("text", PROMISES.strip().replace("\n", "|").split("|"))
def test_promise_is_refused(text: str) -> None:
    """No promise passes, not even one that a fact makes."""
    own = [*FACTS, Fact("own", text, "clinic")]

    assert any(complaint.kind == "promise" for complaint in complaints(text, own, ALLOWED))


@pytest.mark.parametrize("text", NEGATED.strip().replace("\n", "|").split("|"))
def test_negated_promise_passes(text: str) -> None:
    """Saying that nothing is promised is no promise."""
    assert found(text) == []


def test_facts_not_cited_do_not_ground() -> None:
    """Only the facts that the answer cites count."""
    assert list(complaints("It takes 20 minutes.", [], ALLOWED)) == [
        complaint("ungrounded_number", said="20"),
        complaint("ungrounded_unit", said="minute"),
    ]


@settings(deadline=None)
@given(st.integers(0, 99_999).filter(lambda number: number not in (3, 20, 30, 1200, 2017, 610)))
def test_no_invented_number_passes(number: int) -> None:
    """Whatever number is put in, it is found."""
    assert f"ungrounded_number {number}" in found(f"About {number} people say so.")


@settings(deadline=None)
@given(st.from_regex(r"[A-Z][a-z]{2,9}", fullmatch=True).filter(lambda name: name not in ("Ada", "Byron", "Harrow", "The")))
def test_no_invented_name_passes(name: str) -> None:
    """Whatever name is put in, it is found."""
    assert f"ungrounded_name {name}" in found(f"People say {name} knows.")
