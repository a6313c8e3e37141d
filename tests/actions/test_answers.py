"""What one message says for the form: one thing, several, a correction, or nothing clear."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answers import Answer, read
from actions.filled import Sender
from actions.told import CONFIRMED, NAME, NUMBER, SHARE, TIME, WHY

PHONE = "(484) 555-0123"
ALL = {NAME: "Jen", NUMBER: PHONE, TIME: "noon", WHY: ""}


@pytest.mark.parametrize(
    ("asked", "text", "slots"),
    [
        (NAME, "jen", {NAME: "Jen"}),
        (NAME, "jen, 484 555 0123, tmrw after 5", {NAME: "Jen", NUMBER: PHONE, TIME: "tomorrow after 5"}),
        (NAME, "jen 484 555 0123 tmrw after 5", {NAME: "Jen", NUMBER: PHONE, TIME: "tomorrow after 5"}),
        (NAME, "my name is jen and my number is 4845550123", {NAME: "Jen", NUMBER: PHONE}),
        (NAME, "jen but call me tomorrow after 5 on 4845550123", {NAME: "Jen", NUMBER: PHONE, TIME: "tomorrow after 5"}),
        (NAME, "484 555 0123", {NAME: None, NUMBER: PHONE}),
        (NAME, "Mrs. Price", {NAME: "Mrs. Price"}),
        (NAME, 'just say "a patient"', {NAME: "a patient"}),
        (NAME, "my name is Rob its for my wife", {NAME: "Rob"}),
        (WHY, "nothing else", {WHY: ""}),
        (CONFIRMED, "That is quite right thank you", {CONFIRMED: True}),
        (CONFIRMED, "send", {CONFIRMED: True}),
        (CONFIRMED, "yes dear thank you", {CONFIRMED: True}),
        (NAME, "fine. Joe Russo 484-555-0123 NOW", {NAME: "Joe Russo", NUMBER: PHONE}),
        (NUMBER, "484 555 0123", {NUMBER: PHONE}),
        (NUMBER, "484 555 0123, any time", {NUMBER: PHONE, TIME: "any time"}),
        (NUMBER, "same", {NUMBER: "(610) 555-0199"}),
        (TIME, "any morning but friday", {TIME: "any morning but friday"}),
        (TIME, "tmrw after 5", {TIME: "tomorrow after 5"}),
        (TIME, "when baby naps", {TIME: "when baby naps"}),
        (WHY, "my hip hurts at night", {WHY: "my hip hurts at night"}),
        (WHY, "no thanks", {WHY: ""}),
        (WHY, "send it", {WHY: ""}),
        (TIME, "ok mornings", {TIME: "mornings"}),
        (SHARE, "yes please", {SHARE: True}),
        (SHARE, "yes pls", {SHARE: True}),
        (SHARE, "spot on", {SHARE: True}),
        (SHARE, "no thank you", {SHARE: False}),
        (CONFIRMED, "yes that's right", {CONFIRMED: True}),
        (CONFIRMED, "no, the time should be friday at 3pm", {TIME: "friday at 3pm"}),
    ],
)
def test_an_answer_fills_its_slots(asked: str, text: str, slots: dict[str, Any]) -> None:
    """One message may give one thing or several, in the patient's own words."""
    found = read(text, asked, ALL, Sender("+16105550199"))

    assert {slot: value for slot, value in found.slots.items() if slot in slots} == slots
    assert found.response == ""


