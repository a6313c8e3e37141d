"""A proposal is carried out or set aside, once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.console.proposed import to_json
from bot.store.proposals import APPROVED, DECLINED, Proposal, Proposals
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


class Faster(Proposals):
    """Those of a clinic where another owner decides as soon as somebody has looked what is open."""

    decision = ""

    def open(self) -> list[Proposal]:
        found = super().open()
        for each in found if self.decision else []:
            self.decide(each.id, self.decision, "Ben")
        return found


@pytest.mark.parametrize(
    ("theirs", "ours", "status", "logged"), [(APPROVED, DECLINED, 404, False), (DECLINED, APPROVED, 303, True)]
)
def test_the_log_tells_what_happened(owner: Staff, theirs: str, ours: str, status: int, logged: bool) -> None:
    """Where another owner was faster, setting aside changes nothing and isn't logged; what was approved is live, and is."""
    number, proposals = propose(owner, title="Bending"), Faster(owner.app.state.desk.store.engine)
    owner.app.state.console = replace(owner.parts, proposals=proposals)
    token = owner.token()
    proposals.decision = theirs
    answer = owner.client.post(f"/staff/proposals/{number}", data={"form_token": token, "decision": ours}, follow_redirects=False)
    proposals.decision = ""
    told = [entry for entry in owner.parts.audit.recent(20) if entry.action == f"{ours} what Edith proposed"]

    assert (answer.status_code, bool(told)) == (status, logged)
    assert (owner.parts.editor.faq("faq/stretching").title == "Bending") is logged
