"""Messages about a call that need no classifier."""

from __future__ import annotations

import pytest

from bot.conversation.form_state import SAVED, WITHDRAWN
from bot.engine.about_calls import behind_a_request, by_the_patient, contact, plainly, with_all_told
from bot.engine.part import given


@pytest.mark.parametrize(
    ("text", "topic", "label"),
    [
        ("484 555 0123", "", "callback"),
        ("the number i gave was wrong", SAVED, "callback_changed"),
        ("the number i gave was wrong", WITHDRAWN, "callback"),
        ("the number i gave was wrong", "", ""),
        ("where are you", SAVED, ""),
    ],
)
def test_a_number_and_a_correction_are_known(text: str, topic: str, label: str) -> None:
    """What was taken back is not said to be with the clinic."""
    assert plainly(text, topic) == label


def test_what_only_sounds_like_a_second_call_begins_none() -> None:
    """Right behind the first; who plainly asks again is heard, and so is everybody else."""
    unsure, sure = given("it's personal", "callback"), given("call my sister too", "callback")
    unsure.parsed["intent"]["confidence"] = 0.65

    assert [part.label for part in behind_a_request([unsure, sure], SAVED)] == ["callback_changed", "callback"]
    assert [part.label for part in behind_a_request([unsure], "")] == ["callback"]


def test_a_wish_for_a_text_begins_the_request() -> None:
    """But for danger that the message tells beside it."""
    text = "I'm deaf so text only please"
    found = contact(text, [given(text, "out_of_scope")])

    assert found is not None
    assert found.label == "callback"
    assert contact(text, [given(text, "emergency")]) is None


def test_the_wish_holds_all_that_is_told_beside_it() -> None:
    """A number behind `call?` is no question of its own; what is asked is left to that."""
    wish, question = given("call?", "callback"), given("do you take aetna", "not_covered/insurance")
    parts = with_all_told("call? jo 610-555-0188, do you take aetna", [wish, question])

    assert [part.text for part in parts] == ["call? jo 610-555-0188,", "do you take aetna"]
    assert parts[0].parsed["text"] == parts[0].text
    assert with_all_told("call? jo", [wish]) == [wish]


def test_who_calls_herself_is_called_by_nobody() -> None:
    """`alright i'll call. number?` asks for the number once, and begins no form."""
    mine, number = given("alright i'll call", "callback"), given("number?", "faq/contact")

    assert [part.label for part in by_the_patient([mine, number])] == ["faq/contact"]
    assert [part.label for part in by_the_patient([given("please call me", "callback"), number])] == ["callback", "faq/contact"]
