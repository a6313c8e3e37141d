"""The plain answer to each question, and what is unclear in it."""

from __future__ import annotations

from typing import Any

import pytest

from actions.one_answer import READERS
from actions.told import CONFIRMED, NAME, NUMBER, SHARE, TIME, WHY


@pytest.mark.parametrize(
    ("asked", "text", "value", "response"),
    [
        (NAME, "jen", "Jen", ""),
        (NAME, "no name", "a patient", "no_name"),
        (NAME, "no im not giving u my name", "a patient", "no_name"),
        (NAME, "do i have to give my name? id rather not", "a patient", "no_name"),
        (NAME, 'just say "a patient"', "a patient", ""),
        (NAME, "thanks", None, "name_unclear"),
        (NUMBER, "no name", None, "no_name"),
        (NUMBER, "skip", None, "only_calls"),
        (NUMBER, "12345", None, "number_unclear"),
        (TIME, "mornings", "mornings", ""),
        (TIME, "now", "now", "how_soon"),
        (TIME, "asap please", "asap", "how_soon"),
        (TIME, "now is bad, after 5", "now is bad, after 5", ""),
        (TIME, "not sure", None, "time_unclear"),
        (WHY, "yes", None, "go_on"),
        (WHY, "yes please", None, "go_on"),
        (WHY, "yes thats right", "", ""),
        (WHY, "ok", "", ""),
        (WHY, "don't", "", ""),
        (WHY, "please dont", "", ""),
        (WHY, "actually dont", "", ""),
        (WHY, "don't tell my husband", "don't tell my husband", ""),
        (WHY, "make it 5678", None, "number_unclear"),
        (CONFIRMED, "actually 2500", None, "what_to_change"),
        (WHY, "no reason. just call", "", ""),
        (WHY, "my hip, text only please", "my hip, text only please", "by_text"),
        (SHARE, "hmm", None, "yes_or_no"),
        (CONFIRMED, "no thats all", None, "send_it"),
        (CONFIRMED, "nothing else", None, "send_it"),
        (CONFIRMED, "nope all good", None, "send_it"),
        (CONFIRMED, "no thanks", None, "send_it"),
        (CONFIRMED, "yes that's all", True, ""),
        (CONFIRMED, "no", None, "what_to_change"),
        (CONFIRMED, "yes", True, ""),
    ],
)
def test_an_answer_is_read(asked: str, text: str, value: Any, response: str) -> None:
    """A refusal is met with a word, `ok` and `don't` are no reason, and nothing is sent or changed on a word that isn't clear."""
    assert READERS[asked](text) == (value, f"utter_callback_{response}" if response else "")


NO_REASON = (
    "no thx|no ta|nope just that|no skip|yes skip|no gracias, skip it|No Sir|no reason just curious"
    "|nah im good|no i already said why"
    "|no thank u|not needed|already told you"
)


@pytest.mark.parametrize("text", NO_REASON.split("|"))
def test_a_refusal_is_no_reason(text: str) -> None:
    """Nothing is written down for one."""
    assert READERS[WHY](text) == ("", "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("no energy since birth", "no energy since birth"),
        ("just that my hip hurts", "just that my hip hurts"),
        ("nothing hurts but i want to know", "nothing hurts but i want to know"),
        ("yes it hurts to walk", "it hurts to walk"),
        ("hip pain since the marathon, already said", "hip pain since the marathon"),
        ("what i already said to the nurse", "what i already said to the nurse"),
    ],
)
def test_a_reason_is_kept_without_what_only_leads_to_it(text: str, why: str) -> None:
    """And whole."""
    assert READERS[WHY](text)[0] == why


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("next tues 3pm as i said", "next tues 3pm"),
        ("i said. M-F 8 to 4", "M-F 8 to 4"),
        ("8am. pm sorry", "8pm"),
        ("half seven this evening", "half seven this evening"),
        ("i dunno. you pick", "any time"),
        ("ok its 0930", "its 0930"),
        ("when i said i would be home", "when i said i would be home"),
    ],
)
def test_a_time_is_kept_whole_and_alone(text: str, when: str) -> None:
    """Without the words that only say that it was said."""
    assert READERS[TIME](text)[0] == when


@pytest.mark.parametrize("text", ["back", "ok im back", "she knows", "ok its 0113"])
def test_what_tells_no_time_is_asked_again(text: str) -> None:
    """Who was away for a moment, or speaks of the number."""
    assert READERS[TIME](text)[0] is None
