"""With the needles in."""

from __future__ import annotations

import pytest

from bot.phrasebook.particulars_of_a_visit import OF_A_VISIT


def found(text: str) -> str:
    return next((each.reply or each.label for each in OF_A_VISIT if each.asked(text)), "")


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("must i keep perfectly still", "visit_during"),
        ("what if i need the bathroom", "visit_during"),
        ("can i get up to pee", "visit_during"),
        ("can i go pee in the middle", "visit_during"),
        ("30 minutes lying still with a baby on my bladder hahaha", "visit_during"),
        ("how many needles", "visit_how_many"),
        ("ok so which first", "care_order"),
        ("do you treat dads too", "not_covered/men"),
        ("is yoga fine w si pain", "not_covered/exercises_at_home"),
        ("will you leave me alone there", "visit_during"),
        ("may i scratch my nose", "visit_during"),
        ("lying on my tummy?", "visit_lying"),
        ("or on my side", "visit_lying"),
        ("do you touch my pelvis", "visit_touch"),
        ("do i get needled on the first visit", "visit_first_needles"),
        ("just talking?", "visit_first_needles"),
        ("and afterwards", "visit_and_then"),
        ("can i ask them to stop", "needles_stop"),
        ("finer than a vaccine needle?", "needles_size"),
        ("what would the practitioner do first", "faq/what_to_expect"),
        ("has anybody been harmed", "safety_worse"),
        ("is massage better than acupuncture", "therapy_compared"),
        ("i had a cortisone shot", "not_covered/medicines"),
        ("do you offer fertility treatment", "not_covered/other_conditions"),
    ],
)
def test_what_is_asked_of_a_visit(text: str, reply: str) -> None:
    """Each has its own sentence or answer."""
    assert found(text) == reply


@pytest.mark.parametrize(
    "text",
    [
        "how long do i lie still",
        "how many visits",
        "how long lying still with my back like this",
        "can my husband come, do you take guys in the room",
        "is yoga ok after a session",
        "what happens first",
        "i cant move my leg",
        "can i move the appointment",
        "can i sleep on my side at night",
        "it hurts when i lie on my side",
        "can i talk to her",
        "can i read it",
        "when should i stop my zoloft",
        "does it feel like a flu shot in the arm after",
        "my si joint is shot",
        "im pregnant after ivf, is it safe",
        "how soon after the first session do i feel better",
    ],
)
def test_what_is_not_asked_of_it(text: str) -> None:
    """The body, appointments and time are other questions."""
    assert found(text) in ("", "needles_size")
