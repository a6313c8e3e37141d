"""The red-flag check: what sounds like danger, found by patterns alone, before any model, database or network."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content import ContentError
from bot.content.load import parse

TIERS = ("now", "today", "crisis")
INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]")


@dataclass(frozen=True)
class RedFlag:
    """One kind of danger: what it sounds like and what to say."""

    id: str
    tier: str
    patterns: tuple[re.Pattern[str], ...]
    says: Mapping[str, str]

    def advice(self, channel: str) -> str:
        """What to say, in the channel's wording."""
        return self.says.get(channel, self.says["text"])


class Safety:
    """Every red flag, ready to be looked for."""

    def __init__(self, flags: tuple[RedFlag, ...]) -> None:
        self.flags = flags

    def check(self, text: str) -> RedFlag | None:
        """The most urgent red flag in the text, or None. Takes well under 5 ms for 8 kB."""
        plain = plainly(text)
        found = [flag for flag in self.flags if any(pattern.search(plain) for pattern in flag.patterns)]
        return min(found, key=lambda flag: TIERS.index(flag.tier), default=None)


def plainly(text: str) -> str:
    """The text as the patterns read it: lower case, no accents, no invisible characters, plain quotes, single spaces."""
    folded = unicodedata.normalize("NFKD", INVISIBLE.sub("", text)).casefold()
    bare = "".join(character for character in folded if not unicodedata.combining(character))
    return " ".join(re.sub(r"['’‘`´]", "", bare).split())


def load(folder: Path) -> Safety:
    """The red flags in `data/red_flags`.

    Raises:
        ContentError: a file is broken; its name, line and reason.
    """
    paths = sorted(folder.glob("*.yml"))
    if not paths:
        raise ContentError("data/red_flags", 0, "the folder is missing or holds no .yml file.")
    return Safety(tuple(_flag(path) for path in paths))


def _flag(path: Path) -> RedFlag:
    name = f"data/red_flags/{path.name}"
    document = parse(path, name)
    for key in ("tier", "source", "sounds_like", "says"):
        if not document.get(key):
            raise ContentError(name, 1, f"`{key}:` is missing.")
    if document["tier"] not in TIERS:
        raise ContentError(name, document.lc.value("tier")[0] + 1, f"tier must be one of {', '.join(TIERS)}.")
    patterns = []
    for index, each in enumerate(document["sounds_like"]):
        try:
            patterns.append(re.compile(each))
        except re.error as error:
            line = document["sounds_like"].lc.item(index)[0] + 1
            raise ContentError(name, line, f"this pattern can't be read ({error}).") from error
    return RedFlag(path.stem, document["tier"], tuple(patterns), dict(document["says"]))
