"""The patterns of data/red_flags: named groups of words put together, read into regular expressions.

A pattern is words in a row. `<group>` stands for any phrase of that group, `(a|b c)` for one of several, `[a|b]` for one or
none, `word*` for any ending, `#` for a number; `..` lets up to three other words pass and `...` up to seven, never a full stop.
`-(a|b)` says what must not follow here and `~(a|b)` what must not stand before. Parts set apart by `&` may come in any order,
in one sentence or in neighbouring ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

ELSEWHERE = r"\u0400-\u052f\u0600-\u06ff\u0900-\u097f\u1100-\u11ff\u4e00-\u9fff"
"""Letters of other scripts as bot/safety/foreign_reading.py leaves them: Cyrillic, Arabic, Devanagari, Korean, Chinese."""
ATOM = re.compile(rf"\s*(?:(~\(|-\(|\(|\[)|(\)|\])|(\|)|<(\w+)>|(\.\.\.?)|(#|[a-z0-9_?,.{ELSEWHERE}]+\*?))")
PLAIN = re.compile(rf"((?:\s*(?:#|(?!\.\.)[a-z0-9_?,.{ELSEWHERE}]+\*?)(?=[\s|)\]])|\|)*)\s*[)\]]")
"""Options of words alone, up to the bracket that closes them: nearly all there are, read at once."""
GAPS = {"..": r"(?: [\w,\u0900-\u097f]+){0,3}?", "...": r"(?: [\w,\u0900-\u097f]+){0,7}?"}
DEEPEST = 8
CIRCUMSTANCES = ("<pregnant>", "<nowhere_yet>", "<just_had_baby>", "<needle>", "<site>")
LASTING = ("<had_cancer>",)
"""What weighs however long ago it was."""
EVERYWHERE = frozenset(
    """a an the i im you he she it its we they my your his her our me him us them is are was were be been am has have had having
    do dont does did can cant will wont would could should in on at of to for from with and or but not no so if when what how that
    this there then than just like get got up out down all any some about after before now really very too today
    one # , . ?""".split()
)
"""Words of every message: looking for them first tells nothing."""


class PatternError(ValueError):
    """A pattern that can't be read, and why."""


class Piece(NamedTuple):
    """A stretch of pattern: its expression, the sets of words of which each must give one for it to match, and its first words.

    `opens` is None where any word may come first; `empty`: it may also match nothing.
    """

    expression: str
    needs: tuple[frozenset[str], ...] = ()
    opens: frozenset[str] | None = frozenset()
    empty: bool = False


@dataclass(frozen=True)
class Part:
    """What one part of a pattern looks like, the sets of words of which each must give one, and what words can open it."""

    expression: str
    needs: tuple[frozenset[str], ...]
    opens: frozenset[str] | None
    circumstance: bool = False
    """Whether it tells whom it happens to and is no danger by itself: then no question calms it."""
    lasting: bool = False
    """Whether it counts though it is long over."""

    @cached_property
    def looks_like(self) -> re.Pattern[str]:
        """Compiled when first looked for: compiling all takes seconds, and a message needs few."""
        return re.compile(self.expression)


@dataclass(frozen=True)
class Pattern:
    """A pattern as it was written, and its parts."""

    written: str
    parts: tuple[Part, ...]


