"""An answer says no more than its facts: every figure, unit, link, number, name and promise of it is found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import Fact
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
    ("It takes 45 minutes.", "the number 45"),
    ("It takes 20 to 300 minutes.", "the number 300"),
    ("It takes 2.5 minutes.", "the number 2.5"),
    ("It takes forty minutes.", "the number 40"),
    ("Come twice.", "the number 2"),
    ("Come a dozen times.", "the number 12"),
    ("Come thirteen times.", "the number 13"),
    ("It takes 20 hours.", "the unit 'hour'"),
    ("It takes 20 seconds.", "the unit 'second'"),
    ("It takes half a month.", "the unit 'month'"),
    ("It takes years.", "the unit 'year'"),
    ("It helps 20 % of people.", "the unit '%'"),
    ("It helps 20 percent of people.", "the unit 'percent'"),
    ("It costs $20.", "the unit '$'"),
    ("It costs 20 dollars.", "the unit 'dollar'"),
    ("Come for 3 visits.", "the unit 'visit'"),
    ("Come for 3 short treatments.", "the unit 'treatment'"),
    ("See www.example.org/other.", "the link www.example.org/other"),
    ("See www.example.org.", "the link www.example.org"),
    ("See example.com today.", "the link example.com"),
    ("See https://example.co/x now.", "the link https://example.co/x"),
    ("See http://example.de.", "the link http://example.de"),
    ("See www.example.info now.", "the link www.example.info"),
    ("Write to ada@example.net now.", "example.net"),
    ("Call 610.555.0199.", "the phone number 610.555.0199"),
    ("Call (610) 555-0199.", "the phone number (610) 555-0199"),
    ("Call 6105550199.", "6105550199"),
    ("Ask for Grace.", "the name 'Grace'"),
    ("Ask Dr. Hopper.", "the name 'Hopper'"),
    ("Ask Dr. Grace Hopper.", "the name 'Grace'"),
    ("It was tried in New-Haven.", "the name 'New-Haven'"),
    ("Your NHS nurse can tell you.", "the name 'NHS'"),
    ("Ask Harro now.", "the name 'Harro'"),
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
    return list(complaints(text, FACTS, ALLOWED))


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

    assert any("promises too much" in complaint for complaint in complaints(text, own, ALLOWED))


@pytest.mark.parametrize("text", NEGATED.strip().replace("\n", "|").split("|"))
def test_negated_promise_passes(text: str) -> None:
    """Saying that nothing is promised is no promise."""
    assert found(text) == []


def test_facts_not_cited_do_not_ground() -> None:
    """Only the facts that the answer cites count."""
    assert list(complaints("It takes 20 minutes.", [], ALLOWED)) == [
        "the number 20 is not among the facts this answer cites.",
        "the unit 'minute' is not among the facts this answer cites.",
    ]


@settings(deadline=None)
@given(st.integers(0, 99_999).filter(lambda number: number not in (3, 20, 30, 1200, 2017, 610)))
def test_no_invented_number_passes(number: int) -> None:
    """Whatever number is put in, it is found."""
    assert f"the number {number} is not among the facts this answer cites." in found(f"About {number} people say so.")


@settings(deadline=None)
@given(st.from_regex(r"[A-Z][a-z]{2,9}", fullmatch=True).filter(lambda name: name not in ("Ada", "Byron", "Harrow", "The")))
def test_no_invented_name_passes(name: str) -> None:
    """Whatever name is put in, it is found."""
    assert f"the name {name!r} is not among the facts this answer cites." in found(f"People say {name} knows.")
