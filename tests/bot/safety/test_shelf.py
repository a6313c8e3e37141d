"""A message takes from the shelf what it has every needed word of, in the order in which it was put there."""

from __future__ import annotations

from bot.safety.grammar import Grammar
from bot.safety.passages import Fingerprints
from bot.safety.shelf import Shelf

WRITTEN = ["chest .. (pain|tight*)", "(pain|ache) .. neck", "the neck", "[my] .. #"]


def _near(text: str) -> list[int]:
    parts = [Grammar({}).pattern(written).parts[0] for written in WRITTEN]
    prints = Fingerprints(parts)
    shelf = Shelf(prints.sought(part) for part in parts)
    where = prints.whereabouts(prints.passages(text))
    return [list(shelf).index(each) for each in shelf.near(where)]


def test_only_what_has_all_its_words_is_near() -> None:
    """One word of two is not enough; a word with any ending counts, and a number."""
    assert _near(" the chest is tightening ") == [0]
    assert _near(" my chest ") == []
    assert _near(" room 12 ") == [3]


def test_they_come_in_their_order() -> None:
    """The most urgent is put there first and looked at first, wherever its words stand."""
    assert _near(" the neck and a pain , then the chest ") == [0, 1, 2]
