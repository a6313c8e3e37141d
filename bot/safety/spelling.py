"""Misspelt words of danger, mended by at most one slip: a letter left out, put in, changed, or two swapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

SHORTEST = 5
"""Shorter words have too many neighbours that mean something else."""
LONGEST = 24
SURE = 7
"""From this length on the slip may be in the first letter."""


class Spelling:
    """Words worth mending, found through what each leaves when one letter is dropped."""

    def __init__(self, words: Iterable[str], ordinary: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._stems = frozenset(word.rstrip("*") for word in self._words if word.endswith("*"))
        self._ordinary = frozenset(ordinary)
        self._remains: dict[str, list[str]] = {}
        for word in sorted(each for each in self._words if len(each) >= SHORTEST and each.isalpha()):
            for remains in {word, *_one_dropped(word)}:
                self._remains.setdefault(remains, []).append(word)

    def knows(self, word: str) -> bool:
        """Whether the word is right as it stands; `swells` is where `swell` may have any ending."""
        return word in self._words or word in self._ordinary or (word[-1] == "s" and word[:-1] in self._stems)

    def mended(self, word: str) -> str:
        """The word of danger that this one is a slip away from, or the word itself."""
        if not SHORTEST - 1 <= len(word) <= LONGEST or self.knows(word):
            return word
        for remains in (word, *_one_dropped(word)):
            for known in self._remains.get(remains, ()):
                if (known[0] == word[0] or len(known) >= SURE) and one_slip(word, known):
                    return known
        return word


def one_slip(first: str, second: str) -> bool:
    """Whether one letter left out, put in, changed or one pair swapped turns one word into the other."""
    if len(first) > len(second):
        first, second = second, first
    start = 0
    while start < len(first) and first[start] == second[start]:
        start += 1
    head, tail = first[start:], second[start:]
    if len(head) < len(tail):
        return len(tail) - len(head) == 1 and head == tail[1:]
    return head[1:] == tail[1:] or (head[2:] == tail[2:] and head[:2] == tail[1::-1])


def _one_dropped(word: str) -> Iterator[str]:
    return (word[:index] + word[index + 1 :] for index in range(len(word)))
