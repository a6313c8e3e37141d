"""Two versions of the document: sentences that differ, and the facts taken from them."""

from __future__ import annotations

from bot.console.document_changes import changes, sentences
from bot.content.model import Fact

OLDER = """A typical session may involve gentle relaxation with the needles in place,
often for 20-30 minutes. Plans are personal. Call us."""
NEWER = """A typical session may involve gentle relaxation with the needles in place, often for 30-40 minutes.
Call us. Parking is behind the house."""
FACTS = [
    Fact(
        "needle-time", "A session may involve gentle relaxation while the needles are in place, often 20–30 minutes.", "document"
    ),
    Fact("plans", "Every plan is personal.", "document"),
    Fact("step", "A typical session may involve one step at the door.", "clinic"),
]


def test_what_rests_on_a_changed_sentence_is_named() -> None:
    """Changed, gone and new sentences are told in order, each with the document's facts taken from it."""
    found = [(change.before[:9], change.after[:9], [fact.id for fact in change.facts]) for change in changes(OLDER, NEWER, FACTS)]

    assert found == [
        ("A typical", "A typical", ["needle-time"]),
        ("Plans are", "", ["plans"]),
        ("", "Parking i", []),
    ]


def test_line_breaks_are_no_change() -> None:
    """The same sentences set otherwise are the same document."""
    assert changes(OLDER, OLDER.replace("\n", "  "), FACTS) == []
    assert sentences("One. Two!\n\n• Three") == ["One.", "Two!", "• Three"]
