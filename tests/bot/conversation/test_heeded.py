"""Words after an alarm."""

from __future__ import annotations

import pytest

from bot.conversation.heeded import agrees, goes_on, guesses, seen_to


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
