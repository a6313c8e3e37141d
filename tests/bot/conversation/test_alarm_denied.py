"""What denies an alarm plainly, and what only sounds like it."""

from __future__ import annotations

import pytest

from bot.conversation.alarm_denied import denies, of_the_past
from bot.turn import FrontDesk
from tests.turns import take


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("i bled at 7 weeks and now i'm 26 weeks", True),
        ("had a stroke in 2015", True),
        ("contractions with my first were awful", True),
        ("what happens if my water breaks here", True),
        ("bleeding at 26 weeks since this morning", False),
        ("i bled at 7 weeks and again today at 20 weeks", False),
        ("last year it was the same, now it hurts to breathe", False),
    ],
)
def test_words_of_another_time_are_told_apart(text: str, past: bool) -> None:
    """As long as nothing of today stands beside them."""
    assert of_the_past(text) == past


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("nope nothing going on now", "bleeding"),
        ("that was last year", "bleeding"),
        ("no bleeding now", "bleeding"),
        ("i'm fine. how long is a session", "preterm_labour"),
        ("that was 3 years ago, nothing now", "preterm_labour"),
    ],
)
def test_a_plain_denial_is_enough_where_nothing_of_today_was_told(text: str, urgent: str) -> None:
    """And not where the danger itself was."""
    assert (denies(text, urgent, True), denies(text, urgent, False)) == (True, False)


@pytest.mark.parametrize("text", ["no i can walk fine now", "nope nothing going on", "that was last year"])
def test_what_had_no_name_needs_no_more(text: str) -> None:
    """Nobody knows what it was taken for."""
    assert denies(text, "emergency", False)


@pytest.mark.parametrize(
    ("text", "urgent", "past"),
    [
        ("nothing now but it started again last night", "bleeding", True),
        ("no bleeding, just a little spotting still", "bleeding", True),
        ("im fine, only a bit dizzy", "bleeding", True),
        ("it stopped an hour ago", "bleeding", True),
        ("is it nothing to worry about", "bleeding", True),
        ("i meant the gush, no blood", "waters_broken", False),
        ("i cant walk fine now", "emergency", False),
        ("im fine", "overdose_poisoning", True),
        ("im fine, i feel ok", "head_injury", True),
        ("you misread, no fever but my leg is swollen", "clot", False),
        ("no pain", "cauda_equina", False),
        ("nothing is wrong with me its him on the floor", "emergency", False),
        ("i can feel everything its burning in my chest", "emergency", False),
        ("im fine, just tired of everything", "emergency", False),
        ("i can breathe fine, its the arm", "chest_and_breath", True),
        ("that was last time, her face droops", "stroke_and_seizure", True),
        ("nothing at all moves in there now", "preterm_labour", True),
        ("not bleeding, leaking water", "bleeding", True),
        ("no fever", "clot", True),
    ],
)
def test_what_goes_on_or_denies_another_sign_denies_nothing(text: str, urgent: str, past: bool) -> None:
    """However much it sounds like that."""
    assert not denies(text, urgent, past)


def test_who_told_the_past_is_let_go_and_answered(desk: FrontDesk) -> None:
    """A denial ends it with an apology, and what was asked beside it is answered."""
    first = take(desk, "i had a stroke in 2015 and one side of my face drooped")
    if first.kind != "emergency":
        first = take(desk, "my contractions with my first were all in my back, 4 yrs ago, is that why my SI is bad now?")
    reply = take(desk, "no, nothing going on now. how long does a session take")

    assert first.kind == "emergency"
    assert (reply.kind, reply.topics) == ("answer", ["session_length"])


def test_who_told_of_today_is_not(desk: FrontDesk) -> None:
    """`no bleeding now` doesn't undo bright red blood."""
    take(desk, "im 24 weeks and bleeding bright red")

    assert take(desk, "no bleeding now").kind == "emergency"
