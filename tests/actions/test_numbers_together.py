"""Several numbers of one person."""

from __future__ import annotations

import pytest

from actions import phone
from actions.numbers_together import added, extended, read, several

ONE, TWO, THREE = "(610) 555-0101", "(484) 555-0102", "(215) 555-0103"
BOTH = f"cell is {ONE} work is {TWO}"


@pytest.mark.parametrize(
    ("text", "number", "when"),
    [
        ("cell is 610.555.0101 work is 484-555-0102", BOTH, ""),
        ("home is 610 555 0101 and cell 484 555 0102", f"home is {ONE} and cell {TWO}", ""),
        ("610-555-0101 days, 484-555-0102 nights", f"{ONE} days, {TWO} nights", "days, nights"),
        (
            "610-555-0101 in the day, 484-555-0102 nights after 8",
            f"{ONE} in the day, {TWO} nights after 8",
            "in the day, nights after 8",
        ),
        ("change it to 610-555-0101 before 4 and 484-555-0102 after", f"{ONE} before 4 and {TWO} after", ""),
        (
            "610-555-0101 or if no answer 484-555-0102 or my work 215-555-0103, eves",
            f"{ONE} or if no answer {TWO} or my work {THREE}",
            "",
        ),
        ("610-555-0101 or 484-555-0102, don't leave a message", f"{ONE} or {TWO}", ""),
    ],
)
def test_all_numbers_that_are_meant_are_kept(text: str, number: str, when: str) -> None:
    """Each with what says which it is, and the times to call where each has one."""
    found = phone.find(text)

    assert found is not None
    assert (found.number, found.when) == (number, when)


@pytest.mark.parametrize(
    "text",
    [
        "my old cell is 610-555-0101 and my new cell is 484-555-0102",
        "610-555-0101 or no, use 484-555-0102",
        "610-555-0101 484-555-0102",
        "610-555-0101 and my doctor is 484-555-0102",
        "my mom's home is 610-555-0101 and my cell 484-555-0102",
        "home 610-555-0101, not work 484-555-0102",
    ],
)
def test_one_of_several_is_left_to_other_rules(text: str) -> None:
    """Where one is put right, belongs to another, or nothing says that both are meant."""
    places = [(ONE, text.index("610"), text.index("610") + 12), (TWO, text.index("484"), text.index("484") + 12)]

    assert read(text, places) is None


def test_a_number_is_added_only_where_it_is_said() -> None:
    """Else it stands instead; one of several that is said again changes nothing."""
    assert added(ONE, "add the day number ", TWO) == f"{ONE}, the day number {TWO}"
    assert added(ONE, "no its ", TWO) == ""
    assert added(BOTH, "no, first number is ", ONE) == BOTH
    assert (several(BOTH), several(ONE)) == (True, False)


def test_an_extension_goes_with_the_number_it_belongs_to() -> None:
    """Which is named by its kind; with no kind it goes nowhere."""
    assert extended(BOTH, "the work one has an extension, 22", "22") == f"{BOTH} ext. 22"
    assert extended(f"{ONE} (cell), {TWO} (work)", "ext 22 on the cell", "22") == f"{ONE} ext. 22 (cell), {TWO} (work)"
    assert extended(BOTH, "ext 22", "22") == ""
