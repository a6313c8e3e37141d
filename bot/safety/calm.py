"""What makes a hit calm: a negator that governs it, a question about signs or causes, a story long over. Never more than that hit."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.safety.grammar import Grammar

NAMES = ("negators", "unless", "sayings", "general", "about", "personal", "what_to_do", "long_ago", "present", "clauses")
"""The lists of data/red_flags/words/calm.yml."""
END = "(?= )"


class Calm:
    """Judges one hit by the words around it."""

    def __init__(self, grammar: Grammar, rules: Mapping[str, list[str]]) -> None:
        self._rule = {name: grammar.any_of(rules[name]) for name in NAMES}
        self._negated = re.compile(f"{self._rule['negators'].pattern.removesuffix(END)}$")

    def without_sayings(self, text: str) -> str:
        """The text with what never means danger, such as `scared to death`, left blank."""
        return self._rule["sayings"].sub(" _", text)

    def calms(self, sentence: str, start: int, end: int) -> bool:
        """Whether what stands from `start` to `end` is no danger told.

        Args:
            sentence: one sentence as it was read, a space before and after it.
            start: where the hit begins.
            end: where it ends.
        """
        return self._negates(sentence, start, end) or self._asks(sentence, start, end) or self._is_over(sentence, start, end)

    def _negates(self, sentence: str, start: int, end: int) -> bool:
        return bool(self._negated.search(sentence, 0, start)) and not self._rule["unless"].match(sentence, end)

    def _asks(self, sentence: str, start: int, end: int) -> bool:
        """A question about signs or causes; one about what to do, or told of a person's own state, is none."""
        if self._rule["what_to_do"].search(sentence):
            return False
        opened = [found.end() for found in self._rule["general"].finditer(sentence, 0, start + 1)]
        if opened and not self._rule["personal"].search(sentence, opened[-1], start + 1):
            return not self._rule["personal"].match(sentence, start)
        return bool(self._rule["about"].match(sentence, end)) and not self._rule["personal"].search(sentence, 0, end)

    def _is_over(self, sentence: str, start: int, end: int) -> bool:
        """Told of a distant time or as settled, in the hit's own clause, and nothing of today in the sentence."""
        if self._rule["present"].search(sentence):
            return False
        first = max((found.end() for found in self._rule["clauses"].finditer(sentence, 0, start)), default=0)
        following = self._rule["clauses"].search(sentence, end)
        return bool(self._rule["long_ago"].search(sentence, first, following.start() if following else len(sentence)))
