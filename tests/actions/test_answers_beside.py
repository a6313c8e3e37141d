"""What a message says beside an answer, in pieces, or to put another answer right."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answers import Answer, read
from actions.filled import Sender
from actions.told import CONFIRMED, NAME, NUMBER, SHARE, TIME, WHY

PHONE = "(484) 555-0123"
ALL = {NAME: "Jen", NUMBER: PHONE, TIME: "noon", WHY: ""}


@pytest.mark.parametrize(
    ("asked", "text", "slots", "response"),
    [
        ("", "I'd like you to call me but im deaf so text only", {WHY: "im deaf so text only"}, "by_text"),
        ("", "will u call the house phone", {}, "which_number"),
        ("", "ok can she call me herself", {}, "who_calls"),
        (NUMBER, "484 555 0123 TEXT ONLY", {NUMBER: PHONE, WHY: "TEXT ONLY"}, "by_text"),
        (NUMBER, "484 555 0123 no voicemail", {NUMBER: PHONE, WHY: "no voicemail"}, "heeded"),
        (NAME, "484 555 0123 cell only", {NAME: None, NUMBER: PHONE, WHY: "cell only"}, "heeded"),
        (TIME, "text only pls", {TIME: None, WHY: "text only pls"}, "by_text"),
        (NAME, "ok Gina. are u selling my number?", {NAME: "Gina"}, "what_for"),
    ],
)
def test_what_is_wished_or_asked_beside_an_answer_gets_a_word(
    asked: str, text: str, slots: dict[str, Any], response: str
) -> None:
    """Nobody wonders whether it was heard."""
    assert read(text, asked, {}) == Answer(slots, f"utter_callback_{response}")


def test_a_wish_is_noted_once() -> None:
    """Said again, it is not passed on twice."""
    assert read("484 555 0123 TEXT ONLY", NUMBER, {WHY: "im deaf so text only"}).slots[WHY] == "im deaf so text only"
    assert read("yes but say no voicemail", CONFIRMED, {**ALL, WHY: "cell only no voicemail"}) == Answer(
        {WHY: "cell only no voicemail", CONFIRMED: None}
    )


@pytest.mark.parametrize(
    ("asked", "text", "before", "number"),
    [
        (NUMBER, "oh area code 610", "555-0199", "(610) 555-0199"),
        (NUMBER, "610", "555 0199", "(610) 555-0199"),
        (NUMBER, "area code 610, 555-0199", "", "(610) 555-0199"),
        (CONFIRMED, "wait i typed the wrong number its 0189 at the end", "", "(484) 555-0189"),
        (TIME, "sorry it ends in 0189", "", "(484) 555-0189"),
        (NUMBER, "six one oh, five five five, oh one two three", "", "(610) 555-0123"),
    ],
)
def test_a_number_may_be_told_in_pieces(asked: str, text: str, before: str, number: str) -> None:
    """What was told before is not to be told again."""
    assert read(text, asked, ALL, Sender(before=before)).slots[NUMBER] == number


@pytest.mark.parametrize("asked", [WHY, SHARE, CONFIRMED])
def test_a_name_is_put_right_wherever_it_is_noticed(asked: str) -> None:
    """`No, it's Ellen Woo` refuses nothing."""
    assert read("no its Ellen WOO", asked, {**ALL, NAME: "Ellen Wu"}).slots == {NAME: "Ellen WOO", asked: None}


def test_a_reason_may_be_taken_back() -> None:
    """Without being asked for another."""
    assert read("no reason. just call", CONFIRMED, {**ALL, WHY: "my hip"}) == Answer({WHY: "", CONFIRMED: None})
