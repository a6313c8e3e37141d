"""What is doubted, and what a doctor said of it."""

from __future__ import annotations

import pytest

from bot.content import topics
from tests.bot.phrasebook.test_remarks import named

ANSWERED = ("faq/evidence",)


@pytest.mark.parametrize(
    ("text", "label", "said", "name"),
    [
        ("he says it's all voodoo", topics.ABOUT_ME, ANSWERED, "doubted_by_another"),
        ("my mother in law says acupuncture causes miscarriages", topics.PREGNANCY_SAFETY, (), "said_to_harm"),
        ("my ob says acupuncture causes miscarriages", topics.PREGNANCY_SAFETY, (), ""),
        ("she says it causes miscarriage and im bleeding", topics.PREGNANCY_SAFETY, (), ""),
        ("does acupuncture cause miscarriages", topics.PREGNANCY_SAFETY, (), ""),
        ("my doc already said ok", topics.DOCTORS_ADVICE, (), "doctor_said_yes"),
        ("my midwife cleared me", topics.DOCTORS_ADVICE, (), "doctor_said_yes"),
        ("ob says its fine", topics.ABOUT_ME, (), "doctor_said_yes"),
        ("my doctor gave me the ok", "faq/evidence_pregnancy", (), "doctor_said_yes"),
        ("my doctor said its good for the back", "faq/evidence", (), ""),
        ("my doc said its not ok", topics.DOCTORS_ADVICE, (), ""),
        ("midwife says yes but my doctor says no", topics.DOCTORS_ADVICE, (), ""),
        ("what if my doctor says ok?", topics.DOCTORS_ADVICE, (), ""),
        ("hm so who do i believe", topics.DOCTORS_ADVICE, (topics.DOCTORS_ADVICE,), "believe_the_doctor"),
        ("who do i go by, you or my ob", "out_of_scope", (topics.DOCTORS_ADVICE,), "believe_the_doctor"),
        ("who do i believe", "out_of_scope", (topics.PRICE,), ""),
        ("who should i call", topics.DOCTORS_ADVICE, (topics.DOCTORS_ADVICE,), ""),
    ],
)
def test_a_doubt_is_known_by_its_words(text: str, label: str, said: tuple[str, ...], name: str) -> None:
    """A doctor's no, and whatever may be a danger, is never said away."""
    assert named(text, label, label.split("/")[0].replace("faq", "answer"), said) == name
