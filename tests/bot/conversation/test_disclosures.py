"""What is told behind a reply."""

from __future__ import annotations

import pytest

from bot.turn import FrontDesk
from tests.turns import last


@pytest.mark.parametrize("asked", ["do you treat si pain if i am not pregnant", "can i take tylenol with it"])
def test_what_is_told_behind_an_answer_belongs_to_it(desk: FrontDesk, asked: str) -> None:
    """`I'm 70 though` isn't met by the question what she would like to know."""
    assert "worth telling the practitioner" in last(desk, asked, "I'm 70 though")
    assert "What would you like to know?" in last(desk, "thanks", "I'm 70 and my back hurts")
    assert "What would you like to know?" in last(desk, "where is the clinic located", "I'm 70 though")


@pytest.mark.parametrize("text", ["its severe", "it came after a car crash", "no its severe and sudden"])
def test_who_has_one_of_the_signs_hears_it_again(desk: FrontDesk, text: str) -> None:
    """What was asked for and is told now gets the advice, never `good to know`."""
    again = last(desk, "should i go to the er or come to you", text)

    assert "911" in again
    assert "good to know" not in again


@pytest.mark.parametrize("text", ["none of those", "no"])
def test_who_has_none_of_the_signs_is_not_sent_away(desk: FrontDesk, text: str) -> None:
    """`Should I go to the ER` lists signs: a no to them is no goodbye."""
    assert "That is good to know" in last(desk, "should i go to the er or come to you", text)
    assert "That is good to know" not in last(desk, "thanks", text)


def test_what_is_told_behind_a_refusal_is_for_the_clinic(desk: FrontDesk) -> None:
    """`im 68` behind insurance asks nothing anew."""
    assert "The clinic can say what that means here" in last(desk, "do you take insurance", "I'm 70 and my back hurts")


def test_a_pregnancy_told_behind_an_answer_is_for_the_practitioner(desk: FrontDesk) -> None:
    """And how far along it is."""
    assert "how far along" in last(desk, "what happens at a session", "im pregnant by the way")
