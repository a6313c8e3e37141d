"""Numbers told in pieces, or put right."""

from __future__ import annotations

import pytest

from actions import renumbered
from actions.told import CONFIRMED, TIME, WHY


@pytest.mark.parametrize(
    ("text", "before", "number"),
    [
        ("oh area code 610", "555-0199", "(610) 555-0199"),
        ("610", "555 0199", "(610) 555-0199"),
        ("610", "jen", ""),
        ("yes", "555-0199", ""),
    ],
)
def test_an_area_code_completes_what_was_told_before(text: str, before: str, number: str) -> None:
    """Seven digits and three make a number."""
    assert renumbered.completed(text, before) == number


@pytest.mark.parametrize(
    ("text", "told", "number"),
    [
        ("its 0189 at the end", "(484) 555-0188", "(484) 555-0189"),
        ("the last four are 0189", "(484) 555-0188", "(484) 555-0189"),
        ("0189 at the end", "+44 20 7946 0958", ""),
        ("0189 at the end", "", ""),
        ("at 5", "(484) 555-0188", ""),
    ],
)
def test_other_last_digits_put_a_number_right(text: str, told: str, number: str) -> None:
    """Of an American number without an extension."""
    assert renumbered.ending(text, told) == number


@pytest.mark.parametrize(
    "text",
    [
        "say i was born in 1980 at the end",
        "mention my son 2019 at the end",
        "add 1975 please at the end",
        "my leave ends in 2025",
    ],
)
def test_a_year_is_no_end_of_a_number(text: str) -> None:
    """A number is changed only where a number is spoken of."""
    assert renumbered.ending(text, "(610) 555-0147") == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("it should be 0174 at the end", "(610) 555-0174"),
        ("the last digits are wrong, 0189 at the end", "(610) 555-0189"),
        ("add that it has 0148 at the end", "(610) 555-0148"),
        ("my cell ends in 0174", "(610) 555-0174"),
    ],
)
def test_an_end_that_is_a_numbers_puts_it_right(text: str, number: str) -> None:
    """By the words beside it, or because it is nearly the one that was told."""
    assert renumbered.ending(text, "(610) 555-0147") == number


@pytest.mark.parametrize(
    ("text", "told", "number"),
    [
        ("actually its 0143", "(610) 555-0142", "(610) 555-0143"),
        ("no 0174", "(610) 555-0147", "(610) 555-0174"),
        ("actually its 1130", "(610) 555-0142", ""),
        ("0143", "", ""),
        ("ext 21 not 12", "(610) 555-0142 ext. 12", "(610) 555-0142 ext. 21"),
        ("pain x 3 weeks", "(610) 555-0142", ""),
    ],
)
def test_an_end_or_an_extension_is_put_right(text: str, told: str, number: str) -> None:
    """Four digits that are nothing like the old ones may be a time."""
    assert renumbered.ending(text, told) == number


@pytest.mark.parametrize("asked", [WHY, CONFIRMED])
@pytest.mark.parametrize(
    "text",
    [
        "pain with back extension 10 reps",
        "hip extension 20 degrees hurts",
        "lumbar extension 30 is the worst",
        "pain ext 5 months",
        "hair extension 2 weeks ago",
        "my hip hurts with extension 10",
    ],
)
def test_an_extension_of_the_body_is_no_numbers(text: str, asked: str) -> None:
    """Where any words may answer only a message that is an extension and nothing else gives one."""
    assert renumbered.ending(text, "(610) 555-0143", asked) == ""


@pytest.mark.parametrize("asked", [WHY, CONFIRMED, TIME])
@pytest.mark.parametrize("text", ["ext 10", "use ext 10", "oh and it's extension 10 please", "change the extension to 10"])
def test_an_extension_alone_is_heard_wherever_it_is_told(text: str, asked: str) -> None:
    """Whatever was asked for."""
    assert renumbered.ending(text, "(610) 555-0143", asked) == "(610) 555-0143 ext. 10"


@pytest.mark.parametrize(
    "text", ["it's 1985", "actually 2019", "actually 2500", "make it 5678", "make it 1430", "no 3401", "it ends in 2025"]
)
def test_four_digits_unlike_the_end_change_no_number(text: str) -> None:
    """A year, a time of day and any other four: the clinic would call a stranger."""
    assert renumbered.ending(text, "(610) 555-0143", WHY) == ""


def test_a_year_or_a_time_is_no_end_however_near() -> None:
    """Unless it is called the number's."""
    assert renumbered.ending("actually 1985", "(610) 555-1986") == ""
    assert renumbered.ending("make it 1430", "(610) 555-1340") == ""
    assert renumbered.ending("the number ends in 1985", "(610) 555-1986") == "(610) 555-1985"


@pytest.mark.parametrize(
    ("text", "number"),
    [("ok its 0113", "(610) 555-0113"), ("it's 0131", "(610) 555-0131"), ("its 0199", ""), ("ok", "")],
)
def test_a_number_that_was_in_doubt_is_settled_by_its_end(text: str, number: str) -> None:
    """Only by one of both that were told."""
    assert renumbered.completed(text, "610-555-0113. or is it 0131. hang on") == number
