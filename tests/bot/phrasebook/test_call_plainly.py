"""The wish to be called in plain words, told from words that only hold it."""

from __future__ import annotations

import pytest

from bot.phrasebook.call_plainly import wishes

WISHES = (
    "call me half seven|ring me half seven pls|ring me when youre open|no i want you to call me"
    "|can you call me after 5?|call us friday"
    "|could you tell dr mclees to call me it's Annette from last week she knows what its about|have someone call my mom"
    "|i also want u to call my mom Mei-Hua same number sun"
    "|i'd like a consultation call. im free mondays 10-12|call my husband at noon"
    "|i need someone to ring me|please ask them to phone my daughter tomorrow"
)
NONE = (
    "call me crazy|call me tired|call me when the bleeding stops|they never call me before noon|i dont want you to call me"
    "|why should i call|how much is a consultation call|did you tell them to call me|i asked you to call me|can i call you friday"
    "|call my doctor at noon|tell my mom to call you|call it a day|dont call me friday|nobody to call me"
    "|i want to know when you call"
    "|my sister wants me to call her at 5|have them stop calling me|is it ok to call at noon|call me a cab"
)


@pytest.mark.parametrize("text", WISHES.split("|"))
def test_a_wish_in_plain_words_is_one(text: str) -> None:
    """It is not turned away for want of a number."""
    assert wishes(text)


@pytest.mark.parametrize("text", NONE.split("|"))
def test_other_words_begin_no_form(text: str) -> None:
    """Sayings, refusals, questions, danger, and calls of other people."""
    assert not wishes(text)
