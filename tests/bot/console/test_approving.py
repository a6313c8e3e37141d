"""A proposal is carried out or set aside, once."""

from __future__ import annotations

from dataclasses import replace

from bot.console.faq_form import to_json
from tests.console import Staff


def propose(at: Staff, **changes: str) -> int:
    draft = at.parts.editor.faq("faq/stretching")
    return at.parts.proposals.add(to_json(replace(draft, **changes)), "Edith")


def test_set_aside_changes_nothing(owner: Staff) -> None:
    """Declined, a proposal is gone from the page and the answer is as it was."""
    number = propose(owner, title="Bending")

    assert owner.post(f"/staff/proposals/{number}", {"decision": "declined"}).status_code == 303
    assert (owner.parts.proposals.open(), owner.parts.editor.faq("faq/stretching").title) == ([], "Stretching")
    assert owner.post(f"/staff/proposals/{number}", {"decision": "approved"}).status_code == 404


def test_an_overtaken_proposal_overwrites_nothing(owner: Staff) -> None:
    """Where the answer has changed since, approving is refused and the proposal stays."""
    number = propose(owner, title="Bending")
    owner.parts.editor.save(replace(owner.parts.editor.faq("faq/stretching"), title="Limbering up"), "Olive")

    assert owner.post(f"/staff/proposals/{number}", {"decision": "approved"}).status_code == 409
    assert owner.parts.editor.faq("faq/stretching").title == "Limbering up"
    assert [each.id for each in owner.parts.proposals.open()] == [number]
