"""Words after an alarm."""

from __future__ import annotations

import pytest

from bot.conversation.alarm_news import goes_on, guesses, relieves, returns, seen_to, worsens


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
    ["midwife knows and says fine", "dr said low blood pressure fine", "ob checked me"],
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
    ("text", "tells"), [("shes kicking again", True), ("my aunty gave me juice", False), ("is it over?", False)]
)
def test_relief_is_told(text: str, tells: bool) -> None:
    """In words of relief, and never by asking."""
    assert relieves(text) == tells


@pytest.mark.parametrize(
    "text",
    [
        "dr google says nothing to worry",
        "my mother in law was a nurse and she says its nothing",
        "doctor checked me last night, seeing stars all over",
        "the nurse told me my bp was ok, seeing stars all over",
        "doctor said my ekg was normal and i feel like im dying",
        "midwife told me 10 kicks is normal, i get 2",
        "dr said the first one was fine",
    ],
)
def test_a_verdict_must_be_a_judge_s_and_the_last_word(text: str) -> None:
    """What a layman says settles nothing, nor what was found before it went on."""
    assert not seen_to(text)


@pytest.mark.parametrize(
    ("text", "urgent"),
    [("it stopped leaking", "waters_broken"), ("she stopped hiccuping", "baby_moving_less"), ("it stopped", "baby_moving_less")],
)
def test_some_signs_don_t_pass(text: str, urgent: str) -> None:
    """Waters that stopped leaking have broken, and a baby must be felt."""
    assert not relieves(text, urgent)
    assert relieves("he kicked a lot just now", "baby_moving_less")


def test_a_poisoned_person_who_turns_sleepy_is_worse() -> None:
    """Sleep is bad news behind an overdose or a blow to the head, and none behind a clot."""
    assert all(worsens(text, "overdose_poisoning") for text in ("im sleepy", "cant keep my eyes open", "so drowsy"))
    assert not worsens("im sleepy", "clot")
    assert not worsens("nobody sleeps here", "head_injury")


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("just went again, on the floor", True),
        ("its back now, 5 min", True),
        ("heart still a bit fluttery tho", True),
        ("it hasnt really stopped", True),
        ("it started again", True),
        ("every 4 min now", True),
        ("it went back to normal", False),
        ("all good, ill ask again if it happens again", False),
        ("will it come back?", False),
        ("its my back", False),
        ("can i still come", False),
    ],
)
def test_what_comes_back_is_no_news_of_help(text: str, back: bool) -> None:
    """`its back` and `still a bit` open the alarm again; a question does not."""
    assert returns(text) == back


@pytest.mark.parametrize(
    ("text", "urgent", "tells"),
    [
        ("he says hes fine", "overdose_poisoning", False),
        ("i feel ok now", "overdose_poisoning", False),
        ("i counted again, it was just 2", "overdose_poisoning", True),
        ("turned out it was candy", "overdose_poisoning", True),
        ("shes fine now", "postpartum_psychosis", False),
        ("fever is gone, hes good", "sick_newborn", False),
        ("its fine now", "chest_and_breath", True),
    ],
)
def test_where_feeling_well_means_nothing_it_ends_nothing(text: str, urgent: str, tells: bool) -> None:
    """Behind an overdose only a smaller number does, behind a sick newborn or a psychosis only who saw them."""
    assert relieves(text, urgent) == tells
