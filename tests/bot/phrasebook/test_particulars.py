"""All particulars."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.phrasebook.particulars import PARTICULARS, asked_of, labels_of, led_to


def test_every_sentence_and_answer_is_there(known: Content) -> None:
    """No particular names what the content doesn't hold."""
    assert {each.reply for each in PARTICULARS if each.reply} <= set(known.replies)
    assert {each.label for each in PARTICULARS} <= set(known.topics)


@pytest.mark.parametrize(
    ("label", "text", "leads_to"),
    [
        ("not_covered/other", "what do you mean by acute", "faq/frequency"),
        ("", "is the practitioner a woman", "faq/practitioner"),
        ("faq/evidence", "which journal published it", "faq/references"),
        ("faq/frequency", "how often should i come", ""),
        ("faq/session_length", "how long must i hold still", ""),
        ("emergency", "what is relaxin", ""),
    ],
)
def test_only_what_is_mistaken_is_led_elsewhere(label: str, text: str, leads_to: str) -> None:
    """What is understood for sure as another topic stays with it."""
    assert led_to(label, text) == leads_to


def test_a_sentence_that_needs_the_answer_waits_for_it() -> None:
    """`how would I know` is told where the pain sits before it is told that nobody can judge from here."""
    asked = ("faq/what_is_si_pain", "how would i know")

    assert asked_of(*asked, ()) == ""
    assert asked_of(*asked, ("faq/what_is_si_pain",)) == "pain_judge"


def test_a_sentence_is_known_by_its_answer() -> None:
    """`late` belongs to whether it suits her."""
    assert set(labels_of(["late"])) == {"faq/right_for_me"}
