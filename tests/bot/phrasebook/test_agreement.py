"""Yes in other words, told from what only begins like it."""

from __future__ import annotations

import pytest

from bot.phrasebook.agreement import agrees, before_a_question

YES = (
    "yes pls|whatever. send|just send it already|good enough send it|that's the one|spot on|bingo"
    "|ya sure ya betcha|aye|all good 👍"
    "|uh-huh|close enough|sí|si, gracias|thats what i said yes|I confirm|It is so|that'll do|correcto mundo|yeppers"
    "|yes that is correct sir|yes i guess|yep that's her|yes|send it|ok|perfect thank you"
    "|yeah go for it|looks good|Yes!!|um yeah|👍"
)
NO = (
    "um yeah but why says yes|no|nope|not right|pls|thanks|thank you|whatever|i guess|lol|yes?"
    "|is that right|almost|yes if she is in"
    "|send it to my mom|right hip|good for nothing|that is wrong|it is not|ok wait|sure but noon"
    "|yes change the time|send me the link"
    "|correct the name|do it tomorrow|fine print|yes Kim|ok 5pm||um|just|that's him not me|call me"
)


@pytest.mark.parametrize("text", YES.split("|"))
def test_plain_agreement_is_heard(text: str) -> None:
    """Nobody is asked again for a yes that was said."""
    assert agrees(text)


@pytest.mark.parametrize("text", NO.split("|"))
def test_anything_else_sends_nothing(text: str) -> None:
    """A thanks, a doubt, or something more."""
    assert not agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "yes thanks. How soon",
        "yes that's right. will someone speak mandarin?",
        "yes and is tuesday 3 booked then",
        "ok, when do they call",
    ],
)
def test_a_question_behind_it_takes_nothing_back(text: str) -> None:
    """It is sent, and the question is answered."""
    assert before_a_question(text)


@pytest.mark.parametrize(
    "text",
    ["yes but is it tuesday?", "is it right?", "yes", "ok wait how long do you keep it", "thanks. how soon", "if yes, who calls"],
)
def test_with_a_doubt_nothing_is_sent(text: str) -> None:
    """Nor on a thanks."""
    assert not before_a_question(text)
