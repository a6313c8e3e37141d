"""What depends on who asks."""

from __future__ import annotations

import pytest

from bot.phrasebook.particulars_of_the_person import OF_THE_PERSON


def found(text: str) -> str:
    return next((each.reply or each.label for each in OF_THE_PERSON if each.asked(text)), "")


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("what are the danger signs", "smalltalk/is_it_urgent"),
        ("when should i be concerned", "smalltalk/is_it_urgent"),
        ("so its my si joint?", "pain_judge"),
        ("who could tell me that", "pain_judge"),
        ("and when sitting", "pain_judge"),
        ("can they examine it", "pain_test"),
        ("she is 35 weeks", "stage"),
        ("is it too early to start", "late"),
        ("im due in 3 weeks so is it even worth starting", "late"),
        ("im 36 weeks is there any point starting now", "late"),
        ("and if i miss a wk", "often_missed"),
        ("how many x", "faq/frequency"),
        ("male or female", "who_woman_or_man"),
        ("does she do it herself or who", "who_treats"),
        ("or am i too old", "age"),
        ("who chooses", "plan_who"),
        ("do i quit physio", "care_keep"),
        ("for the rest of my life?", "often_end"),
        ("i have had it for ten years", "often_long_term"),
        ("thats slow", "soon_slow"),
        ("will you let them know", "said_cannot"),
        ("please use just my cell number", "contact_number"),
        ("are they a man", "who_woman_or_man"),
        ("how long has she practiced", "who_years"),
        ("should i mention it to my midwife", "doctor_tell"),
        ("what should i do", "do_what"),
        ("do you have a name, what are you called", "bot_name"),
        ("cool", "praise_short"),
    ],
)
def test_what_is_asked_of_oneself(text: str, reply: str) -> None:
    """Each has its own sentence or answer."""
    assert found(text) == reply


@pytest.mark.parametrize(
    "text",
    [
        "are there warning signs that needles dont suit me",
        "is it too late to cancel",
        "is my daughter too old for it",
        "could you tell her, start to finish, what goes on in a visit",
        "i can only manage every other week with my work schedule",
        "do you treat women",
        "is it a woman and whats her name",
        "great clinic, where is it",
        "i gave birth 6 weeks ago",
    ],
)
def test_what_is_another_question(text: str) -> None:
    """Cancelling, children and schedules are told of elsewhere."""
    assert found(text) in ("", "often_long_term")
