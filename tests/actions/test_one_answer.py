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
