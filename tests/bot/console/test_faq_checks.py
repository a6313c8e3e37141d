"""While somebody types: previews as patients see them, and what the words would do."""

from __future__ import annotations

from dataclasses import replace

from bot.console.faq_checks import checked
from bot.content.draft import FaqDraft
from tests.console import Staff

DRAFT = FaqDraft(
    "", "Hours", "Call {clinic_phone} – please.", "", facts=("clinic-phone",), phrases=("when are you open", "hours")
)


def test_previews_are_what_patients_see(owner: Staff) -> None:
    """Contact details are filled in, and the text message is in letters that it can carry."""
    found = checked(owner.parts, DRAFT, thorough=False)

    assert found["web_preview"] == "Call 484.222.0854 – please."
    assert found["sms_preview"] == "Call 484.222.0854 - please."
    assert (found["count"]["texts"], found["fewest"]) == (1, 8)


def test_a_pregnant_patient_s_text_is_counted_and_shown(owner: Staff) -> None:
    """The text message for somebody who is pregnant has its own count and preview."""
    draft = replace(DRAFT, pregnant_web="Call.", pregnant_sms="Call {clinic_phone} – first. " * 8)
    found = checked(owner.parts, draft, thorough=False)
    page = owner.post("/staff/faqs/check", {"title": "x", "pregnant_sms": draft.pregnant_sms}).text

    assert "Call 484.222.0854 - first." in found["pregnant_sms_preview"]
    assert found["pregnant_count"]["texts"] == 2
    assert ("to somebody who is pregnant" in page, "In pregnancy:" in page) == (True, True)


def test_a_phrase_of_another_question_is_told(owner: Staff) -> None:
    """Almost the same as another question's way of asking: both are named."""
    draft = FaqDraft("", "Bending", "x", phrases=("should i be stretching",))

    near = checked(owner.parts, draft)["near"]

    assert [(phrase, other.title) for phrase, other in near] == [("should i be stretching", "Stretching")]


def test_an_unchanged_question_is_left_alone(owner: Staff) -> None:
    """What stands there already is compared with nothing, and nothing of it blocks."""
    found = checked(owner.parts, owner.parts.editor.faq("faq/stretching"))

    assert (found["near"], [remark for remark in found["remarks"] if remark.blocks]) == ([], [])
