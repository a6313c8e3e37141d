"""Ordinary sentences in the form that once erased what was told, or dropped what was meant."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answers import Answer, read
from actions.told import CONFIRMED, NAME, NUMBER, SHARE, TIME, WHY

PHONE = "(610) 555-0147"
ALL = {NAME: "Jen", NUMBER: PHONE, TIME: "noon", WHY: "my hip", SHARE: True}


@pytest.mark.parametrize(
    "text",
    [
        "before my husband is home, he doesn't know",
        "when she gets home, not my cell",
        "while the kids nap, no voicemail",
        "not before he leaves for work, he can't know",
        "call me after my shift, dont leave a message",
    ],
)
def test_a_time_beside_a_privacy_note_is_passed_on_whole(text: str) -> None:
    """The time is the safety of it, and the number told before stays."""
    assert read(text, TIME, {**ALL, TIME: None}) == Answer({TIME: text})


@pytest.mark.parametrize("text", ["let it ring, i'm slow", "not my cell", "dont tell him anything when he picks up"])
def test_a_note_where_a_time_was_asked_for_is_kept_whole(text: str) -> None:
    """It erases nothing, and the time is asked for again."""
    found = read(text, TIME, {**ALL, TIME: None})

    assert found == Answer({WHY: f"my hip; {text}", TIME: None}, "utter_callback_noted")


def test_a_number_called_wrong_where_a_time_was_asked_for_is_still_asked_anew() -> None:
    """`That's not my cell` is said of the number."""
    assert read("wait thats not my cell", TIME, {**ALL, TIME: None}).slots[NUMBER] is None
    assert read("oh wait not my number", TIME, {**ALL, TIME: None}).slots == {NUMBER: None, TIME: None}


@pytest.mark.parametrize("text", ["no reason", "no reason to", "no real reason, no"])
def test_no_reason_to_share_is_a_no(text: str) -> None:
    """The reason to call stays."""
    assert read(text, SHARE, ALL) == Answer({SHARE: False})


def test_a_reason_is_still_dropped_in_so_many_words() -> None:
    """Where sharing was asked about, and under the summary."""
    assert read("drop the reason please", SHARE, ALL).slots == {WHY: "", SHARE: None}
    assert read("no reason", CONFIRMED, ALL).slots == {WHY: "", CONFIRMED: None}


@pytest.mark.parametrize("text", ["say i was born in 1980 at the end", "say my leave ends in 2025"])
def test_a_year_under_the_summary_is_a_note(text: str) -> None:
    """It goes to the reason and changes no number."""
    assert read(text, CONFIRMED, ALL).slots == {WHY: f"my hip; {text.removeprefix('say ')}", CONFIRMED: None}


@pytest.mark.parametrize("text", ["i have no questions", "i don't have any questions", "no questions", "nope, no more questions"])
def test_who_has_no_questions_keeps_none_back(text: str) -> None:
    """What was agreed to be shared still is; whether to send it is asked."""
    assert read(text, CONFIRMED, ALL).slots == {CONFIRMED: None}


@pytest.mark.parametrize("text", ["no questions please", "don't share any questions", "without my questions"])
def test_questions_are_still_kept_back_where_that_is_asked(text: str) -> None:
    """As before."""
    assert read(text, CONFIRMED, ALL).slots == {SHARE: False, CONFIRMED: None}


@pytest.mark.parametrize(
    "text",
    [
        "everything is wrong with my back",
        "all wrong since the birth",
        "start again with treatments",
        "i had to start over from scratch after my surgery",
        "it's all wrong, the hip and the back",
    ],
)
def test_a_reason_erases_nothing(text: str) -> None:
    """Whatever it begins again, or calls wrong."""
    assert read(text, WHY, {**ALL, WHY: None}) == Answer({WHY: text})


@pytest.mark.parametrize("text", ["start over", "no wait, everything is wrong, start over please", "can we start again"])
def test_who_says_only_that_starts_over_there_too(text: str) -> None:
    """The whole message must say so."""
    assert read(text, WHY, {**ALL, WHY: None}).slots == dict.fromkeys((NAME, NUMBER, TIME, SHARE))


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("call my doctor at 610 555 0123", {WHY: "call my doctor at (610) 555-0123"}),
        ("please call my midwife on 610 555 0123", {WHY: "call my midwife on (610) 555-0123"}),
        ("call my mother at 610 555 0123", {NUMBER: "(610) 555-0123"}),
    ],
)
def test_a_doctors_number_is_not_the_patients(text: str, slots: dict[str, Any]) -> None:
    """It is passed on with the reason; the patient's own is asked for."""
    assert read(text, "", {}).slots == slots


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("no. why: low back pain", {WHY: "low back pain"}),
        ("the why is si joint", {WHY: "si joint"}),
        ("change why to shoulder tension", {WHY: "shoulder tension"}),
        ("no the reason is si joint and time is anytime", {WHY: "si joint", TIME: "anytime"}),
        ("no 3 in the afternoon!! why is: si pain", {WHY: "si pain", TIME: "3 in the afternoon"}),
        ("its about my SI joint, a yr of pt", {WHY: "billing; about my SI joint, a yr of pt"}),
        ("say night shift nurse with si pain", {WHY: "billing; night shift nurse with si pain"}),
        ("yes but say josh will pick up", {WHY: "billing; josh will pick up"}),
        ("You forget pain. My low back pain", {WHY: "billing; My low back pain"}),
        ("hip pain after baby", {WHY: "billing; hip pain after baby"}),
        ("its my moms phone so ask for nadia", {NAME: "Nadia Lee", WHY: "billing; its my moms phone so ask for nadia"}),
        ("never mind the reason just book me", {WHY: ""}),
        ("Nadya not Nadia", {NAME: "Nadya Lee"}),
        ("its Nadya with a y", {NAME: "Nadya Lee"}),
        ("with a y", {NAME: None}),
        ("nadia lee", {NAME: "Nadia Lee"}),
        ("wheres the nights one", {}),
        ("was it friday or thursday you put", {}),
        ("take out the why and add the day number 484-555-0199", {WHY: "", NUMBER: f"{PHONE}, the day number (484) 555-0199"}),
        ("no i mean yes send it", {CONFIRMED: True}),
        ("yes pass it all", {CONFIRMED: True}),
    ],
)
def test_what_is_put_right_under_the_summary_is_taken(text: str, slots: dict[str, Any]) -> None:
    """In however odd words; a question changes nothing, and nothing is put that was not said."""
    told = {NAME: "Nadia Lee", NUMBER: PHONE, TIME: "noon", WHY: "billing"}
    found = read(text, CONFIRMED, told).slots

    assert {slot: value for slot, value in found.items() if slot != CONFIRMED or value} == slots


