"""When somebody answers, from hours that the tests make up."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timezone

import pytest

from bot.content import Content, Fact, check, hours
from bot.conversation.wording import CONTACT, Part, Wording

MADE_UP = {"timezone": "America/New_York", "monday": "09:00-17:00", "tuesday": "09:00-12:30", "friday": "10:00-14:00"}
CASES = {
    "2026-03-02T15:00": ("Someone can answer until 5 pm today.", (True, 0, 0, time(17))),
    "2026-03-02T13:00": ("Someone can answer from today at 9 am.", (False, 0, 0, time(9))),
    "2026-03-02T22:00": ("Someone can answer from tomorrow at 9 am.", (False, 1, 1, time(9))),
    "2026-03-03T18:00": ("Someone can answer from Friday at 10 am.", (False, 3, 4, time(10))),
    "2026-03-06T20:00": ("Someone can answer from Monday at 9 am.", (False, 3, 0, time(9))),
}
"""Moments in UTC; New York is five hours behind, from the 8th of March on four."""


def with_hours(known: Content, given: dict[str, str]) -> Content:
    fact = Fact(hours.FACT, "The clinic answers at these times.", "clinic", hours=given)
    return replace(known, facts={**known.facts, fact.id: fact})


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc)


@pytest.mark.parametrize("at", CASES)
def test_when_somebody_answers_next(at: str) -> None:
    """Now, later today, tomorrow, or on the next open day, by the clinic's own clock."""
    found = hours.next_answer(MADE_UP, moment(at))

    assert found == hours.Answering(*CASES[at][1])


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("at", CASES)
def test_a_hand_off_says_so(known: Content, at: str, channel: str) -> None:
    """Behind the words of the hand-off, and behind no other reply."""
    wording = Wording(with_hours(known, MADE_UP), lambda: moment(at))
    handed, answered = (Part("Call 484.222.0854.", kind, offer=CONTACT) for kind in ("handoff", "answer"))

    assert CASES[at][0] in wording.reply([handed], channel)[0].messages[0]["text"]
    assert "Someone" not in wording.reply([answered], channel)[0].messages[0]["text"]


def test_without_hours_nothing_is_guessed(known: Content) -> None:
    """What ships has no hours, so no hand-off names any."""
    assert hours.FACT not in known.facts
    reply, _ = Wording(known).reply([Part("Call 484.222.0854.", "handoff", offer=CONTACT)], "web")

    assert reply.messages[0]["text"] == "Call 484.222.0854."


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"monday": "09:00-17:00"}, "timezone"),
        ({"timezone": "Mars/Base", "monday": "09:00-17:00"}, "no time zone"),
        ({"timezone": "UTC", "mon": "09:00-17:00"}, "no day"),
        ({"timezone": "UTC", "monday": "nine to five"}, "can't be read"),
        ({"timezone": "UTC", "monday": "17:00-09:00"}, "ends before"),
    ],
)
def test_hours_that_can_not_be_read_are_refused(known: Content, given: dict[str, str], words: str) -> None:
    """`check` names the fact and what is wrong."""
    problems = [str(problem) for problem in check(with_hours(known, given))]

    assert len(problems) == 1
    assert words in problems[0]


@pytest.mark.parametrize(
    ("at", "said"), [(time(9), "9 am"), (time(12), "12 pm"), (time(16, 30), "4:30 pm"), (time(0, 5), "12:05 am")]
)
def test_a_time_is_said_as_people_say_it(at: time, said: str) -> None:
    """With minutes only where there are any."""
    assert hours.shown(at) == said
