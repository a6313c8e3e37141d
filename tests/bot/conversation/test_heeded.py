"""Words after an alarm."""

from __future__ import annotations

import pytest

from bot.conversation.heeded import agrees, called, goes_on, guesses, relieves, seen_to, waits


@pytest.mark.parametrize(
    "text", ["ok will do thank you", "i'll call them, sorry", "we are on our way", "going in now", "let me call my ob"]
)
def test_who_gets_help_agrees(text: str) -> None:
    """In however few words."""
    assert agrees(text)


@pytest.mark.parametrize("text", ["i will do it", "i'll call tomorrow", "i'll call you", "should i call", "not going in"])
def test_who_puts_it_off_does_not(text: str) -> None:
    """Nor who may mean something else."""
    assert not agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "it stopped but came back",
        "its worse now",
        "still nothing",
        "no change",
        "it comes and goes",
        "he moved a bit",
        "im just tired",
        "i mean i can walk its just agony",
        "no fever",
        "no fever nothing no bleeding",
        "its clear",
        "nothing like that",
    ],
)
def test_a_danger_that_goes_on_is_told(text: str) -> None:
    """Good news that is taken back is none."""
    assert goes_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "she is kicking again",
        "it stopped",
        "this isnt an emergency",
        "im fine now",
        "no more bleeding",
        "no pain now",
        "none since",
    ],
)
def test_good_news_is_left(text: str) -> None:
    """`again` and `not` alone take nothing back."""
    assert not goes_on(text)


@pytest.mark.parametrize(
    "text",
    ["midwife knows and says fine", "dr said low blood pressure fine", "no its been like this 2 weeks dr knows", "ob checked me"],
)
def test_who_was_seen_says_so(text: str) -> None:
    """Somebody who can judge it has judged."""
    assert seen_to(text)


@pytest.mark.parametrize(
    "text",
    [
        "midwife said fine but its worse",
        "er never checked me",
        "no doctor saw me",
        "midwife said thats not ok",
        "my ob saw me last week",
        "dr said come in if it goes on",
        "my husband says its fine",
        "should my midwife say its fine?",
    ],
)
def test_what_goes_on_or_nobody_judged_is_not_seen_to(text: str) -> None:
    """Nor a condition, nor a layman's word."""
    assert not seen_to(text)


@pytest.mark.parametrize("text", ["probly slept funny", "must have been gas", "im sure its nothing", "sorry. that was dramatic"])
def test_a_guess_is_one(text: str) -> None:
    """What it may have been is no news that it is over."""
    assert guesses(text)


@pytest.mark.parametrize("text", ["she is kicking again", "it was just a false alarm", "the bleeding stopped"])
def test_news_is_no_guess(text: str) -> None:
    """Told plainly, it counts."""
    assert not guesses(text)


@pytest.mark.parametrize("text", ["er scanned me and its all clear", "no bleeding, midwife checked me"])
def test_who_was_cleared_is_believed(text: str) -> None:
    """A sign denied beside it takes nothing back."""
    assert seen_to(text)


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
    ("text", "tells"), [("shes kicking again", True), ("my aunty gave me juice", False), ("is it over?", False)]
)
def test_relief_is_told(text: str, tells: bool) -> None:
    """In words of relief, and never by asking."""
    assert relieves(text) == tells


@pytest.mark.parametrize(
    ("text", "waiting"),
    [("what do i do while i wait", True), ("and until they get here?", True), ("how long is the wait", False)],
)
def test_who_waits_for_help_asks_what_to_do(text: str, waiting: bool) -> None:
    """Not who asks about waiting times."""
    assert waits(text) == waiting
