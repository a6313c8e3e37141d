"""What staff did with questions is kept so that it can be undone, once."""

from __future__ import annotations

from bot.store import Store
from bot.store.filings import ADDED, IGNORED, Filings


def test_a_filing_is_undone_once(store: Store) -> None:
    """It comes back whole; undone it stands no longer, and a second undo does nothing."""
    filings = Filings(store.engine)
    number = filings.add([3, 5], ADDED, "Edith", "faq/booking", ["ein Geschenk für “sie”"])
    filings.add([7], IGNORED, "Edith")
    found = filings.find(number)

    assert found is not None
    assert (found.turn_ids, found.label, found.phrases) == ((3, 5), "faq/booking", ("ein Geschenk für “sie”",))
    assert [filings.undo(number, "Olive"), filings.undo(number, "Edith")] == [True, False]
    assert [each.action for each in filings.recent((ADDED, IGNORED))] == [IGNORED]
    assert filings.find(99) is None
