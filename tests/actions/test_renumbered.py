"""Numbers told in pieces, or put right."""

from __future__ import annotations

import pytest

from actions import renumbered


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
