"""What is said in the form beside answers."""

from __future__ import annotations

import pytest
from ruamel.yaml import YAML

from bot.phrasebook.form_asides import ASIDES, BESIDE_AN_ANSWER, aside
from bot.settings import ROOT

CASES = [
    ("why do you need my name", "callback_name", "what_for"),
    ("who will see my number", "callback_number", "what_for"),
    ("so who is gonna call me", "callback_name", "what_for"),
    ("do you sell it?", "callback_time", "what_for"),
    ("ok wait is dr mclees the one calling", "callback_name", "what_for"),
    ("is it from the same number", "callback_confirmed", "what_for"),
    ("will you keep my number forever", "callback_confirmed", "what_for"),
    ("how soon do you call back usually", "callback_name", "how_soon"),
    ("when will they call", "callback_number", "how_soon"),
    ("can you email me instead? tom@example.com", "callback_number", "only_calls"),
    ("text only pls", "callback_time", "only_calls"),
    ("jen.b@example.com", "callback_number", "no_email"),
    ("u have my number", "callback_number", "no_file"),
    ("its on file already", "callback_number", "no_file"),
    ("you should have it in the system", "callback_number", "no_file"),
    ("do you have parking", "callback_number", ""),
    ("what did you send?", "callback_confirmed", "not_sent"),
    ("id rather not give my number", "callback_number", "only_calls"),
    ("let me check my calendar hold on", "callback_time", "no_hurry"),
    ("hang on", "callback_number", "no_hurry"),
    ("hang on is it ok while breastfeeding?", "callback_time", ""),
    ("i'll think about it", "callback_confirmed", "not_yet"),
    ("do i have to give my name?", "callback_name", "name_optional"),
    ("do i have to give my name? id rather not", "callback_name", ""),
    ("will u call the house phone", "callback_number", "which_number"),
    ("can she call me herself", "callback_name", "who_calls"),
    ("did it go through?", "callback_name", "not_sent"),
    ("should i send it?", "callback_why", "not_sent"),
    ("not giving u my name", "callback_number", ""),
    ("not giving you my number", "callback_number", "only_calls"),
    ("not now", "callback_why", ""),
    ("Jen", "callback_name", ""),
    ("any morning but friday", "callback_time", ""),
    ("my hip hurts at night", "callback_why", ""),
    ("why did they want me to come on fridays only", "callback_why", ""),
    ("no thanks", "callback_share", ""),
]


@pytest.mark.parametrize(("text", "asked", "name"), CASES)
def test_what_is_no_answer_gets_one_of_its_own(text: str, asked: str, name: str) -> None:
    """Neither a name nor a number is made of it; what may be an answer is left to be one."""
    assert aside(text, asked) == (f"utter_callback_{name}" if name else "")


def test_what_is_answered_beside_an_answer_is_an_aside() -> None:
    """No other words stand for it."""
    assert BESIDE_AN_ANSWER.issubset(ASIDES)


def test_every_aside_is_answered_in_the_clinics_words() -> None:
    """What is said stands with the form's other sentences."""
    written = YAML(typ="safe").load((ROOT / "data" / "rules" / "callback.yml").read_text(encoding="utf-8"))

    assert set(ASIDES) <= set(written["responses"])


@pytest.mark.parametrize("asked", ["callback_time", "callback_why", "callback_confirmed"])
@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("can you tell me what you have so far", "utter_callback_so_far"),
        ("which number did you put", "utter_callback_so_far"),
        ("wheres the nights one", "utter_callback_so_far"),
        ("they will call england??", "utter_callback_abroad"),
        ("did you take it or not", "utter_callback_not_sent"),
    ],
)
def test_what_is_asked_of_the_request_itself_is_no_answer(asked: str, text: str, response: str) -> None:
    """Not even where any words may be the reason."""
    assert aside(text, asked) == response
