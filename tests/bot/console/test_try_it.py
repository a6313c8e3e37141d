"""Asking as a patient does keeps nothing, and a wrong answer is mended from the spot."""

from __future__ import annotations

from datetime import date

from tests.console import Staff


def test_asking_shows_reply_and_reasons(editor: Staff) -> None:
    """The reply that patients get now stands there, with the nearest ways of asking, and no turn is kept."""
    page = editor.post("/staff/try", {"said": "should i be stretching <b>", "channel": "web"}).text

    assert ("484.222.0854" in page, "should i stretch" in page, "stretching &lt;b&gt;" in page) == (True, True, True)
    assert editor.parts.counts.topics(date(2020, 1, 1)) == []


def test_danger_is_told_here_too(editor: Staff) -> None:
    """A message that sounds urgent shows the advice, brain or no brain."""
    assert "911" in editor.post("/staff/try", {"said": "my chest hurts and i can't breathe", "channel": "sms"}).text


def test_a_wrong_answer_is_mended_on_the_spot(editor: Staff) -> None:
    """What was typed becomes a way of asking for the chosen question; without a choice nothing happens."""
    said = "do you show stretches for hips"
    without = editor.post("/staff/try/correct", {"said": said})
    chosen = editor.post("/staff/try/correct", {"said": said, "label": "faq/stretching"})

    assert (without.status_code, chosen.status_code) == (422, 303)
    assert said in editor.parts.editor.faq("faq/stretching").phrases
