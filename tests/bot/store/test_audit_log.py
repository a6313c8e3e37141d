"""The log only grows, and is read a page at a time."""

from __future__ import annotations

from bot.store import Store
from bot.store.audit_log import AuditLog


def test_entries_come_back_newest_first(store: Store) -> None:
    """What was noted is read again whole, page by page, and found by any of its words."""
    log = AuditLog(store.engine)
    for number in range(5):
        log.record("Olive", f"did {number}", "faq/100%_sure")

    first = log.recent(3)
    rest = log.recent(3, before=first[-1].id)

    assert [each.action for each in (*first, *rest)] == ["did 4", "did 3", "did 2", "did 1", "did 0"]
    assert [each.action for each in log.recent(9, find="did 3")] == ["did 3"]
    assert (len(log.recent(9, find="100%_")), len(log.recent(9, find="100__"))) == (5, 0)
