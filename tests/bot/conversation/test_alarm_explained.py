"""What explains an alarm away, and what doesn't."""

from __future__ import annotations

import pytest

from bot.conversation.alarm_explained import expecting, explains, meant_a_question, seen_by_midwife, without_question
from bot.turn import FrontDesk
from tests.turns import take


@pytest.mark.parametrize(
    ("urgent", "text"),
    [
        ("bleeding", "i'm not pregnant, it's just a normal period"),
        ("bleeding", "regular period, nothing odd. do you have evenings"),
        ("bleeding", "im not bleeding now, that was 4 months ago"),
        ("waters_broken", "no a water bottle!! in my bag"),
        ("waters_broken", "it was my hot water boiler"),
        ("waters_broken", "hypothetical, nothing broke"),
        ("waters_broken", "thats just a what if"),
        ("preeclampsia", "that was 9 years ago, i dont have it now"),
        ("stroke_and_seizure", "it was back in 2011"),
        ("chest_and_breath", "im 41 now, thats ancient history"),
        ("chest_and_breath", "not now, it was in 2009"),
        ("cauda_equina", "i can pee fine and i feel everything"),
        ("emergency", "im just ranting"),
    ],
)
def test_what_was_meant_instead_ends_it(urgent: str, text: str) -> None:
    """Nobody has to say `not an emergency` who says what it was."""
    assert explains(text, urgent)


@pytest.mark.parametrize(
    ("urgent", "text"),
    [
        ("bleeding", "im not pregnant"),
        ("bleeding", "its a normal period but passing big clots"),
        ("bleeding", "its a normal period, im 9 weeks"),
        ("bleeding", "that was 3 months ago and its back now"),
        ("bleeding", "that was 2 weeks ago"),
        ("bleeding", "is it a normal period"),
        ("waters_broken", "its clear, like a bottle of water"),
        ("waters_broken", "about a baby bottle full"),
        ("waters_broken", "its a bottle full but also my leggings are wet"),
        ("waters_broken", "theyre not broken i think"),
        ("waters_broken", "not hypothetical"),
        ("waters_broken", "this isn't hypothetical"),
        ("preeclampsia", "i had it 9 years ago and it feels the same"),
        ("grave_back_pain", "the cancer? that was 6 years ago"),
        ("head_injury", "thats history, im fine now"),
        ("overdose_poisoning", "just a what if"),
        ("stroke_and_seizure", "that was ten minutes ago"),
        ("stroke_and_seizure", "thats history but today my face droops"),
        ("cauda_equina", "i can pee fine"),
        ("cauda_equina", "its just from sitting, everyone gets that"),
        ("cauda_equina", "i can pee fine and feel everything again"),
        ("emergency", "no i mean its really bad, should i go in"),
        ("emergency", "i just wanted to know if its normal to see double"),
        ("emergency", "no, i meant my chest hurts"),
        ("bleeding", "not a normal period"),
        ("bleeding", "way more than a normal period"),
        ("bleeding", "my last normal period was in august"),
        ("bleeding", "that happened 3 months ago and it wont stop"),
        ("cauda_equina", "not numb, just tired"),
        ("cauda_equina", "i cant feel everything but i can pee ok"),
        ("cauda_equina", "not numb, just heavy legs, they dont move"),
        ("cauda_equina", "it was 3 years ago the surgery and i cant pee"),
        ("emergency", "no i'm asking for an ambulance"),
        ("emergency", "sorry i mean the baby is grey"),
        ("emergency", "she is pretending to be asleep and wont move"),
        ("emergency", "i can pee fine and feel everything, he is on the floor"),
        ("chest_and_breath", "it happened 2 years ago and it is happening"),
        ("chest_and_breath", "i have a general question"),
        ("clot", "it was 2 years ago the last clot, i'm 34 weeks now"),
        ("ectopic", "it happened 2 years ago on the other side"),
        ("allergic_reaction", "that was 3 years ago, i carry an epipen"),
        ("postpartum", "it was 2 months ago the birth. chills and stink"),
        ("meningitis", "it was 2 months ago the epidural"),
        ("waters_broken", "no bottle broke, it came from me"),
        ("waters_broken", "it was a whole jug of water"),
        ("waters_broken", "it was half a bottle, straw coloured"),
        ("sick_newborn", "theoretically he should wake"),
        ("preterm_labour", "just thinking ahead"),
        ("chest_and_breath", "i mean it"),
    ],
)
def test_protest_and_half_an_explanation_end_nothing(urgent: str, text: str) -> None:
    """A lesser degree, a question, a guess, what goes on, and what weighs however long ago it was."""
    assert not explains(text, urgent)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("huh? i'm asking whether needles go in the stomach", True),
        ("no no i mean the telephone", True),
        ("no i'm asking for an ambulance", False),
        ("wait i was asking someone to help me", False),
        ("sorry i mean the baby is grey", False),
        ("oh i meant my chest", False),
        ("no, i just wanted to know how many it takes", False),
    ],
)
def test_a_question_put_right_is_no_sign(text: str, asked: bool) -> None:
    """`i mean` puts a message right that was not understood: what it means may be the danger itself."""
    assert meant_a_question(text) is asked


