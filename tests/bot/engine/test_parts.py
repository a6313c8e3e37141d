"""One message with several questions, courtesies and follow-ups, through the shipped brain."""

from __future__ import annotations

import asyncio
from typing import cast

import pytest

from bot.ask import ask
from bot.conversation.inbound import Inbound
from bot.engine.part import Part
from bot.engine.parts import (
    ABOUT_ME,
    LEAST_TOLD,
    PLAIN,
    _danger,
    _danger_beside_a_number,
    _meant_something_else,
    _told,
    _with_the_rest,
)
from bot.engine.reader import Reader
from bot.engine.topic_classifier import parse_data
from bot.turn import FrontDesk
from bot.understanding.judgement import Verdict


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("how long is it and where are you, also do you take insurance", ["session_length", "location", "not_covered/insurance"]),
        ("hi! how long do needles stay in? thanks", ["smalltalk", "session_length"]),
        ("does it hurt and is it safe in pregnancy", ["needles_pain", "pregnancy_safety"]),
        ("what's the capital of france and where are you located", ["out_of_scope", "location"]),
        ("my parcel of boots never came, who pays the postage? and when will I be getting them", ["out_of_scope"]),
        ("do you know a good plumber? and how long is a session", ["out_of_scope", "session_length"]),
        ("physical therapy and acupuncture together?", ["integrative_care"]),
        ("i pee every 20 min no joke, im 35 wks. how long would i be stuck on that table", ["session_length"]),
        (
            "I have sixty ewes lambing and was up every night for two weeks. They go off limping and bleating and I laugh"
            " because I walk just the same as they do by the evening. How long does one appointment take from door to door?",
            ["session_length"],
        ),
        (
            "I have sixty ewes lambing and was up every night for two weeks. She stops talking and holds the counter every"
            " few minutes, and she is only six and a half months. How long does one appointment take, my brother wants to know?",
            ["emergency"],
        ),
        (
            "My sister does this on old dogs with bad hips and they go home wagging, and I never got around to asking her why"
            " that is. What actually goes on in the body once a needle is in?",
            ["how_acupuncture_helps"],
        ),
        ("Would I feel the needles going in, or am I working myself up over nothing?", ["needles_pain"]),
        ("price. hours. address.", ["not_covered/price", "not_covered/hours", "location"]),
        (
            "My wife is pregnant and wants to try. Is it safe? And does it really work?",
            ["pregnancy_safety", "evidence_pregnancy"],
        ),
        ("got a pacemaker. also does it really help si pain", ["not_covered/health_conditions", "evidence"]),
        ("i have a pacemaker, is it safe for me", ["not_covered/health_conditions"]),
        ("i have lupus. do you take cigna", ["not_covered/health_conditions", "not_covered/insurance"]),
        ("taking zoloft. do i need a referral", ["not_covered/medicines", "not_covered/referral"]),
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


def test_a_sigh_asks_nothing_again(desk: FrontDesk) -> None:
    """What is said in relief before the next question is no part of its own."""

    async def talk() -> list[list[str]]:
        said = ["is acupuncture safe in pregnancy", "phew. and do the needles hurt"]
        return [(await desk.take(Inbound("web_c", "web", f"m{at}", text))).topics for at, text in enumerate(said)]

    assert asyncio.run(talk()) == [["pregnancy_safety"], ["needles_pain"]]


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


def heard(text: str, label: str, confidence: float = PLAIN, outcome: str = "topic") -> Part:
    return Part(text, parse_data(Verdict(outcome, label, confidence)))


@pytest.mark.parametrize("plain", [True, False])
def test_danger_in_a_torn_piece_must_be_plain(plain: bool) -> None:
    """Torn from its message much sounds worse than it was; the whole message is believed at once."""
    calm = heard("a long story", "faq/causes")
    urgent = Part("they limp", parse_data(Verdict("topic", "emergency", PLAIN, plain=plain)))

    assert _danger(calm, [calm, urgent]) == (urgent if plain else None)
    assert _danger(urgent, []) == urgent


class Heard:
    """Hears danger in these words and in nothing else."""

    def __init__(self, *dangers: str) -> None:
        self.dangers, self.asked = dangers, 0

    def understood(self, *texts: str) -> list[Part]:
        self.asked += 1
        label = {text: "emergency" if text in self.dangers else "callback" for text in texts}
        return [Part(text, parse_data(Verdict("topic", label[text], PLAIN, plain=label[text] == "emergency"))) for text in texts]


@pytest.mark.parametrize("danger", ["call me 610-555-0143 it came on all at once", "it came on all at once"])
def test_danger_beside_a_number_is_heard_however_short_the_message(danger: str) -> None:
    """In the whole or in what is said beside the wish, where it stands alone; a number and a name hold none."""
    found = _danger_beside_a_number(cast(Reader, Heard(danger)), "call me 610-555-0143 it came on all at once")
    silent = Heard(danger)

    assert found is not None
    assert found.text == danger
    assert _danger_beside_a_number(cast(Reader, silent), "call me 610-555-0143 about parking") is None
    assert _danger_beside_a_number(cast(Reader, silent), "call Kim 610-555-0143") is None
    assert silent.asked == 1


@pytest.mark.parametrize(
    ("whole", "part", "else_meant"),
    [
        (heard("", "faq/causes"), heard("", "faq/booking"), True),
        (heard("", "faq/causes"), heard("", "faq/causes"), False),
        (heard("", "faq/causes", outcome="refuse"), heard("", "faq/booking"), False),
        (heard("", "faq/causes"), heard("", "faq/booking", PLAIN - 0.01), False),
        (heard("", "smalltalk/about_me"), heard("", "faq/booking"), False),
    ],
)
def test_a_plain_piece_may_be_half_of_what_is_meant(whole: Part, part: Part, else_meant: bool) -> None:
    """Only where the whole is surely something else of ours, and the piece plainly what it is."""
    assert _meant_something_else(whole, part) is else_meant


def test_the_whole_answers_a_piece_that_says_nothing_sure() -> None:
    """In the place of the piece that asks and wasn't understood; what is only told is no question."""
    whole, plain = heard("what is it and why hers", "faq/causes"), heard("what is it", "faq/what_is_si_pain")
    asked, told = heard("why hers", "faq/practitioner", 0.3, "refuse"), heard("it aches", "smalltalk/about_me")

    assert _with_the_rest(plain, whole, [told, plain, asked], ("what is it", "why hers")) == [plain, whole]
    assert _with_the_rest(plain, whole, [asked, plain], ("what is it", "why hers")) == [whole, plain]
    assert _with_the_rest(plain, whole, [told, plain], ("what is it",)) == [plain]


def test_one_of_the_questions_before_is_answered_again(desk: FrontDesk) -> None:
    """`Just the last one` is read as that question."""
    asyncio.run(desk.take(Inbound("web_picks", "web", "1", "how long is it? do you take insurance? where are you located?")))
    reply = asyncio.run(desk.take(Inbound("web_picks", "web", "2", "just the last one")))

    assert reply.topics == ["location"]


def test_thanks_behind_a_word_of_agreement_is_thanks(desk: FrontDesk) -> None:
    """Nobody who says `ok, ty` is asked what she would like to know."""
    reply = asyncio.run(desk.take(Inbound("web_ok", "web", "1", "ok, ty")))

    assert reply.messages[0]["text"].startswith("You're welcome")
