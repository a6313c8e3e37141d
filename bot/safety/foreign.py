"""Danger told in another language than English: a file for each in data/red_flags/languages, read by the same grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.content import ContentError
from bot.safety.calm import NAMES
from bot.safety.check import SAYINGS, Safety
from bot.safety.documents import FOLDER, needing, patterns
from bot.safety.flags import RedFlag
from bot.safety.foreign_reading import ForeignReader, folded
from bot.safety.grammar import Grammar, Part, Pattern

UNNAMED = "emergency"
"""The key of the sentence for what sounded urgent and has no kind."""


class Languages:
    """The sentences and the words of danger of each language there is a file for.

    Raises:
        ContentError: a file is broken; its name, line and reason.
    """

    def __init__(self, folder: Path) -> None:
        self._documents = {path.stem: needing(path, "says") for path in sorted(folder.glob("*.yml"))}
        for language, document in self._documents.items():
            if not document["says"].get(UNNAMED):
                raise ContentError(_name(language), document.lc.key("says")[0] + 1, f"`{UNNAMED}:` is missing.")

    def speaking(self, flag: RedFlag) -> RedFlag:
        """The flag with what it says first in each language: a sentence of its own kind, else of its tier."""
        said = {language: self._sentence(language, flag) for language in self._documents}
        return replace(flag, says={**{each: text for each, text in said.items() if text}, **flag.says})

    def check(self, flags: tuple[RedFlag, ...]) -> Safety:
        """What looks for these flags in every language.

        Raises:
            ContentError: a pattern can't be read, or stands under a kind of danger that there is not.
        """
        found: dict[str, list[Pattern]] = {flag.id: [] for flag in flags}
        rules: dict[str, list[Part]] = {name: [] for name in (SAYINGS, *NAMES)}
        for language, document in self._documents.items():
            name = _name(language)
            grammar = _grammar(document)
            told: Any = document.get("sounds_like") or {}
            for kind in told:
                if kind not in found:
                    raise ContentError(name, told.lc.key(kind)[0] + 1, f"there is no kind of danger {kind}.")
                found[kind] += patterns(name, told, kind, grammar, folded)
            calming = patterns(name, document, "negators", grammar, folded)
            rules["negators"] += [part for pattern in calming for part in pattern.parts]
        spoken = tuple(replace(flag, patterns=tuple(found[flag.id]), doubts=(), while_open=(), grave=()) for flag in flags)
        return Safety(spoken, rules, ForeignReader(), sentences=self._unnamed())

    def _sentence(self, language: str, flag: RedFlag) -> str:
        says = self._documents[language]["says"]
        return str(says.get(flag.id) or says.get(flag.tier) or "")

    def _unnamed(self) -> Mapping[str, str]:
        return {language: str(document["says"][UNNAMED]) for language, document in self._documents.items()}


def _name(language: str) -> str:
    return f"{FOLDER}/languages/{language}.yml"


def _grammar(document: Any) -> Grammar:
    groups = document.get("groups") or {}
    return Grammar({str(group): [folded(str(each)) for each in phrases] for group, phrases in groups.items()})
