"""In the middle of a form: answers and questions are told apart."""

from __future__ import annotations

import pytest

from bot.phrasebook import form_answers


@pytest.mark.parametrize(
    ("text", "asked", "label", "confidence", "own"),
    [
        ("is it safe in pregnancy?", "callback_name", "faq/pregnancy_safety", 0.7, True),
        ("how long is a session", "callback_time", "faq/session_length", 0.6, True),
        ("price", "callback_name", "not_covered/price", 0.9, True),
        ("are you open on friday?", "callback_time", "not_covered/hours", 0.9, True),
        ("any morning but friday", "callback_time", "not_covered/hours", 0.95, False),
        ("jen", "callback_name", "faq/practitioner", 0.5, False),
        ("my hip hurts at night", "callback_why", "faq/what_is_si_pain", 0.9, False),
        ("can you use 484 555 0123?", "callback_number", "faq/contact", 0.9, False),
        ("wait wrong number", "callback_time", "faq/contact", 0.9, False),
        ("the number", "callback_confirmed", "faq/contact", 0.9, False),
        ("what is the number?", "callback_confirmed", "faq/contact", 0.9, True),
        ("yes", "callback_share", "smalltalk/affirm", 1.0, False),
        ("don't share my questions", "callback_confirmed", "not_covered/privacy", 0.95, False),
        ("do not share my questions please", "callback_confirmed", "not_covered/privacy", 0.95, False),
        ("do you share my questions?", "callback_confirmed", "not_covered/privacy", 0.95, False),
        ("Mrs. Price", "callback_name", "not_covered/price", 0.99, False),
        ("Steph", "callback_name", "faq/what_to_expect", 0.9, False),
        ("evenings", "callback_name", "not_covered/hours", 0.95, False),
        ("yes but only wednesday", "callback_confirmed", "faq/booking", 0.95, False),
        ("are you a robot", "callback_name", "smalltalk/bot", 0.95, True),
        ("Her name is Anh Pham", "callback_name", "faq/practitioner", 0.95, False),
        ("what is her name?", "callback_name", "faq/practitioner", 0.95, True),
        ("610", "callback_number", "faq/contact", 0.94, False),
        ("oh area code 610", "callback_number", "faq/contact", 0.81, False),
        ("yes but say no voicemail", "callback_name", "faq/contact", 0.96, False),
        ("wait do the needles hurt", "callback_why", "faq/needles_pain", 0.99, True),
        ("about insurance", "callback_time", "not_covered/insurance", 0.99, False),
        ("oh 610", "callback_name", "faq/contact", 0.95, False),
        ("number", "callback_name", "faq/contact", 0.95, False),
        ("shes 81 and has pain over the si", "callback_confirmed", "faq/what_is_si_pain", 0.95, False),
        ("so my needles hurt", "callback_why", "faq/needles_pain", 0.99, False),
    ],
)
def test_a_question_of_its_own_interrupts(text: str, asked: str, label: str, confidence: float, own: bool) -> None:
    """What asks, and is understood, is answered; what looks like the answer is the answer."""
    assert form_answers.interrupts(text, asked, label, confidence) is own


@pytest.mark.parametrize(
    ("text", "asked", "name"),
    [
        ("Hope", "callback_name", True),
        ("mrs price", "callback_name", True),
        ("Hope", "callback_number", False),
        ("help", "callback_name", False),
        ("chest pain", "callback_name", False),
    ],
)
def test_a_single_word_is_a_name_where_one_was_asked_for(text: str, asked: str, name: bool) -> None:
    """So `Hope` raises no alarm; a cry for help does, and two words may be a danger."""
    assert form_answers.is_name(text, asked) is name


@pytest.mark.parametrize(
    ("text", "questions", "rest"),
    [
        ("jen. how long is it?", ["how long is it?"], "jen"),
        ("484 555 0123, and how long is it?", ["how long is it?"], "484 555 0123, and"),
        ("ok, how long is it?", ["how long is it?"], ""),
        ("jen", [], "jen"),
    ],
)
def test_an_answer_beside_a_question_is_not_lost(text: str, questions: list[str], rest: str) -> None:
    """Both are taken: the question is answered, the rest goes to the form."""
    assert form_answers.without(text, questions) == rest


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("wrong number", True),
        ("make it tuesday", True),
        ("dont leave a message please", True),
        ("who leaves no message", False),
        ("thanks", False),
        ("im deaf do you have an interpreter", False),
        ("i am hard of hearing, can you treat me", False),
        ("can i bring my husband who is deaf", False),
        ("my husband is deaf can he come", False),
        ("please just text back the price", False),
        ("i don't hear well, is that a problem", False),
        ("can you text me instead", True),
        ("im deaf, please text", True),
        ("could you please not leave a message", True),
    ],
)
def test_what_puts_a_sent_request_right(text: str, right: bool) -> None:
    """Also what whoever calls should have been told; it is with the clinic already."""
    assert form_answers.corrects(text) is right
