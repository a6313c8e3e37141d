"""Reads data/red_flags: the kinds of danger, and the words that their patterns are made of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.content import ContentError
from bot.content.load import parse
from bot.safety.calm import NAMES
from bot.safety.check import SAYINGS, Safety
from bot.safety.documents import FOLDER, needing, patterns
from bot.safety.flags import TIERS, FollowUp, RedFlag
from bot.safety.foreign import Languages
from bot.safety.grammar import Grammar, Part
from bot.safety.reading import Reader
from bot.safety.spelling import Spelling


def load(folder: Path) -> Safety:
    """The red flags in `data/red_flags`; read again only where a file changed.

    Raises:
        ContentError: a file is broken; its name, line and reason.
    """
    paths = sorted(folder.rglob("*.yml"))
    return _load(Files(tuple((str(path.relative_to(folder)), path.read_bytes()) for path in paths), folder))


@dataclass(frozen=True)
class Files:
    """What the files say, wherever they lie: a copy of a folder that was read need not be read again."""

    texts: tuple[tuple[str, bytes], ...]
    folder: Path = field(compare=False)


@lru_cache(maxsize=2)
def _load(files: Files) -> Safety:
    folder = files.folder
    paths = sorted(folder.glob("*.yml"))
    if not paths:
        raise ContentError(FOLDER, 0, "the folder is missing or holds no .yml file.")
    groups, calm, spelling = _words(folder / "words")
    grammar = Grammar(groups)
    languages = Languages(folder / "languages")
    flags = tuple(languages.speaking(_flag(path, grammar, frozenset(each.stem for each in paths))) for path in paths)
    variants = {wrong: right for right, several in spelling["variants"].items() for wrong in str(several).split()}
    written = [pattern.written for flag in flags for pattern in flag.patterns]
    mended = Spelling(grammar.words(written), [*str(spelling["ordinary"]).split(), *variants])
    return Safety(flags, _rules(calm, grammar), Reader(mended, variants), languages.check(flags))


def _rules(calm: Any, grammar: Grammar) -> dict[str, list[Part]]:
    """The rules that calm, by the name of their list."""
    rules = {}
    for name in (SAYINGS, *NAMES):
        read = patterns(f"{FOLDER}/words/calm.yml", calm, name, grammar)
        rules[name] = [part for pattern in read for part in pattern.parts]
    return rules


def _words(folder: Path) -> tuple[dict[str, list[str]], Any, Any]:
    """Named groups, the rules that calm, and spellings."""
    groups: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.yml")):
        if path.stem in ("calm", "spelling"):
            continue
        name = f"{FOLDER}/words/{path.name}"
        document = parse(path, name)
        for group, phrases in document.items():
            if group in groups:
                raise ContentError(name, document.lc.key(group)[0] + 1, f"the group {group} already stands in another file.")
            groups[str(group)] = [str(phrase) for phrase in phrases]
    return groups, needing(folder / "calm.yml", SAYINGS, *NAMES), needing(folder / "spelling.yml", *SPELLING)


SPELLING = ("variants", "ordinary")


def _flag(path: Path, grammar: Grammar, ids: frozenset[str]) -> RedFlag:
    document = needing(path, "tier", "source", "sounds_like", "again", "says")
    name = f"{FOLDER}/{path.name}"
    if document["tier"] not in TIERS:
        raise ContentError(name, document.lc.value("tier")[0] + 1, f"tier must be one of {', '.join(TIERS)}.")
    urgent, doubts = (patterns(name, document, key, grammar) for key in ("sounds_like", "doubtful"))
    says, restore, again = dict(document["says"]), document.get("restore", True), str(document["again"])
    in_doubt = dict(document.get("in_doubt") or {})
    follows = tuple(_follow_up(name, each, grammar, ids) for each in document.get("while_open") or ())
    yields = document.get("yields", False)
    flag = RedFlag(path.stem, document["tier"], urgent, says, doubts, restore, again, yields, in_doubt, follows)
    grave = document.get("grave")
    if not grave:
        return flag
    worst = replace(flag, says={**says, **grave["says"]}, again=str(grave["again"]))
    return replace(flag, grave=patterns(name, grave, "sounds_like", grammar), graver=worst)


def _follow_up(name: str, document: Any, grammar: Grammar, ids: frozenset[str]) -> FollowUp:
    """One entry under `while_open:`, which either says something or names the danger that it turns out to be."""
    line, becomes = document.lc.line + 1, str(document.get("becomes") or "")
    if bool(document.get("says")) == bool(becomes):
        raise ContentError(name, line, "an entry under `while_open:` needs either `says:` or `becomes:`.")
    if becomes and becomes not in ids:
        raise ContentError(name, line, f"there is no kind of danger {becomes}.")
    answers, keeps = document.get("answers", False), document.get("keeps", False)
    found = patterns(name, document, "sounds_like", grammar)
    return FollowUp(found, dict(document.get("says") or {}), becomes, answers, keeps, document.get("mild", False))