@pytest.mark.parametrize(
    ("asked", "text", "response"),
    [
        (NAME, "thanks", "utter_callback_name_unclear"),
        (NAME, "yes send", "utter_callback_name_unclear"),
        (NAME, "no i wont give a number, just email me", "utter_callback_only_calls"),
        (TIME, "not sure", "utter_callback_time_unclear"),
        (TIME, "hmm let me think", "utter_callback_no_hurry"),
        (CONFIRMED, "thanks!", "utter_callback_yes_or_no"),
        (CONFIRMED, "thanks but not yet", "utter_callback_not_yet"),
        (WHY, "yes", "utter_callback_go_on"),
        (TIME, "is it a woman?", "utter_callback_time_unclear"),
        (NUMBER, "555-0123", "utter_callback_number_unclear"),
        (NUMBER, "same", "utter_callback_number_unclear"),
        (TIME, "yes", "utter_callback_time_unclear"),
        (SHARE, "hmm", "utter_callback_yes_or_no"),
        (CONFIRMED, "hmm", "utter_callback_yes_or_no"),
        (CONFIRMED, "no", "utter_callback_what_to_change"),
        (NAME, "why do you need my name", "utter_callback_what_for"),
        (NUMBER, "whats it for?", "utter_callback_what_for"),
        (NUMBER, "who will see it", "utter_callback_what_for"),
        (NUMBER, "how long do you keep my number", "utter_callback_what_for"),
        (TIME, "why?", "utter_callback_what_for"),
        (WHY, "why do you need to know", "utter_callback_what_for"),
        (CONFIRMED, "who gets this", "utter_callback_what_for"),
    ],
)
def test_an_unclear_answer_is_asked_again_with_a_word_why(asked: str, text: str, response: str) -> None:
    """Nothing is guessed; without a sender, `same` is no number."""
    found = read(text, asked, {})

    assert (found.slots, found.response) == ({asked: None}, response)


@pytest.mark.parametrize(
    ("asked", "text", "slots"),
    [
        (TIME, "wait wrong number", {NUMBER: None, TIME: None}),
        (TIME, "wait wrong number, its 484 555 0123", {NUMBER: PHONE, TIME: None}),
        (CONFIRMED, "no, change the number", {NUMBER: None}),
        (CONFIRMED, "the number", {NUMBER: None}),
        (CONFIRMED, "my name is spelled wrong", {NAME: None}),
        (CONFIRMED, "484 555 0123", {NUMBER: PHONE, CONFIRMED: None}),
        (CONFIRMED, "don't share my questions", {SHARE: False, CONFIRMED: None}),
        (CONFIRMED, "yes but please do not pass on my questions", {SHARE: False, CONFIRMED: None}),
        (CONFIRMED, "keep my questions private", {SHARE: False, CONFIRMED: None}),
        (CONFIRMED, "no questions please, and the name is wrong", {SHARE: False, NAME: None}),
        (CONFIRMED, "no, share my questions", {SHARE: None}),
        (TIME, "i have another question", {TIME: "i have another question"}),
        (WHY, "actually make that friday", {TIME: "friday", WHY: None}),
        (WHY, "it aches on monday mornings", {WHY: "it aches on monday mornings"}),
        (WHY, "mornings", {WHY: "mornings"}),
        (WHY, "why did they want me to come on Fridays only", {WHY: "why did they want me to come on Fridays only"}),
        (CONFIRMED, "actually its jessica moore", {NAME: "Jessica Moore", CONFIRMED: None}),
        (CONFIRMED, "no, my name is Jess", {NAME: "Jess", CONFIRMED: None}),
        (CONFIRMED, "actually its tuesday", {TIME: "tuesday", CONFIRMED: None}),
        (CONFIRMED, "yes but only wednesday", {TIME: "only wednesday", CONFIRMED: None}),
        (CONFIRMED, "Yes, but change Thursday to Friday", {TIME: "Friday", CONFIRMED: None}),
        (
            CONFIRMED,
            "Change the name to Benjamin and the time to saturday",
            {NAME: "Benjamin", TIME: "saturday", CONFIRMED: None},
        ),
        (CONFIRMED, "the number is fine but my name is Joanne", {NAME: "Joanne", CONFIRMED: None}),
        (CONFIRMED, "everything is wrong start over", {NAME: None, NUMBER: None, TIME: None, WHY: None, SHARE: None}),
        (NUMBER, "sorry John with an h", {NAME: "John", NUMBER: None}),
        (WHY, "is it ok to use my work number instead 484 555 0123", {NUMBER: PHONE, WHY: None}),
        (WHY, "wait i gave you my old phone", {NUMBER: None, WHY: ""}),
        (TIME, "its about my wifes hip/back pain", {WHY: "about my wifes hip/back pain", TIME: None}),
        (WHY, "i work until 4", {WHY: "i work until 4"}),
        (TIME, "fri after 3, my knee and hip", {TIME: "fri after 3", WHY: "my knee and hip"}),
        (SHARE, "wait, can you make it saturday instead", {TIME: "saturday", SHARE: None}),
    ],
)
def test_a_correction_opens_what_it_names(asked: str, text: str, slots: dict[str, Any]) -> None:
    """What is called wrong is asked anew, unless the right value stands beside it."""
    told = {**ALL, SHARE: True, **({TIME: None} if asked == TIME else {})}

    assert read(text, asked, told).slots == slots


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("call me back please", {}),
        ("im pregnant can someone call me", {}),
        ("call me back, I'm Jen, 484 555 0123 tomorrow", {NAME: "Jen", NUMBER: PHONE, TIME: "tomorrow"}),
        ("have someone call me after 5pm", {TIME: "after 5pm"}),
        ("call me. Pat. 484-555-0123. noon", {NAME: "Pat", NUMBER: PHONE, TIME: "noon"}),
        ("ok call me, name's Deb, 484-555-0123", {NAME: "Deb", NUMBER: PHONE}),
        ("call me, Ron Alvarez 484-555-0123", {NAME: "Ron Alvarez", NUMBER: PHONE}),
        ("Please have them call my mother at 484 555 0123 shes Ruth", {NAME: "Ruth", NUMBER: PHONE}),
        (
            "Call me: Bill Novak 484-555-0123 tomorrow 10am, about SI pain",
            {NAME: "Bill Novak", NUMBER: PHONE, TIME: "tomorrow 10am", WHY: "about SI pain"},
        ),
        (
            "u can call me at 484 555 0123 im Nadia but dont say whats it about if my husband picks up",
            {NAME: "Nadia", NUMBER: PHONE, WHY: "dont say whats it about if my husband picks up"},
        ),
        ("you can call me Trish my cell is 484 555 0123 best after 6 pm", {NAME: "Trish", NUMBER: PHONE, TIME: "after 6 pm"}),
    ],
)
def test_what_comes_with_the_wish_to_be_called_is_not_asked_again(text: str, slots: dict[str, Any]) -> None:
    """A form that begins with a full message has less to ask, and takes nobody's condition for a name."""
    assert read(text, "", {}).slots == slots


