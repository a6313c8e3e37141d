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
        ("actually its jessica moore", "Jessica Moore"),
        ("no it's Jess", "Jess"),
        ("sorry, my name is jen", "Jen"),
        ("no its not right", ""),
        ("actually it's fine", ""),
        ("no im at work then", ""),
        ("its jess", ""),
    ],
)
def test_a_name_that_puts_another_right(text: str, name: str) -> None:
    """Said as a correction, a name is one; what else is said that way is not."""
    assert names.corrected(text) == name


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
    ("text", "before", "name"),
    [
        ("no its Ellen WOO", "Ellen Wu", "Ellen WOO"),
        ("no its anne with an e, Anne", "Anne", ""),
        ("no its private", "Ellen Wu", ""),
        ("no its my hip", "Ellen Wu", ""),
        ("no its Ellen Wu", "Ellen Wu", ""),
    ],
)
def test_a_name_said_again_corrects_the_first(text: str, before: str, name: str) -> None:
    """Only one that shares a word with it: where any words may be an answer others are one."""
    assert names.again(text, before) == name


def test_a_name_spelt_out_is_taken_as_it_was_spelt() -> None:
    """Not as it stood before that."""
    assert names.corrected("no its ann with an e, Anne") == "Anne"
