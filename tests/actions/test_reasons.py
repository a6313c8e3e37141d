"""Reasons to call, told with something else."""

from __future__ import annotations

import pytest

from actions import reasons


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("please call about parking, tuesday", "about parking"),
        ("can u ring me about price", "about price"),
        ("gimme a call whenever, bout my wifes back", "bout my wifes back"),
        ("anytime tmrw, want to ask about cost", "want to ask about cost"),
        ("call me its about my appointment tomorrow i might be late", "about my appointment tomorrow i might be late"),
        ("call me about the bill tomorrow", "about the bill"),
        ("Any weekday morning. Regarding insurance.", "Regarding insurance"),
        ("ok call me about it then", ""),
        ("call me about 5", ""),
        ("call me", ""),
    ],
)
def test_an_announced_reason_is_taken_out(text: str, why: str) -> None:
    """A time of the call that stands in it stays in the text; `about it` names none."""
    assert reasons.cut(text)[1] == why


def test_what_stays_in_the_text_is_the_rest() -> None:
    """So that the time of the call is still found."""
    assert "tomorrow" in reasons.cut("call me about the bill tomorrow")[0]
    assert "parking" not in reasons.cut("please call about parking, tuesday")[0]


@pytest.mark.parametrize(
    ("behind", "left"),
    [
        (" ext 12, , billing q", ["billing q"]),
        (", , new patient", ["new patient"]),
        (". lower back", ["lower back"]),
        (" thanks", []),
        (" my cell, please", []),
        (", do you take aetna", []),
        (" TEXT ONLY", []),
        (", mine is 610-555-0112, call mine", []),
    ],
)
def test_what_is_left_behind_a_number_is_why(behind: str, left: list[str]) -> None:
    """But for courtesies, questions, what whoever calls must heed, and other numbers."""
    assert reasons.left(behind) == left


@pytest.mark.parametrize(
    "behind",
    [". i will be home", " i'm free", ", she'll be at work until", ", born 3/4/1990", " my dob is 3/4/1990", " ssn 123-45-6789"],
)
def test_being_reachable_and_who_one_is_are_no_reason(behind: str) -> None:
    """No birth date goes out with a request that didn't ask for one."""
    assert reasons.left(behind) == []


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ("call me. my bill is wrong. ", ["my bill is wrong"]),
        ("my hip hurts. please call ", ["my hip hurts"]),
        ("my hip hurts a lot, call me back. ", ["my hip hurts a lot"]),
        ("yes please do. ", []),
        ("sorry i missed your call. ", []),
        ("call me, my bill ", []),
    ],
)
def test_what_stands_in_front_of_a_number_is_why(before: str, left: list[str]) -> None:
    """But for the wish itself, and for what touches the number."""
    assert reasons.left_before(before) == left
