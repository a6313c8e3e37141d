"""Phone numbers as patients write them."""

from __future__ import annotations

import pytest

from actions import phone


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("484 555 0123", "(484) 555-0123"),
        ("its 4845550123 thx", "(484) 555-0123"),
        ("484.555.0123", "(484) 555-0123"),
        ("(484)555-0123 after 5", "(484) 555-0123"),
        ("1-484-555-0123", "(484) 555-0123"),
        ("+1 484 555 0123", "(484) 555-0123"),
        ("484 555 0123 ext 12", "(484) 555-0123 ext. 12"),
        ("+44 20 7946 0958", "+44 20 7946 0958"),
        ("0044 20 7946 0958", "+44 20 7946 0958"),
        ("my number is +52 55 5123 4567", "+52 55 5123 4567"),
        ("484 555 0123, no sorry 484 555 0199", "(484) 555-0199"),
        ("610-555-0147 no sorry 0174", "(610) 555-0174"),
        ("610 555 0142, actually it's 555 0199", "(610) 555-0199"),
        ("610 555 0142, sorry 3:30 is better", "(610) 555-0142"),
        ("610 555 0142 no, 10am", "(610) 555-0142"),
        ("610-555-0147 no 1100 works better", "(610) 555-0147"),
        ("610 555 0142 sorry 155 0199", "(610) 555-0142"),
    ],
)
def test_a_number_is_found_in_any_writing(text: str, number: str) -> None:
    """American numbers need no country code, others have theirs, and of two the last one counts."""
    found = phone.find(text)

    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(
    "text",
    ["", "555-0123", "after 5", "12345", "between 9 and 11", "i have 2 kids", "4845550123456789", "0155 555 610", "484 155 0123"],
)
def test_what_can_not_be_dialled_is_no_number(text: str) -> None:
    """Seven digits without an area code, hours and other figures are not taken for a number."""
    assert phone.find(text) is None


def test_the_words_around_a_number_stay() -> None:
    """Name and time beside the number can still be read."""
    found = phone.find("jen, 484 555 0123, tmrw")

    assert found is not None
    assert (found.before, found.after) == ("jen, ", ", tmrw")


@pytest.mark.parametrize(("sender", "number"), [("+14845550123", "(484) 555-0123"), ("22000", ""), ("", ""), ("anonymous", "")])
def test_a_sender_is_a_number_or_nothing(sender: str, number: str) -> None:
    """Short codes and hidden senders can't be called."""
    assert phone.parsed(sender) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("610five550177", "(610) 555-0177"),
        ("555-0199, area code 610", "(610) 555-0199"),
        ("area code 610 and then 555 0199", "(610) 555-0199"),
        ("her number 267 555 0181 mine 267 555 0182", "(267) 555-0181"),
    ],
)
def test_a_number_is_found_in_words_and_pieces(text: str, number: str) -> None:
    """And of hers and mine, hers: who tells both asks for her to be called."""
    found = phone.find(text)

    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("my husband's 610 555 0199, mine is 610 555 0147", "(610) 555-0147"),
        ("mine is 610 555 0147, my husband's is 610 555 0199", "(610) 555-0147"),
        ("my mom's cell 610 555 0199 and my cell 610 555 0147", "(610) 555-0147"),
        ("her number 610 555 0199 not mine 610 555 0147", "(610) 555-0199"),
        ("my husband's number 610 555 0199 not mine 610 555 0147", "(610) 555-0199"),
        ("call my wife, her number is 610 555 0199, mine is 610 555 0147", "(610) 555-0199"),
        ("my number is 610 555 0147 but call my wife at 610 555 0199", "(610) 555-0199"),
    ],
)
def test_of_two_numbers_the_one_to_call_is_kept(text: str, number: str) -> None:
    """One's own, unless another is who is to be called."""
    found = phone.find(text)

    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("her number is 610-555-0111 mine is 610-555-0112, call mine", "(610) 555-0112"),
        ("her number is 610-555-0111 mine is 610-555-0112, call hers", "(610) 555-0111"),
        ("mine is 610-555-0112, my moms 610-555-0111, use mine", "(610) 555-0112"),
    ],
)
def test_of_two_numbers_the_one_that_is_wished_counts(text: str, number: str) -> None:
    """In so many words, wherever it stands."""
    found = phone.find(text)

    assert found is not None
    assert found.number == number


def test_a_number_until_then_and_another_after_that() -> None:
    """The first is the number, and the second stands with the time."""
    found = phone.find("im on 610 555 0156 til 5 then 484 555 0156")

    assert found is not None
    assert (found.number, found.when) == ("(610) 555-0156", "til 5, then on (484) 555-0156")


@pytest.mark.parametrize(
    "text",
    [
        "call me at 610 555 0143 not 610 555 0199",
        "call me at 610 555 0143 instead of 610 555 0199",
        "call me at 610 555 0143, don't call my work 610 555 0199",
        "not 610 555 0199 but 610 555 0143",
        "610 555 0199, no wait, not that, 610 555 0143",
    ],
)
def test_a_number_that_is_not_to_be_called_counts_less(text: str) -> None:
    """Also where it stands last."""
    found = phone.find(text)

    assert found is not None
    assert found.number == "(610) 555-0143"
