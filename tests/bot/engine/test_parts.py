"""One message with several questions, courtesies and follow-ups, through the shipped brain."""

from __future__ import annotations

import asyncio

import pytest

from bot.ask import ask
from bot.engine.part import Part
from bot.engine.parts import ABOUT_ME, LEAST_TOLD, _told
from bot.engine.topic_classifier import parse_data
from bot.inbound import Inbound
from bot.turn import FrontDesk
from bot.understanding.judgement import Verdict


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("how long is it and where are you, also do you take insurance", ["session_length", "location", "not_covered/insurance"]),
        ("hi! how long do needles stay in? thanks", ["smalltalk", "session_length"]),
        ("does it hurt and is it safe in pregnancy", ["needles_pain", "pregnancy_safety"]),
        ("what's the capital of france and where are you located", ["out_of_scope", "location"]),
        ("physical therapy and acupuncture together?", ["integrative_care"]),
        ("i pee every 20 min no joke, im 35 wks. how long would i be stuck on that table", ["session_length"]),
        ("price. hours. address.", ["not_covered/price", "not_covered/hours", "location"]),
        (
            "My wife is pregnant and wants to try. Is it safe? And does it really work?",
            ["pregnancy_safety", "evidence_pregnancy"],
        ),
        ("got a pacemaker. also does it really help si pain", ["not_covered/health_conditions", "evidence"]),
        ("i have a pacemaker, is it safe for me", ["not_covered/health_conditions"]),
        ("on warfarin. also does it really help si pain", ["not_covered/medicines", "evidence"]),
        ("prove it works for my SI, then send over the street", ["evidence", "location"]),
        ("cancel my 4pm today!! and remind me of your phone number", ["booking", "contact"]),
        ("may i have the phone number. my mother asks if a referral is needed", ["contact", "not_covered/referral"]),
        ("33 weeks", ["smalltalk"]),
        ("i stand behind a till all day", ["smalltalk"]),
        ("Two things. How's it supposed to work, and does it really", ["how_acupuncture_helps", "evidence"]),
    ],
)
def test_every_part_is_answered_in_order(desk: FrontDesk, text: str, topics: list[str]) -> None:
    """Each question of a message is answered in the order asked, each refusal is for its own part only."""
    assert asyncio.run(ask(desk, "web", text)).topics == topics


def test_a_follow_up_is_answered_in_context(desk: FrontDesk) -> None:
    """`why?` after an answer is about that answer."""

    async def talk() -> list[list[str]]:
        said = ["does it really work for si pain", "why?", "and if i'm pregnant?"]
        return [(await desk.take(Inbound("web_a", "web", f"m{at}", text))).topics for at, text in enumerate(said)]

    assert asyncio.run(talk()) == [["evidence"], ["how_acupuncture_helps"], ["evidence_pregnancy"]]


def test_a_pregnancy_told_chooses_the_answer(desk: FrontDesk) -> None:
    """Who said to be pregnant gets the pregnancy wording of later answers, on the web and by text message."""

    async def talk(channel: str) -> str:
        for at, text in enumerate(["im 30 weeks pregnant", "does it really work for si joint pain"]):
            reply = await desk.take(Inbound(f"{channel}_b", channel, f"m{at}", text))
        return str(reply.messages[0]["text"])

    assert "380" in asyncio.run(talk("web"))
    assert "380" in asyncio.run(talk("sms"))


@pytest.mark.parametrize(
    ("text", "label", "confidence", "thanked"),
    [
        ("on my feet all day", ABOUT_ME, LEAST_TOLD, True),
        ("is that much for a waitress", ABOUT_ME, LEAST_TOLD, False),
        ("on my feet all day", ABOUT_ME, LEAST_TOLD - 0.01, False),
        ("on my feet all day", "faq/causes", LEAST_TOLD, False),
    ],
)
def test_what_seems_told_is_thanked_for(text: str, label: str, confidence: float, thanked: bool) -> None:
    """Where it is not sure but likely, and nothing is asked; a doubt whether it is urgent stays with it."""
    part = _told(Part(text, parse_data(Verdict("refuse", label, confidence, doubt=True))))

    assert part.sure is thanked
    assert part.doubt