class Grammar:
    """Reads patterns that may name these groups."""

    def __init__(self, groups: Mapping[str, list[str]]) -> None:
        self._groups = groups
        self._read: dict[str, Piece] = {}
        self._parts: dict[str, Part] = {}

    def pattern(self, written: str) -> Pattern:
        """One pattern.

        Raises:
            PatternError: it can't be read, or names no group there is.
        """
        return Pattern(written, tuple(self._part(each) for each in written.split("&")))

    def _part(self, written: str) -> Part:
        if written not in self._parts:  # many patterns share a part such as <pregnant>
            piece = self._piece(written)
            name = written.strip()
            about = name in CIRCUMSTANCES or name in LASTING, name in LASTING
            self._parts[written] = Part(f"{piece.expression}(?= )", piece.needs, piece.opens, *about)
        return self._parts[written]

    def words(self, written: list[str]) -> set[str]:
        """Every word that stands in the patterns and in all groups; `word*` also with its star."""
        patterns = [*written, *(each for group in self._groups.values() for each in group)]
        found = {word for each in patterns for word in re.findall(r"(?<!<)\b[a-z]+\*?(?!\w*>)", each)}
        return found | {word.rstrip("*") for word in found}

    def _piece(self, written: str, depth: int = 0) -> Piece:
        if depth > DEEPEST:
            raise PatternError("groups name each other in a circle")
        written = written.strip()
        piece, end = self._row(written, 0, depth)
        if end != len(written):
            raise PatternError(f"a bracket is closed that was never opened, at {written[end:]!r}")
        if not piece.expression:
            raise PatternError("there is nothing to look for")
        return piece

    def _row(self, written: str, at: int, depth: int) -> tuple[Piece, int]:
        """Words in a row up to the end, a closing bracket or a bar."""
        row: list[Piece] = []
        while at < len(written):
            found = ATOM.match(written, at)
            if not found:
                raise PatternError(f"this can't be read: {written[at:]!r}")
            opened, closed, bar, group, gap, word = found.groups()
            if closed or bar:
                break
            at = found.end()
            if opened:
                options, at = self._options(written, at, depth)
                row.append(_bracket(opened, options))
            else:
                row.append(self._group(group, depth) if group else Piece(GAPS[gap], opens=None) if gap else _word(word))
        return _joined(row), at

    def _options(self, written: str, at: int, depth: int) -> tuple[list[Piece], int]:
        plain = PLAIN.match(written, at)
        if plain:
            return [_words(option) for option in plain[1].split("|")], plain.end()
        options = []
        while True:
            piece, at = self._row(written, at, depth)
            options.append(piece)
            found = ATOM.match(written, at)
            if not found:
                raise PatternError("a bracket is not closed")
            at = found.end()
            if found[2]:
                return options, at

    def _group(self, name: str, depth: int) -> Piece:
        if name not in self._groups:
            raise PatternError(f"there is no group <{name}>")
        if name not in self._read:
            self._read[name] = _either([self._piece(each, depth + 1) for each in self._groups[name]])
        return self._read[name]


@lru_cache(maxsize=20_000)
def _words(written: str) -> Piece:
    return _joined([_word(word) for word in written.split()])


@lru_cache(maxsize=20_000)
def _word(word: str) -> Piece:
    if word == "#":
        return Piece(r" \d+(?:\.\d+)?", (frozenset("#"),), frozenset("#"))
    plain = re.escape(word.rstrip("*"))
    return Piece(f" {plain}" + (r"\w*" if word.endswith("*") else r"(?= )"), (frozenset([word]),), frozenset([word]))


def _bracket(opened: str, options: list[Piece]) -> Piece:
    either = _either(options)
    if opened == "(":
        return either
    if opened == "[":
        return Piece(f"{either.expression}?", (), either.opens, empty=True)
    if opened == "-(":
        return Piece(f"(?!{either.expression}(?= ))", empty=True)
    return Piece("".join(f"(?<!{option.expression.replace('(?= )', '')})" for option in options), empty=True)


def _joined(row: list[Piece]) -> Piece:
    """One piece after the other."""
    if len(row) == 1:
        return row[0]
    opens: frozenset[str] | None = frozenset()
    for piece in row:
        opens = None if opens is None or piece.opens is None else opens | piece.opens
        if opens is None or not piece.empty:
            break
    needs = tuple(need for piece in row for need in piece.needs)
    return Piece("".join(piece.expression for piece in row), needs, opens, all(piece.empty for piece in row))


def _either(options: list[Piece]) -> Piece:
    """Any of the options: of each, the need with the fewest words counts."""
    expression = f"(?:{'|'.join(option.expression for option in options)})"
    known = [option.opens for option in options if option.opens is not None]
    opens = frozenset(word for words in known for word in words) if len(known) == len(options) else None
    empty = any(option.empty for option in options)
    if not all(option.needs for option in options):
        return Piece(expression, (), opens, empty)
    needs = frozenset(word for option in options for word in rarest(option.needs))
    return Piece(expression, (needs,), opens, empty)


@lru_cache(maxsize=20_000)
def rarest(needs: tuple[frozenset[str], ...]) -> frozenset[str]:
    """The need that the fewest messages meet."""
    return min(needs, key=_commonness)


def _commonness(need: frozenset[str]) -> tuple[int, int]:
    return len(need & EVERYWHERE), len(need)


def marks(word: str) -> Iterator[str]:
    """What a word counts as where words are needed: itself, its beginnings with a star, and `#` for a number."""
    yield word
    if word[0].isdigit():
        yield "#"
    for end in range(2, len(word) + 1):
        yield f"{word[:end]}*"
