"""Who did what stands on a page, and what was noted can't run there."""

from __future__ import annotations

from tests.console import Staff


def test_the_log_is_searched_and_paged(editor: Staff) -> None:
    """Entries are text, found by their words, a hundred a page."""
    for number in range(101):
        editor.parts.audit.record("<b>Eve</b>", f"did number {number}")

    first = editor.get("/staff/log").text
    found = editor.get("/staff/log?q=number+57").text

    assert ("&lt;b&gt;Eve" in first, "<b>Eve" in first, "Older" in first) == (True, False, True)
    assert (found.count("<tr>"), "did number 57" in found) == (2, True)


def test_odd_pages_are_the_first(editor: Staff) -> None:
    """A page number that is none shows the newest."""
    assert editor.get("/staff/log?before=x").status_code == 200
