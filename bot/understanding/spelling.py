"""Slips of the thumb, words spelt as they sound and words run together, mended to words we know."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from jellyfish import metaphone
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.understanding.short_forms import WORD, write_out

SHORTEST = 4
"""Shorter words have too many neighbours to be mended by their letters alone."""
TWICE_FROM = 8
"""Words as long as this may hold two slips."""
COMMON = 12
"""Phrases that must hold a word before others are mended to it: what patients ask about, not every word they ever used."""
FARTHEST = 2
"""Letters by which a word that sounds the same may differ: `payn`, `releef`, `hapens`."""
OPENINGS = {"k": "c", "f": "p", "s": "c", "j": "g"}
"""First letters that may stand for another: `kancel`, `fysical`."""
SPOKEN_DIGITS = str.maketrans({"8": "ate", "4": "for", "2": "to", "1": "one"})
SHORTEST_HALF = 3
"""Letters of a word that another was run together with."""
RARER = 50
"""A word of the training phrases is itself a slip when a word as near as a slip is so many times as common."""


class Spelling:
    """Mends words by what the training phrases hold; what is a word of its own is left alone."""

    def __init__(self, common: Sequence[str], known: Iterable[str], knows: Callable[[str], bool]) -> None:
        self.common, self.known, self._knows = tuple(common), frozenset(known), knows
        self._halves = frozenset(common)
        self._often = [word for word in common if len(word) >= SHORTEST]
        self._sounds: dict[str, list[str]] = defaultdict(list)
        for word in self._often:
            self._sounds[metaphone(word)].append(word)

    @classmethod
    def learn(cls, texts: Iterable[str], knows: Callable[[str], bool]) -> Spelling:
        """From lower-case training phrases; `knows` tells what is a word anyway."""
        counts = Counter(word for text in texts for word in set(WORD.findall(write_out(text))))
        frequent = [
            word for word, count in counts.most_common() if count >= COMMON and len(word) >= SHORTEST_HALF and word.isalpha()
        ]
        often = [word for word in frequent if len(word) >= SHORTEST]
        slips = {word for word, count in counts.items() if not knows(word) and _is_slip(word, count, often, counts)}
        known = [word for word, count in counts.items() if count > 1 and word not in slips]
        return cls([word for word in frequent if word not in slips], known, knows)

    def arrays(self) -> dict[str, np.ndarray]:
        """All that was learned, as plain arrays."""
        return {"common": np.array(self.common), "known": np.array(sorted(self.known))}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, np.ndarray], knows: Callable[[str], bool]) -> Spelling:
        """The spelling that `arrays` came from."""
        return cls(arrays["common"].tolist(), arrays["known"].tolist(), knows)

    def mend(self, text: str) -> str:
        """The text with short forms written out and slips mended; lower case is expected."""
        return WORD.sub(lambda found: self._mended(found[0]), write_out(text))

    def _mended(self, word: str) -> str:
        if len(word) < SHORTEST or word in self.known or self._knows(word):
            return word
        spoken = word.translate(SPOKEN_DIGITS)
        if not (spoken.isalpha() and spoken.isascii()):
            return word
        return self._parted(spoken) or self._sounding(spoken) or _nearest(spoken, self._often) or word

    def _parted(self, word: str) -> str | None:
        """The two words that were run together."""
        for end in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
            if word[:end] in self._halves and word[end:] in self._halves:
                return f"{word[:end]} {word[end:]}"
        return None

    def _sounding(self, word: str) -> str | None:
        """The nearest word that sounds the same."""
        first = (word[0], OPENINGS.get(word[0], word[0]))
        alike = [each for each in self._sounds.get(metaphone(word), []) if each[0] in first]
        found = extractOne(word, alike, scorer=OSA.distance, score_cutoff=FARTHEST)
        return str(found[0]) if found else None


def _is_slip(word: str, count: int, often: Sequence[str], counts: Mapping[str, int]) -> bool:
    if len(word) < SHORTEST or not word.isalpha():
        return False
    near = _nearest(word, [each for each in often if each != word])
    return near is not None and counts[near] >= RARER * count


def _nearest(word: str, words: Sequence[str]) -> str | None:
    """The word that a slip or two of the thumb would turn into this one; of several as near, the commonest."""
    most = 2 if len(word) >= TWICE_FROM else 1
    found = extractOne(word, words, scorer=OSA.distance, score_cutoff=most)
    return str(found[0]) if found and (found[0][0] == word[0] or most == 2) else None
