"""The kinds of danger in `data/red_flags`, and the check that looks for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.content import ContentError
from bot.content.load import parse
from bot.safety.patterns import Compiler, Rule, named_words
from bot.safety.plain import plainly
from bot.safety.reading import Calm, Reading
from bot.safety.words import Words

TIERS = ("now", "today", "crisis")
URGENCY = ("now", "crisis", "today")
"""The tiers again, that which can wait least first."""
WORDS = "words.yml"


@dataclass(frozen=True)
class RedFlag:
    """One kind of danger: what it sounds like and what to say."""

    id: str
    tier: str
    rules: tuple[Rule, ...]
    says: Mapping[str, str]
    discreet: bool = False
    """Whether the reply must look plain and not come back after a reload."""
    gives_way: bool = False
    """Whether a more particular kind of the same tier is told instead."""

    def advice(self, channel: str) -> str:
        """What to say, in the channel's wording."""
        return self.says.get(channel, self.says["text"])


@dataclass(frozen=True)
class Safety:
    """Every red flag, the most urgent and particular first, with the words they are told in."""

    flags: tuple[RedFlag, ...]
    words: Words
    calm: Calm = field(default_factory=Calm)

    def check(self, text: str) -> RedFlag | None:
        """The most urgent red flag in the text, or None. Takes well under 5 ms for 8 kB."""
        reading = Reading(self.words.encode(plainly(text)), self.calm)
        return next((flag for flag in self.flags if any(reading.tells(rule) for rule in flag.rules)), None)


def load(folder: Path) -> Safety:
    """The red flags in `data/red_flags`.

    Raises:
        ContentError: a file is broken; its name, line and reason.
    """
    documents = {path.name: parse(path, f"data/red_flags/{path.name}") for path in sorted(folder.glob("*.yml"))}
    shared = documents.pop(WORDS, {})
    if not documents:
        raise ContentError("data/red_flags", 0, "the folder is missing or holds no .yml file.")
    for name, document in documents.items():
        _check_form(f"data/red_flags/{name}", document)
    compiler = Compiler(*_vocabulary(shared, [each for document in documents.values() for each in document["sounds_like"]]))
    flags = [_flag(name, document, compiler) for name, document in documents.items()]
    calm = _calm(shared, compiler)
    ranked = sorted(flags, key=lambda flag: (URGENCY.index(flag.tier), flag.gives_way, flag.id))
    return Safety(tuple(ranked), compiler.words, calm)


def _vocabulary(shared: Any, sources: list[Any]) -> tuple[Words, dict[str, str]]:
    """The words that patterns name, and the groups of `words.yml`."""
    groups = {name: str(group) for name, group in shared.get("groups", {}).items()}
    spellings = {meant: str(written) for meant, written in shared.get("spellings", {}).items()}
    parts = " ".join(f"{meant} {written.replace('-', ' ') if '-' in written else ''}" for meant, written in spellings.items())
    named = {word for source in [*groups.values(), *sources, parts] for word in named_words(str(source))}
    words = Words(named, str(shared.get("fillers", "")), str(shared.get("real_words", "")))
    words.spell(spellings)
    return words, groups


def _calm(shared: Any, compiler: Compiler) -> Calm:
    """What takes the danger out of words. Every group is tried, so that none is broken unseen."""
    parts = {}
    for name in shared.get("groups", {}):
        try:
            parts[name] = compiler.part(f"<{name}>")
        except PatternError as error:
            line = shared["groups"].lc.key(name)[0] + 1
            raise ContentError(f"data/red_flags/{WORDS}", line, f"the group {name!r} can't be read ({error}).") from error
    return Calm(**{name: part for name, part in parts.items() if name in Calm.__dataclass_fields__})


def _check_form(name: str, document: Any) -> None:
    """Refuse a file that could only stay silent or crash in front of a patient."""
    for key in ("tier", "source", "sounds_like", "says"):
        if not document.get(key):
            raise ContentError(name, 1, f"`{key}:` is missing.")
    if document["tier"] not in TIERS:
        raise ContentError(name, _line(document, "tier"), f"tier must be one of {', '.join(TIERS)}.")
    if not isinstance(document["sounds_like"], list):
        raise ContentError(name, _line(document, "sounds_like"), "`sounds_like:` must be a list, each pattern behind a `- `.")
    says = document["says"]
    if not isinstance(says, dict) or not all(isinstance(says.get(channel), str) for channel in ("text", "sms")):
        raise ContentError(name, _line(document, "says"), "`says:` must hold `text:` and `sms:`.")


def _line(document: Any, key: str) -> int:
    return int(document.lc.key(key)[0]) + 1


def _flag(name: str, document: Any, compiler: Compiler) -> RedFlag:
    rules = []
    for index, each in enumerate(document["sounds_like"]):
        try:
            rules.append(compiler.rule(each))
        except PatternError as error:
            line = document["sounds_like"].lc.item(index)[0] + 1
            raise ContentError(f"data/red_flags/{name}", line, f"this pattern can't be read ({error}).") from error
    extras = {key: bool(document.get(key)) for key in ("discreet", "gives_way")}
    return RedFlag(Path(name).stem, document["tier"], tuple(rules), dict(document["says"]), **extras)
