"""Two states of a question side by side, word by word, in the names of the form."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.content.draft import TEXTS, FaqDraft

SAME, GONE, NEW = "same", "gone", "new"
WORD = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")


@dataclass(frozen=True)
class Changed:
    """What became of one field: pieces of text, each `same`, `gone` or `new`."""

    field: str
    pieces: tuple[tuple[str, str], ...]


def compare(older: FaqDraft, newer: FaqDraft) -> list[Changed]:
    """Every field that differs."""
    found = [
        Changed(name, words(getattr(older, name), getattr(newer, name)))
        for name in TEXTS
        if getattr(older, name) != getattr(newer, name)
    ]
    found += [
        Changed(name, lines(getattr(older, name), getattr(newer, name)))
        for name in ("facts", "phrases")
        if set(getattr(older, name)) != set(getattr(newer, name))
    ]
    signed = [f"{each.reviewed.by} {each.reviewed.on} {each.reviewed.due}".strip() for each in (older, newer)]
    switched = ["on" if each.on else "off" for each in (older, newer)]
    found += [Changed(name, words(*both)) for name, both in (("reviewed", signed), ("on", switched)) if both[0] != both[1]]
    return found


def words(older: str, newer: str) -> tuple[tuple[str, str], ...]:
    """Two texts in pieces, in reading order."""
    before, after = WORD.findall(older), WORD.findall(newer)
    pieces: list[tuple[str, str]] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append((SAME, "".join(before[a:b])))
            continue
        pieces += [(GONE, "".join(before[a:b]))] * (b > a) + [(NEW, "".join(after[c:d]))] * (d > c)
    return tuple(pieces)


def lines(older: Sequence[str], newer: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Entries that went and entries that came."""
    gone = [(GONE, each) for each in older if each not in newer]
    return (*gone, *((NEW, each) for each in newer if each not in older))
