"""Questions while something is urgent."""

from __future__ import annotations

import pytest

from bot import content
from bot.conversation.alarm_questions import ASSENTS, asks_of_something_else, astray
from bot.conversation.alarm_state import Told
from bot.conversation.wording import Part
from bot.turn import FrontDesk
from tests.turns import take


@pytest.mark.parametrize(
    ("name", "text", "another"),
    [
        ("location", "address?", True),
        ("pregnancy_safety", "is that safe for me and the baby", False),
        ("causes", "so what is it that causes it", False),
        ("frequency", "and how often should i come", True),
        ("frequency", "how often", False),
    ],
)
def test_what_a_topic_is_in_danger_decides(known: content.Content, name: str, text: str, another: bool) -> None:
    """An address is given in one word; what sounds like the danger never is another; the rest is in words enough."""
    told = Told(text, "chest_pain", 1, "web", "")

    assert asks_of_something_else(Part("", "answer", (name,)), told, known, of_the_body=False) is another


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("so would needles in the leg help with that", "still_urgent_no_needles"),
        ("can i wait til morning", "still_urgent_no_waiting"),
        ("should i go to the er", "still_urgent_yes"),
    ],
)
def test_a_question_about_the_danger_is_answered_first(desk: FrontDesk, text: str, opening: str) -> None:
    """No needle is for it, waiting is a no, getting help a yes; then the advice in short."""
    for before in ("my calf is hot and swollen on one side", "its prob from sitting"):
        take(desk, before)

    assert take(desk, text).messages[0]["text"].startswith(desk.content.reply(opening, "web"))


@pytest.mark.parametrize(
    ("text", "urgent"), [("should i wake her", "she had 12 of her sleeping pills"), ("which er", "i have chest pain")]
)
def test_a_question_that_only_help_can_answer_brings_no_answer_of_the_clinic(desk: FrontDesk, text: str, urgent: str) -> None:
    """Where to go and whom to wake belong to the danger, whatever topic they sound like."""
    take(desk, urgent)

    assert take(desk, text).kind == "emergency"


@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        ("what", True),
        ("what are you on about", True),
        ("lol no", True),
        ("i just wanted the price", True),
        ("what is ectopic", False),
        ("should i push it back in", False),
        ("so did they poke my lung", False),
        ("is it not just baby blues", False),
    ],
)
def test_the_way_out_is_for_who_is_puzzled(text: str, way_out: bool) -> None:
    """Not for who goes on about the danger, though it sounds like a topic of the guide."""
    found = [Part("A.", "answer", ("causes",), confidence=0.9)]

    assert astray([] if way_out else found, text) == way_out


def test_ok_alone_promises_nothing() -> None:
    """And `ok going` says more."""
    assert ASSENTS.fullmatch("ok")
    assert ASSENTS.fullmatch("oh ok, i see.")
    assert not ASSENTS.fullmatch("ok going")
