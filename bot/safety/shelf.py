"""What may be looked for, in its order, found by a word that it can't do without: a message takes few of many patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from bot.safety.grammar import rarest
from bot.safety.passages import Whereabouts


class Needing(Protocol):
    """Something that needs words: the sets of which each must give one, and one bit for each set."""

    @property
    def needs(self) -> tuple[frozenset[str], ...]:
        """The sets of words."""

    @property
    def mask(self) -> int:
        """Their bits."""


Kept = TypeVar("Kept", bound=Needing)


class Shelf(Iterable[Kept]):
    """Keeps each under the words of its rarest need; what needs nothing is near every message."""

    def __init__(self, items: Iterable[Kept]) -> None:
        self._items = tuple(items)
        self._always: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        for index, item in enumerate(self._items):
            if not item.needs:
                self._always.append(index)
            for word in rarest(item.needs) if item.needs else ():
                self._by_word.setdefault(word, []).append(index)

    def __iter__(self) -> Iterator[Kept]:
        return iter(self._items)

    def near(self, where: Whereabouts) -> Iterator[Kept]:
        """Those whose every need has a word in the message, in their order."""
        hopeful = {*self._always, *(index for word in where.marks & self._by_word.keys() for index in self._by_word[word])}
        for index in sorted(hopeful):
            item = self._items[index]
            if where.bits & item.mask == item.mask:
                yield item
