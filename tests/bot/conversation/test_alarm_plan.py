"""A crisis in which a way to die was told."""

from __future__ import annotations

import pytest

from bot import safety
from bot.conversation.alarm_plan import LIFELINE, kept, reached, tells_a_way
from bot.turn import FrontDesk
from tests.turns import take

LETTERS = "dont worry about booking me next week i wont be around, ive written the letters and the pills are lined up"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        (LETTERS, True),
        ("i have a gun and i want to die", True),
        ("i want to jump off the bridge", True),
        ("i keep thinking of the pills lol", True),
        ("goodbye", True),
        ("im going to kill myself tonight", True),
        ("i could jump off a bridge haha", False),
        ("im so over this pregnancy i could jump off the roof haha", False),
        ("i want to die", False),
        ("everyone would be better off without me", False),
    ],
)
def test_a_means_a_day_or_a_goodbye_is_a_way(text: str, way: bool) -> None:
    """A saying that is laughed at in the same breath is none."""
    assert tells_a_way(text) is way


@pytest.mark.parametrize(
    "taken_back", ["im joking ok forget it", "jk", "never mind", "it was just a joke", "im fine now really", "lol ok"]
)
def test_nothing_takes_a_way_back(desk: FrontDesk, taken_back: str) -> None:
    """The number stays in every reply, however many follow, and the help stays due."""
    take(desk, LETTERS)

    replies = [
        take(desk, text) for text in (taken_back, "where are you", "what do i wear", "lol ok", "how long is a session", "bye")
    ]

    assert all(any(LIFELINE in message["text"] for message in reply.messages) for reply in replies)
    assert "glad you said" not in str(replies[0].messages[0]["text"])


def test_without_a_way_a_joke_is_one(desk: FrontDesk) -> None:
    """Whoever named none is thanked for saying so."""
    take(desk, "i want to kill myself")

    assert take(desk, "just kidding").messages[0]["text"] == desk.content.reply("misread_crisis", "web")


@pytest.mark.parametrize(
    "sign",
    [
        "fine. the pills are still on the table tho. whatever. how much is a session",
        "i want to see the accupuncturist before i go",
        "tell dr mclees sorry and thanks for everything. bye",
        "ok. goodbye everyone",
        "i still have the gun",
        "it wont matter tomorrow anyway",
    ],
)
@pytest.mark.parametrize("first", [LETTERS, "whats the point of waking up, everyone would be better off without me"])
def test_every_later_sign_brings_all_the_advice(desk: FrontDesk, flags: safety.Safety, first: str, sign: str) -> None:
    """Also behind words of despair, and though it was joked away in between."""
    advice = next(flag.advice("web") for flag in flags.flags if flag.id == "suicide_self_harm")
    take(desk, first)
    take(desk, "im joking ok forget it")

    reply = take(desk, sign)

    assert (reply.kind, reply.topics) == ("emergency", ["suicide_self_harm"])
    assert advice in str(reply.messages[0]["text"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the pills are still on the table", "suicide_self_harm"),
        ("my pills are still lined up in front of me", "suicide_self_harm"),
        ("tell dr mclees sorry and thanks for everything. bye", "suicide_self_harm"),
        ("are pain pills still on the table as an option", ""),
        ("tell dr mclees thanks for everything, see you friday", ""),
        ("tell dr mclees sorry i cant make it, thanks for everything. bye", ""),
        ("let the team know im sorry for being late, thanks, bye", ""),
        ("i want to see the acupuncturist before i go on vacation", ""),
        ("surgery is still on the table", ""),
    ],
)
def test_some_signs_are_dangers_by_themselves(flags: safety.Safety, text: str, kind: str) -> None:
    """And a visit called off with thanks is none."""
    flag = flags.check(text)

    assert (flag.id if flag else "") == kind


@pytest.mark.parametrize(
    ("text", "is_reached"),
    [
        ("ok i called 988 and my sister is coming over tonight. can acupuncture help w the stress part", True),
        ("i just talked to the crisis line", True),
        ("im on the phone with 988", True),
        ("i called 988 but nobody answered", False),
        ("i called 988 last year", False),
        ("i called 988 and hung up", False),
        ("should i call 988", False),
        ("i called 988. the pills are here tho", False),
        ("i called 988 and i still want to", False),
        ("called 988, goodbye", False),
    ],
)
def test_a_line_that_was_reached(text: str, is_reached: bool) -> None:
    """Not one that was tried, or another time, nor where the way is named beside it."""
    assert reached(text) is is_reached


def test_who_reached_the_line_is_answered(desk: FrontDesk) -> None:
    """A warm word, then the answer; where a way was told the number stays in sight behind it."""
    take(desk, "i keep picturing driving off the bridge tbh")

    told = take(desk, "i called 988 and my sister is here. where are you located")
    later = take(desk, "how long is a session")

    assert str(told.messages[0]["text"]).startswith(desk.content.reply("crisis_reached_first", "web"))
    assert later.kind == "answer"
    assert LIFELINE in str(later.messages[0]["text"])


def test_nothing_is_kept_where_no_way_was_told(desk: FrontDesk) -> None:
    """The reply and what is remembered stay as they are."""
    assert kept([], {"urgent": ""}, {}, desk.content, "web") == ([], {"urgent": ""})


def test_another_danger_in_between_ends_nothing(desk: FrontDesk) -> None:
    """Help for the chest is none for the crisis."""
    take(desk, LETTERS)
    chest = take(desk, "i have chest pain")
    take(desk, "my husband called 911")

    reply = take(desk, "how long is a session")

    assert all(LIFELINE in str(each.messages[0]["text"]) for each in (chest, reply))
