"""A question between form and draft."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.console.faq_form import counted, needs_approval, phrases
from bot.content.draft import FaqDraft, Review

DRAFT = FaqDraft("hours", "Hours", "We open.", "Open.", facts=("a",), phrases=("when",), reviewed=Review("Ada", "2026-01-01", ""))


def test_phrases_are_one_a_line() -> None:
    """Bullets, blank lines, what can't be seen and what stands twice are left out."""
    assert phrases("- when\n\n * where  is it\nwh\u200ben\n• how") == ["when", "where is it", "how"]


@pytest.mark.parametrize(
    ("sms", "texts"),
    [("", 0), ("👍", 0), ("x" * 160, 1), ("x" * 161, 2), ("x" * 307, 3), ("€" * 80, 1), ("x" * 152 + "€" + "x" * 152, 3)],
)
def test_text_messages_are_counted_as_phones_do(sms: str, texts: int) -> None:
    """160 places fit one text, 153 each of several; some characters take two, and none of them is cut in two."""
    assert counted(sms, "Hi")["texts"] == texts


def test_only_what_patients_read_at_once_needs_approval() -> None:
    """New ways of asking and new questions wait for publishing anyway; wording, facts and what it takes the place of don't."""
    changed = {name: replace(DRAFT, **{name: "other"}) for name in ("title", "web", "sms", "pregnant_web", "pregnant_sms")}

    assert all(needs_approval(each, DRAFT) for each in changed.values())
    assert needs_approval(replace(DRAFT, facts=("b",)), DRAFT)
    assert needs_approval(replace(DRAFT, replaces="not_covered/price"), DRAFT)
    assert not needs_approval(replace(DRAFT, phrases=("how",)), DRAFT)
    assert not needs_approval(DRAFT, None)
