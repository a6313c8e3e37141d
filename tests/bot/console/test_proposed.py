"""A question between draft and proposal."""

from __future__ import annotations

from bot.console.proposed import from_json, to_json
from bot.content.draft import FaqDraft, Review

DRAFT = FaqDraft("hours", "Hours", "We open.", "Open.", facts=("a",), phrases=("when",), reviewed=Review("Ada", "2026-01-01", ""))


def test_a_proposal_keeps_the_whole_draft() -> None:
    """What was proposed comes back as it was."""
    assert from_json(to_json(DRAFT)) == DRAFT
