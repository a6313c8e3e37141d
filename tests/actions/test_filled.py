"""The slots that one message fills."""

from __future__ import annotations

from typing import Any

import pytest

from actions import answers
from actions.filled import NOBODY, Sender, at_first, slots
from actions.told import CONFIRMED, NAME, NUMBER, SHARE, TIME, WHY

PHONE = "(610) 555-0142"
ALL = {NAME: "Priya", NUMBER: PHONE, TIME: "tomorrow", WHY: "cost"}


def test_a_name_beside_a_wish_for_a_text_is_no_part_of_it() -> None:
    """The clinic reads the wish alone."""
    assert at_first("No call, just text me: 610-555-0142 Lou") == {NAME: "Lou", NUMBER: PHONE, WHY: "No call, just text me"}


@pytest.mark.parametrize(
    ("asked", "text", "given"),
    [
        (TIME, "actually its 0143", {NUMBER: "(610) 555-0143"}),
        (WHY, "Its Pryia sorry P-R-I-Y-A", {NAME: "Priya"}),
        (WHY, "yes priya", {NAME: "Priya"}),
        (WHY, "between 12 and 1", {TIME: "tomorrow between 12 and 1"}),
        (WHY, "asap", {TIME: "asap"}),
        (WHY, "mornings", {}),
        (WHY, "wait i put wrong day, thurs", {TIME: "thurs"}),
        (NUMBER, "about insurance", {WHY: "cost; about insurance"}),
        (
            CONFIRMED,
            "shes 81 and has a bad hip and pain over the si",
            {WHY: "cost; shes 81 and has a bad hip and pain over the si"},
        ),
        (CONFIRMED, "don't share my questions", {SHARE: False}),
        (CONFIRMED, "no reason please", {WHY: ""}),
    ],
)
def test_what_is_told_changes_the_field_that_it_is_of(asked: str, text: str, given: dict[str, Any]) -> None:
    """Whichever was asked for."""
    assert slots(text, asked, ALL, NOBODY) == given


def test_a_number_in_two_pieces_is_put_together_before_it_was_asked_for() -> None:
    """`555-0134`, then `oh 610`, where a name was asked for."""
    assert slots("oh 610", NAME, {}, Sender(before="555-0134")) == {NUMBER: "(610) 555-0134"}


@pytest.mark.parametrize(
    ("text", "asked", "told", "name"),
    [
        ("Bob Tuesday", "callback_name", {}, "Bob Tuesday"),
        ("Ruthanne Okafor-Bell, O-k-a-f-o-r hyphen B-e-l-l", "callback_name", {}, "Ruthanne Okafor-Bell"),
        ("D'Angelo Q. Whitfield III", "callback_name", {}, "D'Angelo Q. Whitfield III"),
        ("oh. Chaya", "callback_name", {}, "Chaya"),
        ("no!! Bob Tuesday is my name. and weekends for the time", "callback_confirmed", {"callback_name": "Bob"}, "Bob Tuesday"),
        ("ok but my name is Aoife", "callback_confirmed", {"callback_name": "autocorrected Aoife"}, "Aoife"),
    ],
)
def test_a_name_is_written_as_it_was_told(text: str, asked: str, told: dict[str, str], name: str) -> None:
    """Whole, and whatever it is like."""
    given = slots(text, asked, told, NOBODY)

    assert given["callback_name"] == name
    assert given.get("callback_time", "weekends") == "weekends"


def test_a_name_that_is_no_more_than_said_again_asks_for_no_number() -> None:
    """`Not both numbers` is said of the name."""
    told = {"callback_name": "Both Numbers", "callback_number": "(610) 555-0141", "callback_time": "noon"}

    assert answers.read("and my name is Patrice not both numbers", "callback_confirmed", told).slots["callback_name"] == "Patrice"
    assert "callback_number" not in answers.read("and my name is Patrice not both numbers", "callback_confirmed", told).slots


@pytest.mark.parametrize(
    ("text", "told", "number"),
    [
        ("267-555-0141 only", "(267) 555-0141 or (610) 555-0141", "(267) 555-0141"),
        ("my english number is +44 7700 900119 can you add it", "+353 86 555 0123", "+353 86 555 0123, +44 7700 900119"),
        ("2675550134 or 2675550143", "(267) 555-0143", "(267) 555-0134 or (267) 555-0143"),
        ("my new number is 610 555 0155", "(610) 555-0142", "(610) 555-0155"),
    ],
)
def test_of_several_numbers_none_is_dropped_in_silence(text: str, told: str, number: str) -> None:
    """Only where it is said that one of them is the right one."""
    assert slots(text, CONFIRMED, {**ALL, NUMBER: told}, NOBODY)[NUMBER] == number


@pytest.mark.parametrize("text", ["610-555-0113. or is it 0131. hang on", "267-555-0134 or 0143"])
def test_a_number_in_doubt_is_asked_for_again(text: str) -> None:
    """Neither is written down."""
    assert answers.read(text, NUMBER, {NAME: "Viv"}).slots == {NUMBER: None}


def test_both_numbers_that_stand_there_are_not_asked_for_again() -> None:
    """Nor taken for a change."""
    told = {**ALL, NUMBER: "(267) 555-0141 or (610) 555-0141"}

    assert NUMBER not in answers.read("no put both numbers", CONFIRMED, told).slots


def test_the_reason_that_is_said_to_be_one_is_not_taken_out() -> None:
    """`No, the reason is …` names it."""
    assert slots("no the reason is she knows what its about", CONFIRMED, ALL, NOBODY)[WHY] == "she knows what its about"
    assert slots("no reason please", CONFIRMED, ALL, NOBODY)[WHY] == ""
