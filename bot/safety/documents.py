"""The files of data/red_flags as they stand: what each must have, and its patterns, refused by file, line and reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.content import ContentError
from bot.content.load import parse
from bot.safety.grammar import Grammar, Pattern, PatternError

FOLDER = "data/red_flags"
SUBFOLDERS = ("words", "languages")


def needing(path: Path, *keys: str) -> Any:
    """The document, which must have something under each of the keys.

    Raises:
        ContentError: it is missing, broken, or lacks one.
    """
    name = f"{FOLDER}/{path.relative_to(path.parents[1] if path.parent.name in SUBFOLDERS else path.parent)}"
    if not path.is_file():
        raise ContentError(name, 0, "the file is missing.")
    document = parse(path, name)
    for key in keys:
        if not document.get(key):
            raise ContentError(name, 1, f"`{key}:` is missing.")
    return document


def patterns(name: str, document: Any, key: str, grammar: Grammar, read: Callable[[str], str] = str) -> tuple[Pattern, ...]:
    """The patterns under a key.

    Args:
        name: of the file, for whoever has to mend it.
        document: what holds the key.
        key: its list may be missing.
        grammar: knows the groups that they may name.
        read: what each is turned into before it is read.

    Raises:
        ContentError: one can't be read.
    """
    found = []
    for index, written in enumerate(document.get(key) or ()):
        try:
            found.append(grammar.pattern(read(str(written))))
        except PatternError as error:
            line = document[key].lc.item(index)[0] + 1
            raise ContentError(name, line, f"this pattern can't be read ({error}).") from error
    return tuple(found)
