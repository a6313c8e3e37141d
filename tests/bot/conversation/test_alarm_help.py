"""Words of help, after an alarm."""

from __future__ import annotations

import pytest

from bot.conversation.alarm_help import (
    agrees,
    asks_meanwhile,
    asks_to_get_help,
    asks_to_wait,
    called,
    calling_now,
    planned,
    waits,
    without_aside,
)


@pytest.mark.parametrize(
    "text",
    [
        "ok will do thank you",
        "i'll call them, sorry",
        "we are on our way",
        "going in now",
        "let me call my ob",
        "ok im going",
        "right im making him go",
        "im in the car",
        "we are in the car now",
        "hubby is taking me to L&D",
        "ok ringing labor ward",
        "they said come in",
        "triage said come on in",
        "ok labor ward wants me. is acupuncture ok after a fall",
        "they said come in. can you cancel my appointment tomorrow",
        "spoke to nurse, going in. can acupuncture help after?",
    ],
)
def test_who_gets_help_agrees(text: str) -> None:
    """In however few words."""
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "i will do it",
        "i'll call tomorrow",
        "i'll call you",
        "should i call",
        "not going in",
        "im going to bed",
        "im in the car and it hurts so much",
        "he's making me go",
        "my mom said come in",
        "they said go in the water",
        "they told me to go down there",
        "calling hubby to drive me",
        "should i be ringing the labor ward",
        "im in the office",
    ],
)
def test_who_puts_it_off_does_not(text: str) -> None:
    """Nor who may mean something else."""
    assert not agrees(text)


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("Very well, I have rung 911.", True),
        ("called them, they said stay home till 4 min apart", True),
        ("i talked to my therapist", True),
        ("paramedics are on their way", True),
        ("poison control says give him milk", True),
        ("called my ob but shes not picking up", False),
        ("i called him and he was drunk", False),
        ("will they be here soon?", False),
        ("should i be on the phone with 911?", False),
    ],
)
def test_who_was_reached_can_help(text: str, reached: bool) -> None:
    """A line that rings out is no help, nor is anybody."""
    assert called(text) == reached


@pytest.mark.parametrize(
    ("text", "waiting"),
    [("what do i do while i wait", True), ("and until they get here?", True), ("how long is the wait", False)],
)
def test_who_waits_for_help_asks_what_to_do(text: str, waiting: bool) -> None:
    """Not who asks about waiting times."""
    assert waits(text) == waiting


@pytest.mark.parametrize(
    "text",
    [
        "they told me to put her in the oven",
        "they are here, in the walls",
        "called triage and it rang and rang",
        "i called 911 and the ambulance left without me",
        "i was calling them to come for the baby",
        "they said i should just do it",
        "called 911 but cancelled it",
        "i called 911 and hung up",
        "i called my doctor and left a message",
        "i called the doctor, the earliest is thursday",
        "i spoke with my doctor in march",
        "i called the nurse line and im number 30 in the queue",
        "i called 988 last year and it made things worse",
        "i already talked to my doctor, it is too late",
        "i told you i already called the hotline and they hung up on me",
    ],
)
def test_help_that_failed_or_is_long_past_is_none(text: str) -> None:
    """Nor are voices, whoever `they` are."""
    assert not called(text)
    assert not calling_now(text)


@pytest.mark.parametrize(
    "text",
    [
        "i'll go in after lunch",
        "ill call them in the morning",
        "on my way to your office",
        "i'll go in and lie down",
        "i'll call my husband",
        "will do after work",
    ],
)
def test_what_leads_elsewhere_is_no_help(text: str) -> None:
    """Or later."""
    assert not agrees(text)


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("ok calling 988", True),
        ("i called the number", True),
        ("im on the phone with them", True),
        ("i called my sister", False),
        ("calling them, goodbye", False),
        ("they are calling them to take me", False),
    ],
)
def test_about_despair_only_help_that_is_there_now_counts(text: str, now: bool) -> None:
    """Named, and with nothing behind it."""
    assert calling_now(text) == now


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        ("she's asleep now should i wake her", True, False),
        ("do i need to go in", True, False),
        ("should i call 911?", True, False),
        ("should i call my sister", False, False),
        ("should i call your number", False, False),
        ("who should i call", False, False),
        ("should i drive him to the hospital", False, False),
        ("should i wait in the car for the ambulance", False, False),
        ("should i take tylenol", False, False),
        ("should i go in tomorrow", False, False),
        ("can i wait til morning its late and i dont wanna bother them", False, True),
        ("is it ok to wait till monday", False, True),
        ("i cant wait", False, False),
    ],
)
def test_a_yes_or_a_no_is_said_where_it_is_due(text: str, yes: bool, no: bool) -> None:
    """Whoever asks whether to do what the advice says, or whether it can wait, is answered that first."""
    assert (asks_to_get_help(text), asks_to_wait(text)) == (yes, no)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ok called, dr wants a urine sample tomorrow", True),
        ("midwife says its ok after sex, come in for a check tmrw", True),
        ("ok i called, thursday", True),
        ("they said come in tomorrow", True),
        ("called but no answer, will try tomorrow", False),
        ("my mom says come in tomorrow", False),
        ("should i have called for a test", False),
        ("midwife did not check", False),
        ("i would have called on monday", False),
        ("my doctor said go to the er but im staying home", False),
        ("talked to my boyfriend tonight", False),
        ("called uber at 9", False),
        ("i spoke to you today", False),
        ("called in sick today", False),
        ("nurse told me check the pad, its full", False),
    ],
)
def test_who_was_asked_and_said_when_has_been_asked(text: str, asked: bool) -> None:
    """By one who can judge it; not by kin, and not where nobody answered."""
    assert planned(text) == asked


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("spoke to nurse, going in. can acupuncture help after?", "spoke to nurse, going in."),
        ("can you see me today", "can you see me today"),
        ("it hurts. what is it", "it hurts. what is it"),
    ],
)
def test_what_is_asked_of_the_clinic_stands_beside_the_news(text: str, news: str) -> None:
    """Alone it is no aside."""
    assert without_aside(text) == news


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("called 911 they're on the way. should i lie down", True),
        ("i told 911. can i get up to unlock the door", True),
        ("ambulance is coming, what do i do now", True),
        ("called 911. can i call them off", False),
        ("should i lie down", False),
        ("called 911 but nobody came. should i lie down", False),
        ("called 911. should i get in the car and drive", False),
    ],
)
def test_what_is_asked_till_help_is_there(text: str, asks: bool) -> None:
    """Of whoever was reached; nothing that would send them away."""
    assert asks_meanwhile(text) is asks
