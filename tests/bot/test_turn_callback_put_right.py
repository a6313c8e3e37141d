"""A request for a call that is put right before it is sent."""

from __future__ import annotations

import pytest

from bot.turn import FrontDesk
from tests.callback_talk import SAVED, TOLD, requests, said, talk
from tests.hands import Hands
from tests.turns import take

BEGUN = "call me, Deb 610 555 0193, weds after 2:30, new patient"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("actually its 0194", "(610) 555-0194"),
        ("wait i put wrong day, thurs", "thurs after 2:30"),
        ("the name its Debra", "Debra"),
        ("no its Debbi without e", "Debbi."),
        ("D-E-B-B sorry", "Debb"),
        ("shes 81 and has a bad hip", "new patient; shes 81 and has a bad hip"),
    ],
)
def test_a_correction_changes_the_field_that_it_is_of(desk: FrontDesk, hands: Hands, text: str, right: str) -> None:
    """The summary shows it, and nothing is sent on it."""
    reply = talk(desk, BEGUN, text)

    assert right in said(reply)
    assert ("Is that right?" in said(reply), requests(desk)) == (True, [])


def test_of_two_numbers_the_one_that_is_wished_is_called(desk: FrontDesk, hands: Hands) -> None:
    """And who writes is asked for, whomever it is about; the hours go with the day."""
    talk(desk, "Can someone call me tmrw", "Tom (for my mom, Linda)")
    talk(desk, "her number is 610-555-0111 mine is 610-555-0112, call mine")
    summary = take(desk, "between 12 and 1")

    wanted = ("Name: Tom.", "(610) 555-0112", "tomorrow between 12 and 1", "for my mom, Linda")
    assert [each for each in wanted if each not in said(summary)] == []


def test_a_number_that_is_not_kept_is_asked_for_again(desk: FrontDesk, hands: Hands) -> None:
    """`Actually call hers` is not guessed at."""
    assert "What number" in said(talk(desk, BEGUN, "actually call hers"))


def test_a_call_after_all_drops_the_wish_for_a_text(desk: FrontDesk, hands: Hands) -> None:
    """The clinic isn't told both."""
    talk(desk, "No call, just text me: 610-555-0128 Lou", "fine, call then", "tues")
    summary = take(desk, "skip")

    assert ("tues" in said(summary), "text me" in said(summary)) == (True, False)


def test_the_day_of_a_visit_is_no_time_to_call(desk: FrontDesk, hands: Hands) -> None:
    """It stays with the reason, and the time is asked for."""
    asking = talk(desk, "can someone call me back its about my appointment tomorrow i might be late", "Beth", "610 555 0170")
    summary = take(desk, "asap")

    assert "When is" in said(asking)
    assert ("asap" in said(summary), "about my appointment tomorrow i might be late" in said(summary)) == (True, True)


def test_a_reason_is_taken_for_one_where_one_was_asked_for(desk: FrontDesk, hands: Hands) -> None:
    """`I want to know whether …` is passed on, not answered."""
    reason = "I want to know whether someone my age can have it"

    assert reason in said(talk(desk, "call me, Deb 610 555 0193, mornings", reason))


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (
            ["call back for Anita D'Souza, 215-555-0103 or if no answer my work 610-555-0101, weekday eves, reason: si joint"],
            ["Name: Anita D'Souza.", "(215) 555-0103 or if no answer my work (610) 555-0101", "weekday eves", "Why: si joint."],
        ),
        (
            ["i'd like a call. its mike. 2155550119. half seven tomorrow evening", "no"],
            ["Name: Mike.", "half seven tomorrow evening"],
        ),
        ([BEGUN, "no. why: low back pain"], ["Why: low back pain."]),
        ([BEGUN, "hip pain after baby"], ["Why: new patient; hip pain after baby."]),
        ([BEGUN, "make it tuesday the week after"], ["tuesday the week after after 2:30"]),
        ([BEGUN, "which number did you put"], ["This is all that I have", "(610) 555-0193"]),
    ],
)
def test_the_summary_holds_what_was_said(desk: FrontDesk, hands: Hands, texts: list[str], shown: list[str]) -> None:
    """All numbers, odd times and corrections in odd words, with no lecture before it."""
    reply = said(talk(desk, *texts))

    assert [each for each in [*shown, "Is that right?"] if each not in reply] == []


@pytest.mark.parametrize("text", ["yes pls", "yep that's her", "si, gracias", "all good 👍", "yes thanks. How soon"])
def test_a_yes_in_other_words_sends_it(desk: FrontDesk, hands: Hands, text: str) -> None:
    """Once, and without asking again whether it is right."""
    sent = said(talk(desk, "call me back", *TOLD, text))

    assert SAVED in sent
    assert "Is that right" not in sent
    assert len(requests(desk)) == 1


@pytest.mark.parametrize("text", ["um yeah but why says yes", "yes but how long do you keep it", "thanks", "whatever"])
def test_a_doubt_sends_nothing(desk: FrontDesk, hands: Hands, text: str) -> None:
    """It is asked once more."""
    assert SAVED not in said(talk(desk, "call me back", *TOLD, text))
    assert requests(desk) == []
