"""Names as patients give them."""

from __future__ import annotations

import pytest

from actions import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("jen", "Jen"),
        ("im jen", "Jen"),
        ("Hi, my name is mary jane", "Mary Jane"),
        ("it's Mary-Jane O'Brien", "Mary-Jane O'Brien"),
        ("ask for Mrs. Lee please", "Mrs. Lee"),
        ("JEN", "JEN"),
        ("María", "María"),
        ("李娜", "李娜"),
        ("just will", "Will"),
    ],
)
def test_a_name_is_read_from_an_answer(text: str, name: str) -> None:
    """Whatever stands around it goes, small letters get their capitals, any alphabet is fine."""
    assert names.find(text) == name


@pytest.mark.parametrize("text", ["", "yes", "thanks", "what?", "why do you need it", "no", "12", "don't want to say", "x" * 61])
def test_what_is_no_name_is_not_taken_for_one(text: str) -> None:
    """Courtesies, questions and refusals are asked again, not called by."""
    assert names.find(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("call me back, my name is jen", "Jen"),
        ("I'm Jen, please ring me", "Jen"),
        ("i'm pregnant, can someone call", ""),
        ("im in pain call me", ""),
        ("call me", ""),
    ],
)
def test_a_name_told_unasked_takes_plainer_words(text: str, name: str) -> None:
    """`I'm pregnant` is nobody's name."""
    assert names.told(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ok call me. Sue", "Sue"),
        ("call me back please. Rosa Delgado, tomorrow afternoon", "Rosa Delgado"),
        ("call me. Thanks", ""),
        ("call me. Having bad pain today", ""),
        ("call me. My hip hurts", ""),
        ("Her name is Anh Pham", "Anh Pham"),
    ],
)
def test_a_name_behind_the_wish_to_be_called_is_heard(text: str, name: str) -> None:
    """Where it stands alone between two full stops, or is said to be one."""
    assert names.told(text) == name


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("so call Kim ", "", "Kim"),
        ("ring me its kathy ", ", about price", "Kathy"),
        ("", " mike. lower back", "Mike"),
        ("call my sister Dana at ", "", "Dana"),
        ("my bill ", " was wrong", ""),
        ("call me at work ", "", ""),
        ("Cell: ", " thanks", ""),
    ],
)
def test_a_name_may_touch_the_number(before: str, after: str, name: str) -> None:
    """On either side of it."""
    assert names.beside_number(before, after) == name
