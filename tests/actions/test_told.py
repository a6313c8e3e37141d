"""What is told of name, number, time and reason."""

from __future__ import annotations

from typing import Any

import pytest

from actions.told import CONFIRMED, NAME, NUMBER, SHARE, TIME, WHY, several, unasked

PHONE = "(484) 555-0123"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("call me", {}),
        ("call me. Pat. 484-555-0123. noon", {NAME: "Pat", NUMBER: PHONE, TIME: "noon"}),
        ("call me pls Al 484-555-0123 sat am", {NAME: "Al", NUMBER: PHONE, TIME: "sat am"}),
        ("im on nights so call Kim 4845550123 between 3 and 5pm", {NAME: "Kim", NUMBER: PHONE, TIME: "between 3 and 5pm"}),
        (
            "call me. O'Malley 484-555-0123 ext 12, mon-wed before 10a. billing q",
            {NAME: "O'Malley", NUMBER: f"{PHONE} ext. 12", TIME: "mon-wed before 10a", WHY: "billing q"},
        ),
        ("call back pls. sam", {NAME: "Sam"}),
        ("Bill 484-555-0123", {NAME: "Bill", NUMBER: PHONE}),
        ("call? jo 4845550123", {NAME: "Jo", NUMBER: PHONE}),
        ("484-555-0123 mike. lower back", {NAME: "Mike", NUMBER: PHONE, WHY: "lower back"}),
        (
            "hey its marcus, gimme a call 4845550123 whenever, bout my wifes back",
            {NAME: "Marcus", NUMBER: PHONE, TIME: "whenever", WHY: "bout my wifes back"},
        ),
        (
            "call me back, 484-555-0123, ask for Deb, weds after 2:30, new patient",
            {NAME: "Deb", NUMBER: PHONE, TIME: "weds after 2:30", WHY: "new patient"},
        ),
        ("call me, my name is Mrs. Eleanor Whitcombe, retired", {NAME: "Mrs. Eleanor Whitcombe"}),
        ("call me, my bill 484-555-0123", {NUMBER: PHONE}),
        ("call me. my bill is wrong. 484-555-0123", {NUMBER: PHONE, WHY: "my bill is wrong"}),
        ("my number is 484 555 0123. i will be home after 5", {NUMBER: PHONE, TIME: "after 5"}),
        ("call me 484 555 0123 i cant talk before noon", {NUMBER: PHONE, TIME: "i cant talk before noon"}),
        ("fine. Joe Russo 484-555-0123 NOW", {NAME: "Joe Russo", NUMBER: PHONE, TIME: "NOW"}),
    ],
)
def test_what_comes_with_the_wish_is_told(text: str, told: dict[str, Any]) -> None:
    """Nothing that was said is asked for again."""
    assert dict(unasked(text)) == told


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        (NAME, "jen, 484 555 0123, tmrw after 5", {NAME: "Jen", NUMBER: PHONE, TIME: "tomorrow after 5"}),
        (TIME, "fri after 3, my knee and hip", {TIME: "fri after 3", WHY: "my knee and hip"}),
        (TIME, "fri after 3", {}),
        (TIME, "fri after 3, bout my bill", {TIME: "fri after 3", WHY: "bout my bill"}),
        (TIME, "fri after 3. I want to ask about cost", {TIME: "fri after 3", WHY: "I want to ask about cost"}),
        (WHY, "the one on 484 555 0123 hurts to hold", {}),
        (WHY, "use 484 555 0123 instead", {NUMBER: PHONE}),
        (NAME, "Tom (for my mom, Linda)", {NAME: "Tom", WHY: "for my mom, Linda"}),
        (NAME, "ok whatever. Greg", {NAME: "Greg"}),
        (NAME, "now", {TIME: "now"}),
        (NAME, "my back", {WHY: "my back"}),
        (NAME, "my knee, Kim", {NAME: "Kim", WHY: "my knee"}),
        (NAME, "Kim, my knee hurts", {NAME: "Kim", WHY: "my knee hurts"}),
        (NAME, "my dob is 3/4/1990", {}),
        (NUMBER, "my dob is 3/4/1990", {}),
        (NUMBER, "sorry that was wrong. 484 555 0123", {NUMBER: PHONE}),
        (NAME, "it hurts a lot", {WHY: "it hurts a lot"}),
        (NUMBER, "i fell last week and my hip hurts", {WHY: "i fell last week and my hip hurts"}),
        (NAME, "sam is short for samira if they ask", {NAME: "Sam"}),
        (WHY, "before 5", {TIME: "before 5"}),
        (NUMBER, "484 555 0123 til 5 then 484 555 0199", {NUMBER: PHONE, TIME: "til 5, then on (484) 555-0199"}),
        (CONFIRMED, "the name its Susan", {NAME: "Susan"}),
        (SHARE, "mornings are bad for my hip", {}),
        (CONFIRMED, "not friday", {}),
        (CONFIRMED, "yes but only wednesday", {TIME: "only wednesday"}),
    ],
)
def test_what_an_answer_tells_beside_the_answer(asked: str, text: str, told: dict[str, Any]) -> None:
    """Wherever it stands; a time that was asked for alone is the whole answer, and left to be read as that."""
    assert dict(several(text, asked)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "call back request for Anita D'Souza, 484-555-0123, weekday eves, reason: consult re si joint & cost",
            {NAME: "Anita D'Souza", NUMBER: PHONE, TIME: "weekday eves", WHY: "consult re si joint & cost"},
        ),
        ("could someone phone me about it - Carla Jimenez-Roth 484-555-0123", {NAME: "Carla Jimenez-Roth", NUMBER: PHONE}),
        ("have Dr McLees call Linda Fairchild at home 484-555-0123", {NAME: "Linda Fairchild", NUMBER: PHONE}),
        ("Me llamo Ana. Call me 484-555-0123 after 5pm", {NAME: "Ana", NUMBER: PHONE, TIME: "after 5pm"}),
        (
            "Hello I am Hoa. I have pain the back low. Please you call me 4845550123 I am home Saturday morning.",
            {NAME: "Hoa", NUMBER: PHONE, TIME: "Saturday morning", WHY: "I have pain the back low"},
        ),
        ("call me at 484-555-0123, noon. oh and", {NUMBER: PHONE, TIME: "noon"}),
        ("If not forget it, if so have someone call Kel at 484-555-0123", {NAME: "Kel", NUMBER: PHONE}),
        ("her name is Ruth and her number is 484 555 0123", {NAME: "Ruth", NUMBER: PHONE}),
        (
            "Kim, 484-555-0123. works nights so like 3 in the afternoon",
            {NAME: "Kim", NUMBER: PHONE, TIME: "3 in the afternoon", WHY: "works nights"},
        ),
    ],
)
def test_no_scrap_of_the_wish_is_a_reason(text: str, told: dict[str, Any]) -> None:
    """Nor a piece of the name; and whom to call is known however that is said."""
    assert dict(unasked(text)) == told


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        (NAME, "work before 4, cell after", {TIME: "work before 4 cell after"}),
        (NAME, "si joint, normal mri", {WHY: "si joint, normal mri"}),
        (TIME, "deaf, si joint after a car crash", {WHY: "deaf, si joint after a car crash"}),
        (TIME, "after my hip class on monday", {}),
        (NAME, "Rose Hip", {NAME: "Rose Hip"}),
    ],
)
def test_a_pain_told_where_something_else_was_asked_is_the_reason(asked: str, text: str, told: dict[str, Any]) -> None:
    """Not a name and not a time to call."""
    assert dict(several(text, asked)) == told
