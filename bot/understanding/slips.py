"""What a word may have been meant to be: slips of the thumb, words spelt as they sound, without vowels, or run together.

What speaks against each kind of slip was set by hand, on misspelt questions that had been read; a new set measures it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from jellyfish import metaphone
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

Meant = dict[tuple[str, ...], float]
"""Words that were meant, and what speaks against each: the natural logarithm of one over how likely such a slip is, roughly."""
NEIGHBOUR, OTHER_KEY, LOST, TWO, FIRST = 3.0, 5.0, 3.5, 6.0, 1.5
"""Of a slip to the next key or two letters swapped, to any other, of a letter lost or doubled, of two; more at the start."""
SHORT, SHORTER = 3, 1.5
"""Letters up to which a word has so many neighbours that one of them says less, and how much less."""
SOUND, SOUND_LETTER, FARTHEST_SOUND = 3.0, 0.5, 2
"""Of a word that sounds the same, and of each letter that differs: `payn`, `releef`."""
VOWELLESS, VOWEL = 1.0, 0.4
"""Of writing consonants alone, and of each letter left out: `hrt`, `brng`."""
BORDER, SLIP_BESIDE_BORDER = 3.0, 1.0
"""Of a space left out, and of a slip in one of the words beside it: `thenumbr`."""
SHORTEST_SOUND, TWICE_FROM, SHORTEST_PARTED, SHORTEST_SLIPPED = 4, 7, 4, 4
"""Letters from which a word has a sound of its own, may hold two slips, may be several, and may be one of several with a slip."""
MOST_PARTS, MOST_MEANT = 4, 30
OPENINGS = {"k": "c", "f": "p", "s": "c", "j": "g"}
"""First letters that may stand for another: `kancel`, `fysical`."""
KEYS = {
    letter: (row, column + row / 2)
    for row, letters in enumerate(("qwertyuiop", "asdfghjkl", "zxcvbnm"))
    for column, letter in enumerate(letters)
}
VOWELS = re.compile("[aeiou]")
TWICE = re.compile(r"(.)\1")


class Slips:
    """Finds among known words those that a misspelt one may stand for."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._in_reach: dict[int, list[str]] = defaultdict(list)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._by_consonants: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.words):
            for length in range(len(word) - 2, len(word) + 3):  # of what may be typed in its place, with two slips at most
                if abs(length - len(word)) <= _most_slips(length):
                    self._in_reach[length].append(word)
            self._by_consonants[_consonants(word)].append(word)
            if len(word) >= SHORTEST_SOUND:
                self._by_sound[metaphone(word)].append(word)

    def meant(self, word: str) -> Meant:
        """What a word of letters from a to z may stand for, cheapest first."""
        found: Meant = {(each,): cost for each, cost in self._one(word).items()}
        if len(word) >= SHORTEST_PARTED:
            for words, cost in self._several(word):
                found[words] = min(cost, found.get(words, cost))
        return dict(sorted(found.items(), key=lambda item: item[1])[:MOST_MEANT])

    def _one(self, word: str) -> dict[str, float]:
        near = self._in_reach.get(len(word), ())
        slips = extract(word, near, scorer=OSA.distance, score_cutoff=_most_slips(len(word)), limit=MOST_MEANT)
        found = {each: _slip(word, each, int(distance)) for each, distance, _ in slips if len(each) > 1}
        if len(word) >= SHORTEST_SOUND:
            for each in self._by_sound.get(metaphone(word), ()):
                differ = OSA.distance(word, each)
                if each[0] in (word[0], OPENINGS.get(word[0])) and differ <= FARTHEST_SOUND:
                    found[each] = min(found.get(each, TWO), SOUND + SOUND_LETTER * differ)
        if not VOWELS.search(word[1:]):
            for each in self._by_consonants.get(_consonants(word), ()):
                found[each] = min(found.get(each, TWO), VOWELLESS + VOWEL * (len(each) - len(word)))
        return found

    def _several(self, word: str) -> Iterator[tuple[tuple[str, ...], float]]:
        """The words that were run together, at most one of them with a slip, and that the last or the first of two."""
        for end in range(1, len(word)):
            before, last = list(self._parted(word[:end], MOST_PARTS - 1)), word[end:]
            for each, cost in self._one_of_several(last).items() if before else ():
                yield from (((*words, each), cost + BORDER * len(words)) for words in before)
            if last in self.words:
                yield from (((each, last), cost + BORDER) for each, cost in self._one_of_several(word[:end]).items())

    def _one_of_several(self, word: str) -> dict[str, float]:
        """The word itself where it is known, else what it may stand for."""
        if word in self.words:
            return {word: 0.0}
        slipped = self._one(word) if len(word) >= SHORTEST_SLIPPED else {}
        return {each: cost + SLIP_BESIDE_BORDER for each, cost in slipped.items()}

    def _parted(self, word: str, most: int) -> Iterator[tuple[str, ...]]:
        """A word as known words in a row, in every way."""
        if word in self.words:
            yield (word,)
        for end in range(1, len(word)) if most > 1 else ():
            if word[:end] in self.words:
                for rest in self._parted(word[end:], most - 1):
                    yield (word[:end], *rest)


def _most_slips(letters: int) -> int:
    return 2 if letters >= TWICE_FROM else 1


def _slip(typed: str, meant: str, distance: int) -> float:
    first = (FIRST if typed[0] != meant[0] else 0.0) + (SHORTER if len(typed) <= SHORT else 0.0)
    if distance != 1:
        return TWO + first if distance else 0.0
    if len(typed) != len(meant):
        return LOST + first
    apart = [pair for pair in zip(typed, meant) if pair[0] != pair[1]]
    return (NEIGHBOUR if len(apart) > 1 or _beside(*apart[0]) else OTHER_KEY) + first


def _beside(typed: str, meant: str) -> bool:
    if typed not in KEYS or meant not in KEYS:
        return False
    (row, column), (other_row, other_column) = KEYS[typed], KEYS[meant]
    return abs(row - other_row) <= 1 and abs(column - other_column) <= 1


def _consonants(word: str) -> str:
    return TWICE.sub(r"\1", word[0] + VOWELS.sub("", word[1:]))
