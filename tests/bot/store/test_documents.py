"""Every version of the clinic's document is kept; the newest is the one in use."""

from __future__ import annotations

from bot.store import Store
from bot.store.documents import Documents


def test_the_newest_version_is_in_use(store: Store) -> None:
    """Before the first there is none; then the last one kept."""
    documents = Documents(store.engine)
    before = documents.newest()
    documents.keep("one", "Olive")
    documents.keep("two — “ü”", "Olive")
    newest = documents.newest()

    assert before is None
    assert newest is not None
    assert (newest.text, newest.kept_by) == ("two — “ü”", "Olive")
