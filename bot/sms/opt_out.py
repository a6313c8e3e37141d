"""Does a message ask for no more texts? By the carriers' words, or by patterns: no model, so that staff can explain it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.content import ContentError
from bot.content.load import parse
from bot.safety import plainly
from bot.store.opt_outs import IN, OUT

NAME = "data/sms/opt_out.yml"
HELP = ""
"""Asked for help, which the carrier gives: nothing changes and we say nothing."""
WHAT = {"out": OUT, "in": IN, "help": HELP}
CARRIER = {"STOP": OUT, "START": IN, "HELP": HELP}
PIECES = ("texts", "many", "gap")
"""What the patterns are written with: each stands in them in capitals."""
MOST_CHARACTERS = 1600
"""What a text message can hold; a signed request could hold more."""
CLAUSE_END = re.compile(r"[.,;:!?\n]+")
PUNCTUATION = re.compile(r"[^\w\s]+")
FREE = "gap"
"""The piece in which anybody's words may stand, a name or a number too: they are not kept."""
LEFT_OUT = " …"


@dataclass(frozen=True)
class Heard:
    """What a message asks for and how that is known; see bot.store.opt_outs.Note."""

    what: str
    how: str
    said: str


@dataclass(frozen=True)
class Ears:
    """The words and patterns, ready to be listened for."""

    words: Mapping[str, str]
    patterns: tuple[re.Pattern[str], ...]

    def listen(self, text: str, carrier: str = "") -> Heard | None:
        """What the message asks for; None for a message like any other.

        Args:
            text: as the patient wrote it.
            carrier: `STOP`, `START` or `HELP` where the carrier has taken it for that: it has the last word.
        """
        if carrier in CARRIER:
            return Heard(CARRIER[carrier], "carrier", carrier)
        word = text.strip().casefold()
        if word in self.words:
            return Heard(self.words[word], "word", word.upper())
        read = text[:MOST_CHARACTERS]
        clauses = dict.fromkeys(_words(clause) for clause in [read, *CLAUSE_END.split(read)])
        matches = (pattern.search(clause) for clause in clauses for pattern in self.patterns)
        found = next(filter(None, matches), None)
        return Heard(OUT, "wording", _telling(found)) if found else None


def _telling(found: re.Match[str]) -> str:
    """The words that the pattern itself asks for; whatever the patient put between them is left out."""
    said, begin = "", found.start()
    for start, end in sorted(span for span in found.regs[1:] if span[0] < span[1]):
        said, begin = f"{said}{found.string[begin:start]}{LEFT_OUT}", end
    return said + found.string[begin : found.end()]


def _words(text: str) -> str:
    return " ".join(PUNCTUATION.sub(" ", plainly(text)).split())


def load(path: Path) -> Ears:
    """The words and patterns in `data/sms/opt_out.yml`.

    Raises:
        ContentError: the file is broken; its line and the reason.
    """
    document = parse(path, NAME)
    for key in ("words", *PIECES, "sounds_like"):
        if not document.get(key):
            raise ContentError(NAME, 1, f"`{key}:` is missing.")
    words = {str(word).casefold(): WHAT[what] for what in WHAT for word in document["words"].get(what) or ()}
    return Ears(words, tuple(_pattern(document, index) for index in range(len(document["sounds_like"]))))


def _pattern(document: Any, index: int) -> re.Pattern[str]:
    try:
        pattern = str(document["sounds_like"][index])
        for name in PIECES:
            piece = str(document[name])
            pattern = pattern.replace(name.upper(), f"({piece})" if name == FREE else piece)
        return re.compile(pattern)
    except re.error as error:
        line = document["sounds_like"].lc.item(index)[0] + 1
        raise ContentError(NAME, line, f"this pattern can't be read ({error}).") from error
