"""Questions that lean on the last answer."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.understanding.follow_ups import LABELS, resolved


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


def test_every_follow_up_leads_somewhere(known: Content) -> None:
    """No follow-up leads from or to a topic that does not exist."""
    led = {target for after, otherwise, first in LABELS.values() for target in (*after.values(), otherwise, first)}
    origins = {f"faq/{topic}" for after, _, _ in LABELS.values() for topic in after}

    assert (led | origins) - set(known.topics) == set()
