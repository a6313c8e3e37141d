"""Slips of the thumb, words spelt as they sound and words run together, mended to words we know, as their neighbours suggest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.phrasebook.short_forms import SHORT_FORMS, WORD, write_out
from bot.understanding.slips import Meant, Slips
from bot.understanding.word_order import EDGE, WordOrder

SHORTEST, LONGEST = 2, 20
"""Letters of a word that may be mended: a lone letter may mean anything, a longer one is no word."""
COMMON = 12
"""Phrases that must hold a word before others are mended to it: what patients ask about, not every word they ever used."""
FAIRLY_COMMON = 5
"""The same for a word that the encoder knows, too, so that it is no slip itself."""
LONE = frozenset("ai")
"""Letters that are words."""
SHORTEST_SPOKEN = 4
SPOKEN_DIGITS = str.maketrans({"8": "ate", "4": "for", "2": "to", "1": "one"})
RARER = 50
"""A word of the training phrases is itself a slip when a word as near as a slip is so many times as common."""
SHORTEST_SLIP, TWICE_FROM = 4, 8
"""Letters of such a word, and from which it may hold two slips."""
STRANGE, LONG = 12.0, 0.5
"""What speaks against a word that nobody used before, and more for each of its letters, for a long one is seldom near another by
chance; as in Meant. It is mended where less speaks against another."""
MOST_READINGS = 12
"""Of a message, that are followed from word to word."""
MOST_MENDED = 40
"""Words of a message: the rest of a wall of nonsense stays as it is."""


class Spelling:
    """Mends words by what the training phrases hold; what is a word of its own is left alone."""

    def __init__(self, order: WordOrder, known: Iterable[str], knows: Callable[[str], bool]) -> None:
        self.known, self._order, self._knows = frozenset(known), order, knows
        self._slips = Slips(word for word in order.counts if word != EDGE)

    @classmethod
    def learn(cls, texts: Iterable[str], knows: Callable[[str], bool]) -> Spelling:
        """From lower-case training phrases; `knows` tells what is a word anyway."""
        phrases = [WORD.findall(write_out(text)) for text in texts]
        counts = Counter(word for phrase in phrases for word in set(phrase))
        often = [word for word, count in counts.most_common() if count >= COMMON and _is_long(word)]
        slips = {word for word, count in counts.items() if not knows(word) and _is_slip(word, count, often, counts)}
        known = [word for word, count in counts.items() if count > 1 and word not in slips]
        return cls(WordOrder.learn(phrases, [word for word in known if _mended_to(word, counts[word], knows)]), known, knows)

    def arrays(self) -> dict[str, np.ndarray]:
        """All that was learned, as plain arrays."""
        return {"known": np.array(sorted(self.known)), **self._order.arrays()}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, np.ndarray], knows: Callable[[str], bool]) -> Spelling:
        """The spelling that `arrays` came from."""
        return cls(WordOrder.from_arrays(arrays), arrays["known"].tolist(), knows)

    def mend(self, text: str) -> str:
        """The text with short forms written out and slips mended; lower case is expected."""
        written = write_out(text)
        words = WORD.findall(written)
        strange = [word for word in dict.fromkeys(words) if self._is_strange(word)][:MOST_MENDED]
        if not strange:
            return written
        meant = {word: self._meant(word) for word in strange}
        read = iter(self._likeliest([meant.get(word) or {(word,): 0.0} for word in words]))
        return WORD.sub(lambda found: next(read), written)

    def _is_strange(self, word: str) -> bool:
        alone = word in self.known or word in SHORT_FORMS or self._knows(word)
        return SHORTEST <= len(word) <= LONGEST and not alone

    def _meant(self, word: str) -> Meant:
        """What a strange word may stand for, itself among it."""
        spoken = word.translate(SPOKEN_DIGITS) if len(word) >= SHORTEST_SPOKEN else word
        return {(word,): 0.0, **(self._slips.meant(spoken) if spoken.isalpha() and spoken.isascii() else {})}

    def _likeliest(self, meant: Sequence[Meant]) -> list[str]:
        """The reading against which least speaks, word by word: each slip's cost and that of the words in this order."""
        readings: dict[str, tuple[float, tuple[str, ...]]] = {EDGE: (0.0, ())}
        for choices in meant:
            longer: dict[str, tuple[float, tuple[str, ...]]] = {}
            for before, (cost, read) in readings.items():
                for choice, against in choices.items():
                    total = cost + against + self._in_order(before, choice)
                    if choice[-1] not in longer or longer[choice[-1]][0] > total:
                        longer[choice[-1]] = (total, (*read, " ".join(choice)))
            readings = dict(sorted(longer.items(), key=lambda item: item[1][0])[:MOST_READINGS])
        return list(min((cost + self._in_order(last, (EDGE,)), read) for last, (cost, read) in readings.items())[1])

    def _in_order(self, before: str, words: Sequence[str]) -> float:
        pairs = zip((before, *words), words)
        return sum(self._order.cost(*pair) if pair[1] in self._order.counts else STRANGE + LONG * len(pair[1]) for pair in pairs)


def _mended_to(word: str, count: int, knows: Callable[[str], bool]) -> bool:
    """Whether a word that so many phrases hold is one that others are mended to."""
    enough = count >= COMMON or (count >= FAIRLY_COMMON and knows(word))
    return enough and word.isalpha() and word.isascii() and (len(word) > 1 or word in LONE)


def _is_slip(word: str, count: int, often: Sequence[str], counts: Mapping[str, int]) -> bool:
    if not _is_long(word):
        return False
    twice = len(word) >= TWICE_FROM
    near = extractOne(word, [each for each in often if each != word], scorer=OSA.distance, score_cutoff=1 + twice)
    return near is not None and (twice or near[0][0] == word[0]) and counts[near[0]] >= RARER * count


def _is_long(word: str) -> bool:
    return len(word) >= SHORTEST_SLIP and word.isalpha()
