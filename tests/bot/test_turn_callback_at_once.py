"""A request for a call that one message tells whole, or in an order of its own."""

from __future__ import annotations

from typing import Any

import pytest

from bot.turn import FrontDesk
from tests.callback_talk import SAVED, requests, said, talk
from tests.hands import Hands
from tests.turns import CHAT, take

SUMMARY = "Is that right?"


def held(desk: FrontDesk) -> dict[str, Any]:
    """What the form holds."""
    form = desk._forms.form(desk.store.before_turn(CHAT, ""))
    return {name.removeprefix("callback_"): value for name, value in form.values.items()} if form else {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "call me. O'Malley 484-555-0102 ext 12, mon-wed before 10a. billing q",
            ("O'Malley", "(484) 555-0102 ext. 12", "mon-wed before 10a", "billing q"),
        ),
        (
            "hey its marcus, gimme a call 6105550144 whenever, bout my wifes back",
            ("Marcus", "(610) 555-0144", "whenever", "bout my wifes back"),
        ),
        (
            "is it ok to call me at nite? 6105550166 mike. lower back",
            ("Mike", "(610) 555-0166", "at nite", "lower back"),
        ),
        (
            "my name is Gus, 610 555 0136, please call about parking, tuesday",
            ("Gus", "(610) 555-0136", "tuesday", "about parking"),
        ),
    ],
)
def test_a_request_told_at_once_is_read_back_before_it_is_sent(
    desk: FrontDesk, hands: Hands, text: str, told: tuple[str, ...]
) -> None:
    """All that was said stands in the summary, nothing is asked for again, and nothing goes out without a yes."""
    summary = take(desk, text)
    before = requests(desk)
    done = take(desk, "yes")

    assert SUMMARY in said(summary)
    assert [each for each in told if each not in said(summary)] == []
    assert (before, SAVED in said(done)) == ([], True)
    assert [tuple(each[field] for field in ("name", "phone", "time", "reason")) for each in requests(desk)] == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("im on nights so call Kim 6105550163 between 3 and 5pm", {"name": "Kim", "time": "between 3 and 5pm"}),
        ("call me pls Al 610-555-0135 sat am", {"name": "Al", "number": "(610) 555-0135", "time": "sat am"}),
        ("call? jo 6105550188", {"name": "Jo", "number": "(610) 555-0188"}),
        ("call back pls. sam", {"name": "Sam"}),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_else(desk: FrontDesk, hands: Hands, text: str, told: dict[str, str]) -> None:
    """A name needs no word that says it is one."""
    reply = take(desk, text)

    assert {name: held(desk).get(name) for name in told} == told
    assert "What name" not in said(reply)


@pytest.mark.parametrize("text", ["Bill 610-555-0150", "610-555-0150 bill", "ok Bill 610 555 0150"])
def test_a_name_and_a_number_take_up_the_call_that_was_offered(desk: FrontDesk, hands: Hands, text: str) -> None:
    """In any order."""
    talk(desk, "let me talk to a person", text)

    assert (held(desk)["name"], held(desk)["number"]) == ("Bill", "(610) 555-0150")


def test_answers_that_come_early_are_kept_for_their_fields(desk: FrontDesk, hands: Hands) -> None:
    """Where a name was asked for, a time, a reason and a number in two pieces are no refusal of it."""
    replies = [take(desk, text) for text in ("call me", "now", "about my back", "555-0134", "oh 610", "jen")]

    assert "first name" not in " ".join(said(reply) for reply in replies)
    assert SUMMARY in said(replies[-1])
    assert held(desk) == {
        "name": "Jen",
        "number": "(610) 555-0134",
        "time": "now",
        "why": "about my back",
        "share": False,
    }


def test_what_is_told_of_the_pain_early_is_kept_and_warned_of_once(desk: FrontDesk, hands: Hands) -> None:
    """Where a name was asked for, too."""
    reply = talk(desk, "call me", "i fell last week and my hip hurts")

    assert held(desk)["why"] == "i fell last week and my hip hurts"
    assert said(reply).count("call 911") <= 1


def test_who_thinks_better_of_it_leaves(desk: FrontDesk, hands: Hands) -> None:
    """`Actually don't` is no name."""
    assert "dropped" in said(talk(desk, "call me", "actually dont"))


def test_no_name_and_no_number_is_kept_in_the_chat(desk: FrontDesk, hands: Hands) -> None:
    """A message that tells the whole request is covered as one that answers the form."""
    take(desk, "im on nights so call Kim 6105550163 between 3 and 5pm")
    kept = str(desk.store.history(CHAT))

    assert [each for each in ("Kim", "0163", "between 3") if each in kept] == []