@pytest.mark.parametrize("asked", [NAME, NUMBER, TIME, WHY, SHARE, CONFIRMED])
@pytest.mark.parametrize(
    "text", ["yes you may " * 80 + "x", "ok " * 300 + "!?", "no " * 300, "on at by " * 110, ", " * 400, "5" * 900]
)
def test_no_message_keeps_the_hands_busy(asked: str, text: str) -> None:
    """The longest and strangest messages are read in one go: they end, and leave nothing confirmed."""
    assert read(text, asked, ALL).slots.get(CONFIRMED) is not True


@pytest.mark.parametrize(
    ("asked", "text", "slots"),
    [
        (NUMBER, "sorry Ahmad with 2 a's", {NAME: "Ahmad"}),
        (NUMBER, "i said Mike", {NAME: "Mike"}),
        (TIME, "actually make it 484 555 0123", {NUMBER: "(484) 555-0123"}),
        (WHY, "Wednesday actually", {TIME: "Wednesday"}),
        (WHY, "change the name to Michael Brandt", {NAME: "Michael Brandt"}),
        (WHY, "mornings then", {TIME: "mornings"}),
        (SHARE, "wait mon is a holiday make it tues", {TIME: "tues"}),
        (WHY, "not today tho", {TIME: f"{ALL[TIME]}, not today"}),
        (NUMBER, "she speaks only spanish", {WHY: "she speaks only spanish"}),
    ],
)
def test_what_is_put_right_between_two_questions_is_noted(asked: str, text: str, slots: dict[str, Any]) -> None:
    """Else the same question again looks as if nobody had heard."""
    found = read(text, asked, ALL)

    assert {slot: value for slot, value in found.slots.items() if value is not None} == slots
    assert found.response == "utter_callback_noted"


