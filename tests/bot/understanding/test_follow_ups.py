"""Questions that lean on the last answer."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.understanding.follow_ups import ABOUT_PREGNANCY, LABELS, LEANING, leaning, resolved


@pytest.mark.parametrize(
    ("label", "last_topic", "expected"),
    [
        ("follow_up/why", "faq/evidence", "faq/how_acupuncture_helps"),
        ("follow_up/more", "faq/session_length", "faq/what_to_expect"),
        ("follow_up/pregnant", "faq/evidence", "faq/evidence_pregnancy"),
        ("follow_up/pregnant", "faq/needles_pain", "faq/pregnancy_safety"),
        ("follow_up/why", "", "smalltalk/unsure"),
    ],
)
def test_a_follow_up_leads_on_from_the_last_answer(label: str, last_topic: str, expected: str) -> None:
    """What `why?` or `and when pregnant?` asks for depends on what was just answered."""
    assert resolved(label, last_topic) == expected


@pytest.mark.parametrize(
    ("label", "text", "last_topic", "expected"),
    [
        ("not_covered/needle_safety", "any risks?", "faq/pregnancy_safety", "faq/pregnancy_safety"),
        ("faq/evidence", "does it even work for that", "faq/pregnancy_si_pain", "faq/evidence_pregnancy"),
        ("faq/evidence", "does it even work for that", "faq/causes", "faq/evidence"),
        ("faq/evidence", "does it work for si joint pain in men over sixty", "faq/pregnancy_safety", "faq/evidence"),
        ("faq/location", "where is it", "faq/pregnancy_safety", "faq/location"),
    ],
)
def test_a_short_question_after_pregnancy_is_about_pregnancy(label: str, text: str, last_topic: str, expected: str) -> None:
    """A question that names no subject is read after the last answer; one that does is not."""
    assert leaning(label, text, last_topic) == expected


def test_every_follow_up_leads_somewhere(known: Content) -> None:
    """No follow-up leads from or to a topic that does not exist."""
    led = {target for after, otherwise, first in LABELS.values() for target in (*after.values(), otherwise, first)}
    origins = {f"faq/{topic}" for after, _, _ in LABELS.values() for topic in after}

    assert (led | origins | set(LEANING) | set(LEANING.values()) | set(ABOUT_PREGNANCY)) - set(known.topics) == set()
