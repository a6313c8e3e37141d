"""Two states of a question, told apart word by word."""

from __future__ import annotations

from dataclasses import replace

from bot.console.comparison import GONE, NEW, compare, words
from bot.content.draft import FaqDraft


def test_pieces_join_into_both_texts() -> None:
    """Without what is new the older text is left, without what is gone the newer one."""
    older, newer = "You rest 20 minutes, often.", "You often rest for 30 minutes."
    pieces = words(older, newer)

    assert "".join(text for kind, text in pieces if kind != NEW) == older
    assert "".join(text for kind, text in pieces if kind != GONE) == newer


def test_only_what_differs_is_named() -> None:
    """Each field that differs is told, lists by what came and went."""
    older = FaqDraft("a", "A", "web", facts=("x",), phrases=("one", "two"))
    newer = replace(older, title="B", phrases=("two", "three"), on=False)

    found = {change.field: change.pieces for change in compare(older, newer)}

    assert set(found) == {"title", "phrases", "on"}
    assert found["phrases"] == ((GONE, "one"), (NEW, "three"))
