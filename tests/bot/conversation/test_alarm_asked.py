"""What is asked or feared about getting help."""

from __future__ import annotations

import pytest

from bot import content, safety
from bot.content.sms_text import length
from bot.conversation.alarm_asked import AMBULANCE, CHANGES, CRISES, OF_A_MOTHER, at_another_door, met_by
from bot.turn import FrontDesk
from tests.turns import take

MOST = 306
"""Places in two joined text messages."""


def test_the_dangers_it_tells_apart_are_dangers(flags: safety.Safety) -> None:
    """No id of one that is gone."""
    assert {flag.id for flag in flags.flags} >= AMBULANCE | OF_A_MOTHER | CRISES


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("who do i call then", "still_urgent_whom"),
        ("whats their number", "still_urgent_whom"),
        ("which one, 911 or ob", "still_urgent_whom"),
        ("i can drive its only 5 min", "still_urgent_ride"),
        ("should i get an uber", "still_urgent_ride"),
        ("so wait til the dr opens at 8?", "still_urgent_no_waiting"),
        ("dr opens at 8, its 5 now", "still_urgent_no_waiting"),
        ("can i have a bath first", "still_urgent_no_waiting"),
        ("can i finish work first", "still_urgent_no_waiting"),
        ("morning ok?", "still_urgent_no_waiting"),
        ("the midwife is comin on friday anyway", "still_urgent_no_waiting"),
        ("can i sleep it off", "still_urgent_no_waiting"),
        ("its 2am they wont like it", "still_urgent_no_bother"),
        ("dont want to look silly if its nothing", "still_urgent_no_bother"),
        ("scared to call", "still_urgent_no_bother"),
        ("will they think im dumb", "still_urgent_no_bother"),
        ("can i get in w you tomorrow anyway", "still_urgent_no_visit"),
        ("so can we still come at 11", "still_urgent_no_visit"),
        ("he says can u see him today instead", "still_urgent_no_visit"),
        ("so doctor or you first", "still_urgent_no_visit"),
        ("are you open today", "still_urgent_no_visit"),
        ("ill try oatmeal lotion first", "still_urgent_first"),
        ("should i take an aspirin", "still_urgent_first"),
        ("is that bad u think", "still_urgent_serious"),
        ("is that high", "still_urgent_serious"),
        ("whats wrong with me", "still_urgent_exam"),
        ("so did they poke my lung", "still_urgent_exam"),
        ("what do i say to them", "still_urgent_say"),
        ("she'll be furious", "still_urgent_upset"),
        ("he'd hate me if i called anyone", "still_urgent_upset"),
        ("my mom is here with me", "still_urgent_company"),
        ("im on hold with triage", "still_urgent_unanswered"),
        ("nobody is picking up", "still_urgent_unanswered"),
        ("i dont have insurance", "still_urgent_money"),
        ("an ambulance is too expensive", "still_urgent_money"),
    ],
)
def test_what_is_asked_of_help_is_met(text: str, met: str) -> None:
    """By the sentence that answers it, whoever says it in whatever way."""
    assert met_by(text, "clot") == met


@pytest.mark.parametrize(
    "text",
    [
        "how long is a session",
        "how much is a visit",
        "where are you",
        "do you take aetna",
        "what is the price",
        "what is your address",
        "what should i wear",
        "can i bring my son",
        "is it the same building as before",
        "did you get my form",
        "can i drive home after",
        "can i use my hsa",
        "what do you say to people with a long drive",
        "is it ok if i bring my son",
        "please cancel my appointment tomorrow",
        "its my calf",
    ],
)
def test_what_asks_something_else_is_left_alone(text: str) -> None:
    """A question to the clinic, or what is told of the danger."""
    assert met_by(text, "clot") == ""


def test_nobody_drives_where_minutes_count() -> None:
    """With a leg that may hold a clot somebody may drive, with a cord that is out nobody."""
    met = [met_by("my husband can drive me", urgent) for urgent in ("clot", "cord_prolapse")]

    assert met == ["still_urgent_ride", "still_urgent_no_driving"]


@pytest.mark.parametrize(
    ("text", "urgent", "met"),
    [
        ("will they take her away if i call", "suicide_self_harm", "still_urgent_keep_baby"),
        ("will they call cps", "postpartum", "still_urgent_keep_baby"),
        ("can they take her in an ambulance", "clot", ""),
        ("can i come in tomorrow", "despair", ""),
        ("is that bad", "violence_at_home", ""),
    ],
)
def test_a_crisis_is_met_by_what_is_feared_in_one(text: str, urgent: str, met: str) -> None:
    """That a baby is taken away; and nothing of cars, exams or visits."""
    assert met_by(text, urgent) == met


@pytest.mark.parametrize(
    ("topic", "text", "elsewhere"),
    [
        ("contact", "who do i call then", True),
        ("contact", "what do they ask me if i ring", True),
        ("contact", "how do i reach the clinic", False),
        ("contact", "whats your number", False),
        ("hours", "dr opens at 8, its 5 now", True),
        ("hours", "what are your hours", False),
        ("price", "who do i call", False),
    ],
)
def test_the_clinics_number_answers_only_who_asks_for_it(topic: str, text: str, elsewhere: bool) -> None:
    """And its hours not where a doctor's were meant."""
    assert at_another_door({topic}, text) == elsewhere


def test_what_calls_a_visit_off_is_no_wish_for_one() -> None:
    """`Cancel`, `move it`: that may be answered."""
    assert CHANGES.search("can you cancel my appointment")
    assert not CHANGES.search("can i have an appointment")


def test_every_sentence_fits_two_texts_with_every_advice(known: content.Content, flags: safety.Safety) -> None:
    """And is written in full."""
    names = [name for name in known.replies if name.startswith("still_urgent_")]
    met = [name for name in names if "first_" not in name and not name.endswith(("unnamed", "thanks"))]

    assert len(met) >= 15
    for flag in flags.flags:
        long = {name for name in met if length(f"{known.reply(name, 'sms')} {flag.again}") > MOST}
        assert long == set(), flag.id


@pytest.mark.parametrize(
    ("urgent", "text"),
    [
        ("i took 20 tylenol since this morning", "who do i call then"),
        ("waters went in the shower", "can i get in w you tomorrow anyway"),
        ("i have chest pain", "what is it"),
        ("3 week old wont wake up to feed", "so wait til the dr opens at 8?"),
    ],
)
def test_no_number_of_the_clinic_and_no_way_out_in_danger(desk: FrontDesk, urgent: str, text: str) -> None:
    """Whoever told a danger in so many words hears what to do, not the clinic, and not how to call it off."""
    for each in (urgent, "hm"):
        take(desk, each)
    reply = take(desk, text)

    assert (reply.kind, len(reply.messages)) == ("emergency", 1)
    assert not any(word in reply.messages[0]["text"] for word in ("484.222", "janeapp", "not an emergency"))