@pytest.mark.parametrize(("text", "told"), [("20 weeks, bright red", True), ("not pregnant, my period", False)])
def test_bleeding_in_a_pregnancy_is_no_period(text: str, told: bool) -> None:
    """Whatever it is called afterwards."""
    assert expecting(text) is told
    assert explains("its a normal period", "bleeding", pregnant=told) is not told


def test_what_was_told_of_a_pregnancy_stays_told(desk: FrontDesk) -> None:
    """A protest behind it takes it back as little as the bleeding."""
    take(desk, "im bleeding bright red, 20 weeks")
    assert take(desk, "its my normal period").kind == "emergency"


@pytest.mark.parametrize(
    ("urgent", "text", "seen"),
    [
        ("preterm_labour", "but she already checked me and im fine", True),
        ("bleeding", "they scanned me yesterday, all good", False),
        ("emergency", "my midwife knows about the cramps", False),
        ("bleeding", "my midwife checked me today, all good", True),
        ("baby_moving_less", "they just checked the baby, all good", False),
        ("waters_broken", "she saw it, its fine", False),
        ("preterm_labour", "she checked me", False),
        ("preterm_labour", "she checked me and its worse", False),
        ("preterm_labour", "my mom checked me, im fine", False),
        ("preterm_labour", "she never checked me, im fine", False),
        ("preterm_labour", "she will check me, im fine", False),
        ("stroke_and_seizure", "she checked me, im fine", False),
        ("stroke_and_seizure", "my doctor knows about my epilepsy", False),
    ],
)
def test_a_midwife_needs_no_name(urgent: str, text: str, seen: bool) -> None:
    """Who looks after a pregnancy is `she`; of other dangers nobody is believed without a name."""
    assert seen_by_midwife(text, urgent) is seen


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("my midwife said its fine. can they still call", "my midwife said its fine."),
        ("dr said its ok. is it normal that it still bleeds?", "dr said its ok. is it normal that it still bleeds?"),
        ("can you call", "can you call"),
    ],
)
def test_a_question_about_the_danger_is_part_of_the_news(text: str, told: str) -> None:
    """Only what is asked of the clinic is left out."""
    assert without_question(text) == told


@pytest.mark.usefixtures("hands")
def test_what_is_asked_after_a_misreading_is_answered_behind_an_apology(desk: FrontDesk) -> None:
    """And a call that is asked for is taken."""
    take(desk, "i have preeclampsia, pounding head, 30 weeks")
    reply = take(desk, "not an emergency. please call me")

    assert (reply.kind, reply.messages[0]["text"]) == ("handoff", desk.content.reply("misread_first", "web"))
    assert take(desk, "Pat").kind == "handoff"


@pytest.mark.parametrize("text", ["so is left side pain something you treat", "tailbone then?", "she said braxton hicks"])
def test_nobody_who_was_in_no_danger_is_told_to_unlock_the_door(desk: FrontDesk, text: str) -> None:
    """Nobody was called, so nobody is coming."""
    take(desk, "tightenings every 5 minutes, 33 weeks")
    take(desk, "not an emergency")

    assert desk.content.reply("helped_again", "web") not in [each["text"] for each in take(desk, text).messages]
