"""Names that put right one told before."""

from __future__ import annotations

import pytest

from actions import renamed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("actually its jessica moore", "Jessica Moore"),
        ("no it's Jess", "Jess"),
        ("sorry, my name is jen", "Jen"),
        ("no its not right", ""),
        ("actually it's fine", ""),
        ("no im at work then", ""),
        ("its jess", "Jess"),
        ("no its Ann without e", "Ann"),
        ("the name its Susan", "Susan"),
        ("Pat is my name", "Pat"),
    ],
)
def test_a_name_that_puts_another_right(text: str, name: str) -> None:
    """Said as a correction, a name is one; what else is said that way is not."""
    assert renamed.corrected(text) == name


@pytest.mark.parametrize(
    ("text", "before", "name"),
    [
        ("no its Ellen WOO", "Ellen Wu", "Ellen WOO"),
        ("no its anne with an e, Anne", "Anne", "Anne"),
        ("no its private", "Ellen Wu", ""),
        ("no its my hip", "Ellen Wu", ""),
        ("no its Ellen Wu", "Ellen Wu", "Ellen Wu"),
    ],
)
def test_a_name_said_again_corrects_the_first(text: str, before: str, name: str) -> None:
    """Only one that shares a word with it: where any words may be an answer others are one."""
    assert renamed.again(text, before) == name


def test_a_name_spelt_out_is_taken_as_it_was_spelt() -> None:
    """Not as it stood before that."""
    assert renamed.corrected("no its ann with an e, Anne") == "Anne"


@pytest.mark.parametrize(
    ("text", "before", "name"),
    [
        ("yes pat", "Pat", "Pat"),
        ("It's Whitcombe with an e at the end", "Mrs. Eleanor Whitcombe", "Mrs. Eleanor Whitcombe"),
        ("its my hip", "Pat", ""),
    ],
)
def test_a_name_said_once_more_stays_whole(text: str, before: str, name: str) -> None:
    """A part of it doesn't take its place."""
    assert renamed.again(text, before) == name


@pytest.mark.parametrize(
    ("text", "before", "name"),
    [
        ("Its Pryia sorry P-R-I-Y-A", "Pryia", "Priya"),
        ("J-E-N", "", "Jen"),
        ("S-H-A-W not Shore", "Ann Shaw", "Ann Shaw"),
        ("I had an M-R-I", "Ann Shaw", ""),
    ],
)
def test_letters_put_the_name_right_that_is_like_them(text: str, before: str, name: str) -> None:
    """Other letters spell something else."""
    assert renamed.spelt_out(text, before) == name


@pytest.mark.parametrize(
    ("text", "before", "name"),
    [
        ("not karen its Karin with an i", "Karen", "Karin"),
        ("S-i-o-b-h-a-n", "Siobhán Ní Chonaill", "Siobhán Ní Chonaill"),
        ("O-k-a-f-o-r hyphen B-e-l-l", "Ruthanne Okafer-Bel", "Ruthanne Okafor-Bell"),
    ],
)
def test_a_name_is_put_right_where_it_is_wrong(text: str, before: str, name: str) -> None:
    """What is spelled out takes the place of the word that it is like, accents and all; the rest of the name stays."""
    assert renamed.again(text, before) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("actually use Mrs Dlamini", "Mrs Dlamini"),
        ("no, mrs dlamini", "Mrs Dlamini"),
        ("typo John Smith", "John Smith"),
        ("name is spelled wrong, John Smyth", "John Smyth"),
        ("change it to Imani", "Imani"),
        ("yes but call Imani not me", "Imani"),
        ("it's with a fada: Siobhán Ní Chonaill", "Siobhán Ní Chonaill"),
        ("change it to Friday", ""),
        ("change it to noon", ""),
        ("actually use my cell", ""),
        ("not monday its wednesday", ""),
        ("no, not now", ""),
        ("use both numbers", ""),
        ("typo", ""),
    ],
)
def test_a_correction_of_a_name_in_other_words(text: str, name: str) -> None:
    """Days, numbers and refusals are no names."""
    assert renamed.corrected(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ok but my name is Aoife", "Aoife"),
        ("FOR?? my name is Bob", "Bob"),
        ("Ellen Voss", "Ellen Voss"),
        ("my name is Aoife", ""),
        ("my name isnt Deaf", ""),
        ("Next Tuesday", ""),
        ("Perfect Thanks", ""),
        ("Looks Good", ""),
    ],
)
def test_who_objects_has_the_whole_name_changed(text: str, name: str) -> None:
    """A part said again without an objection leaves the whole."""
    assert renamed.whole(text) == name
