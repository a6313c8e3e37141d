"""What is proposed waits until somebody decides, once."""

from __future__ import annotations

from bot.store import Store
from bot.store.proposals import APPROVED, DECLINED, Proposals


def test_a_proposal_is_decided_once(store: Store) -> None:
    """It waits in order; decided on it waits no longer, and can't be decided again."""
    proposals = Proposals(store.engine)
    first, second = proposals.add("{}", "Edith"), proposals.add('{"title": "x"}', "Edith")

    assert [each.id for each in proposals.open()] == [first, second]
    assert [proposals.decide(first, APPROVED, "Olive"), proposals.decide(first, DECLINED, "Olive")] == [True, False]
    assert [each.draft for each in proposals.open()] == ['{"title": "x"}']
