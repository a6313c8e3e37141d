"""Every state of an FAQ is kept, compared in plain words, and brought back by an owner."""

from __future__ import annotations

from dataclasses import replace

from tests.console import Staff

ONE = "/staff/faqs/faq/stretching"


def test_an_earlier_state_is_compared_and_brought_back(owner: Staff) -> None:
    """What changed stands there word by word; restored, the earlier wording is live and the later one still in the history."""
    editor = owner.parts.editor
    before = editor.faq("faq/stretching")
    editor.save(replace(before, title="Bending", phrases=(*before.phrases, "<i>stretch</i> more")), "Edith")

    page = owner.get(f"{ONE}/history").text
    restored = owner.post(f"{ONE}/restore", {"number": 1}).status_code

    assert ("<del>Stretching</del>" in page, "<ins>Bending</ins>" in page, "<ins>&lt;i&gt;stretch" in page) == (True, True, True)
    assert (restored, editor.faq("faq/stretching").title, len(editor.history(before.file))) == (303, "Stretching", 3)


def test_what_was_never_there_has_no_history(owner: Staff) -> None:
    """An unknown question, another group, or another version is a kind page."""
    found = [owner.get(f"/staff/faqs/{name}/history").status_code for name in ("faq/none", "smalltalk/thanks", "facts/clinic")]

    assert (found, owner.post(f"{ONE}/restore", {"number": 99}).status_code) == ([404, 404, 404], 404)