@pytest.mark.parametrize(
    ("asked", "text", "slots"),
    [
        (NAME, "Hank Durso like i said", {NAME: "Hank Durso"}),
        (NAME, "hank durso i just said", {NAME: "Hank Durso"}),
        (NUMBER, "oh sorry renee o'dell", {NAME: "Renee O'dell"}),
        (WHY, "and its Renée with an e", {NAME: "Renée"}),
        (WHY, "Renée", {NAME: "Renée"}),
        (TIME, "any time is fine, text only", {TIME: "any time", WHY: "text only"}),
        (WHY, "i dont want to say why", {WHY: ""}),
        (WHY, "none of your business lol", {WHY: ""}),
        (WHY, "id rather not say", {WHY: ""}),
        (TIME, "none of your business lol", {}),
        (WHY, "i dont want surgery on my hip", {WHY: "i dont want surgery on my hip"}),
        (WHY, "i want to book", {WHY: "i want to book"}),
        (WHY, "can you tell me what you have so far", {}),
        (TIME, "did you take it or not", {}),
    ],
)
def test_what_was_given_is_kept_whatever_was_asked(asked: str, text: str, slots: dict[str, Any]) -> None:
    """A name with words behind it, a refusal, and questions, which are no answer to anything."""
    found = read(text, asked, {NAME: "Renée"}).slots

    assert {slot: value for slot, value in found.items() if value is not None} == slots


def test_who_asks_what_was_noted_is_told() -> None:
    """The number if that is asked, and under the summary that this is all."""
    told = {NAME: "Jen", NUMBER: PHONE}

    assert read("which number did you put", WHY, told).response == "utter_callback_number_so_far"
    assert read("what do you have so far", WHY, told).response == "utter_callback_so_far"
    assert read("which numbers do you have for me", CONFIRMED, told).response == "utter_callback_all_so_far"
