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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("name Dr. Ellen Voss (im a dentist lol)", "Dr. Ellen Voss"),
        ("im Deaf. my name is Marisol", "Marisol"),
        ("my name isnt Deaf!! its Marisol", "Marisol"),
        ("I'm Jewish", ""),
        ("my name is Jane English", "Jane English"),
    ],
)
def test_titles_belong_to_a_name_and_what_one_is_does_not(text: str, name: str) -> None:
    """`im Deaf` tells no name."""
    assert names.told(text) == name


@pytest.mark.parametrize(
    "text", ["put both numbers", "who's asking lol", "private", "ugh autocorrected Aoife", "oh", "Deaf", "typo"]
)
def test_remarks_are_no_names(text: str) -> None:
    """They are asked about again."""
    assert names.find(text) == ""


@pytest.mark.parametrize("text", ["D'Angelo Q. Whitfield III", "Dr. Ellen Voss", "Jane English", "Anna White"])
def test_initials_and_names_that_are_words_stay(text: str) -> None:
    """A whole name is kept whole."""
    assert names.find(text) == text