@pytest.mark.parametrize("text", ["skip", "doesn't matter", "whatever works", "No preference."])
def test_a_time_may_be_left_to_the_clinic(text: str) -> None:
    """A refusal to choose is an answer."""
    assert read(text, TIME, ALL) == Answer({TIME: "any time"})


def test_a_changing_schedule_is_told_to_the_clinic() -> None:
    """Who can name no time says why in her own words, and isn't asked for one again."""
    assert read("idk my schedule changes every week", TIME, {}) == Answer({TIME: "idk my schedule changes every week"})
    assert read("what was the time again? i mean when r u open", TIME, {}).slots == {TIME: None}


@pytest.mark.parametrize(
    ("asked", "text", "slots"),
    [
        (NUMBER, "484 555 0123 but I don't hear well so let it ring", {NUMBER: PHONE, WHY: "I don't hear well, let it ring"}),
        (NUMBER, "484 555 0123 thats a landline so no texting", {NUMBER: PHONE, WHY: "no texting"}),
        (NAME, "Kev, but ask for Sandra my wife", {NAME: "Kev", WHY: "ask for Sandra my wife"}),
        (TIME, "any time but pls dont ask about the baby", {TIME: "any time but pls dont ask about the baby"}),
        (NUMBER, "484 555 0123 i cant talk before noon", {NUMBER: PHONE, TIME: "i cant talk before noon"}),
        (TIME, "i can't talk mornings", {TIME: "i can't talk mornings"}),
        (NUMBER, "484 555 0123 dont say its the clinic", {NUMBER: PHONE, WHY: "dont say its the clinic"}),
        (NUMBER, "484 555 0123", {NUMBER: PHONE}),
    ],
)
def test_what_whoever_calls_must_know_is_kept(asked: str, text: str, slots: dict[str, Any]) -> None:
    """Told beside an answer, it goes to the reason, where the clinic reads it before calling."""
    assert read(text, asked, {}).slots == slots


@pytest.mark.parametrize("text", ["hold on, thats the wrong number", "not on that number"])
def test_a_wrong_number_is_asked_for_again(text: str) -> None:
    """Whatever courtesy it comes with."""
    assert read(text, CONFIRMED, ALL) == Answer({NUMBER: None}, "utter_callback_change_it")


@pytest.mark.parametrize("text", ["is it going to be from the same number", "wait is this free"])
def test_a_question_under_the_summary_changes_nothing(text: str) -> None:
    """It names the number, or begins with `wait`, and is no wish to change anything."""
    found = read(text, CONFIRMED, ALL)

    assert found.slots == {CONFIRMED: None}
    assert found.response not in ("utter_callback_change_it", "utter_callback_what_to_change")


def test_a_name_is_put_right_under_the_summary() -> None:
    """`Louise not Lou` says which of the two is right."""
    assert read("and put Louise not Lou", CONFIRMED, ALL).slots == {NAME: "Louise", CONFIRMED: None}


@pytest.mark.parametrize("text", ["who is going to call", "and who will ring?"])
def test_who_will_call_is_no_reason(text: str) -> None:
    """A question under the question for a reason is not passed on as one."""
    assert read(text, WHY, ALL) == Answer({WHY: None}, "utter_callback_what_for")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("dont leave a vm pls my boss hears it", "dont leave a vm pls my boss hears it"),
        ("also can u say its about si pain", "about si pain"),
        ("No voicemail please", "No voicemail please"),
    ],
)
def test_what_the_clinic_is_to_know_goes_to_the_reason(text: str, why: str) -> None:
    """Said under the summary, it belongs to what is passed on, beside a reason given before."""
    assert read(text, CONFIRMED, ALL) == Answer({WHY: why, CONFIRMED: None})
    assert read(text, CONFIRMED, {**ALL, WHY: "my hip"}) == Answer({WHY: f"my hip; {why}", CONFIRMED: None})
