"""The small language of `sounds_like`: words, groups of words and gaps, joined by "near" and "anywhere in the message".

`word`   a word, however misspelt; `bleed*` any word that begins so; `NUMBER`, and of these `WEEK` `PRESSURE` `FEVER` `YEAR`
`<name>` a group of `words.yml`;  `(a|b c)` one of these;  a `?` behind any of them: it may be missing
`..`     up to three words between;  `...` up to seven;  neither passes the end of a sentence
`a ~ b`  both within ten words, in either order;  `a & b`  both anywhere in the message
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.safety.words import END, Words

LEXEME = re.compile(r"\s*(?:(<[a-z_]+>)|([A-Z]+|[a-z0-9]+\*?)|(\.{2,3})|([()|?])|(\S))")
GAPS = {"..": f"[^{END}]{{0,3}}", "...": f"[^{END}]{{0,7}}"}
MOST_NESTED = 8


class PatternError(Exception):
    """A pattern can't be read; why."""


@dataclass(frozen=True)
class Part:
    """One side of `~` or `&`: what to look for in a message's codes, and the codes it can begin with."""

    source: str
    regex: re.Pattern[str]
    first: frozenset[str]


@dataclass(frozen=True)
class Rule:
    """What must all be in a message; within each tuple, near each other."""

    source: str
    chains: tuple[tuple[Part, ...], ...]


@dataclass
class _Piece:
    """A stretch of a pattern as a regular expression."""

    regex: str = ""
    first: set[str] = field(default_factory=set)
    empty: bool = True


def named_words(source: str) -> Iterator[str]:
    """The words and stems that a pattern names."""
    return (found[2] for found in LEXEME.finditer(source) if found[2] and not found[2].isupper())


class Compiler:
    """Turns patterns into rules, each part only once."""

    def __init__(self, words: Words, groups: Mapping[str, str]) -> None:
        self.words, self._groups = words, groups
        self._parts: dict[str, Part] = {}

    def rule(self, source: str) -> Rule:
        """The rule of a line of `sounds_like`.

        Raises:
            PatternError: it can't be read, or it would match a message without a word.
        """
        if not isinstance(source, str):
            raise PatternError("it isn't text")
        return Rule(source, tuple(tuple(self.part(each) for each in chain.split("~")) for chain in source.split("&")))

    def part(self, source: str) -> Part:
        """One pattern without joints.

        Raises:
            PatternError: it can't be read, or it would match a message without a word.
        """
        source = " ".join(source.split())
        if source not in self._parts:
            piece = self._alternatives(source, 0)
            if piece.empty:
                raise PatternError("it asks for no word at all")
            self._parts[source] = Part(source, re.compile(piece.regex), frozenset(piece.first))
        return self._parts[source]

    def _alternatives(self, source: str, depth: int) -> _Piece:
        if depth > MOST_NESTED:
            raise PatternError("its groups go round in a circle")
        reader = _Reader(source)
        piece = self._either(reader, depth)
        if reader.peek:
            raise PatternError(f"{reader.peek!r} has no beginning")
        return piece

    def _either(self, reader: _Reader, depth: int) -> _Piece:
        choices = [self._row(reader, depth)]
        while reader.peek == "|":
            reader.take()
            choices.append(self._row(reader, depth))
        if not all(choice.regex for choice in choices):
            raise PatternError("one of its choices holds no word that counts")
        if len(choices) == 1:
            return choices[0]
        single = "".join(choice.regex.strip("[]") for choice in choices if re.fullmatch(r"\[\w+\]", choice.regex))
        other = [choice.regex for choice in choices if not re.fullmatch(r"\[\w+\]", choice.regex)]
        regex = "|".join([*other, *([f"[{single}]"] if single else [])])
        first = {code for choice in choices for code in choice.first}
        return _Piece(f"(?:{regex})" if other else regex, first, any(choice.empty for choice in choices))

    def _row(self, reader: _Reader, depth: int) -> _Piece:
        row = _Piece()
        while reader.peek not in ("", "|", ")"):
            piece = self._one(reader, depth)
            if reader.peek == "?":
                reader.take()
                piece = _Piece(f"(?:{piece.regex})?", piece.first, True)
            row.regex += piece.regex
            row.first |= piece.first if row.empty else set()
            row.empty = row.empty and piece.empty
        return row

    def _one(self, reader: _Reader, depth: int) -> _Piece:
        lexeme = reader.take()
        if lexeme == "(":
            piece = self._either(reader, depth)
            if reader.take() != ")":
                raise PatternError("a bracket isn't closed")
            return piece
        if lexeme.startswith("<"):
            if lexeme[1:-1] not in self._groups:
                raise PatternError(f"words.yml has no group {lexeme[1:-1]!r}")
            return self._alternatives(self._groups[lexeme[1:-1]], depth + 1)
        if lexeme in GAPS:
            if reader.at_edge:
                raise PatternError("a gap needs a word on both sides")
            return _Piece(GAPS[lexeme])
        if lexeme in self.words.fillers:
            return _Piece()
        if not re.fullmatch(r"[A-Z]+|[a-z0-9]+\*?", lexeme):
            raise PatternError(f"{lexeme!r} has no place here")
        try:
            codes = self.words.class_of(lexeme)
        except KeyError as error:
            raise PatternError(f"there is no kind of number {lexeme!r}") from error
        if lexeme.isupper() or lexeme.endswith("*"):
            return _Piece(f"[{codes}]", set(codes), False)
        return _Piece(f"[{codes}]" if len(codes) == 1 else codes, set(codes[:1]), False)


class _Reader:
    """A pattern's lexemes, one after the other."""

    def __init__(self, source: str) -> None:
        self._lexemes = [next(filter(None, found.groups())) for found in LEXEME.finditer(source)]
        self._place = 0

    @property
    def peek(self) -> str:
        """The next lexeme; empty at the end."""
        return self._lexemes[self._place] if self._place < len(self._lexemes) else ""

    @property
    def at_edge(self) -> bool:
        """Whether nothing follows or went before the lexeme just taken."""
        return self._place == 1 or not self.peek

    def take(self) -> str:
        """The next lexeme, read."""
        self._place += 1
        return self._lexemes[self._place - 1] if self._place <= len(self._lexemes) else ""
