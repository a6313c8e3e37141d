"""How likely one word comes after another, counted in the training phrases: what tells `what happens` from `waist happens`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

EDGE = ""
"""Stands before the first word of a phrase and after its last."""
SHARE = 0.6
"""How much the word before counts; the rest is how common the word is anywhere, for most pairs stood nowhere yet."""
FEWEST_TOGETHER = 2
"""Pairs that stand in fewer phrases are chance, and most of what there would be to keep."""


class WordOrder:
    """Costs of words in a row, as natural logarithms of one over their likelihood."""

    def __init__(self, counts: Mapping[str, int], pairs: Mapping[tuple[str, str], int]) -> None:
        self.counts, self.pairs = dict(counts), dict(pairs)
        self._all = sum(self.counts.values())

    @classmethod
    def learn(cls, phrases: Iterable[Sequence[str]], words: Iterable[str]) -> WordOrder:
        """From phrases as lists of words; only these words are counted."""
        kept = {*words, EDGE}
        counts: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for phrase in phrases:
            row = [EDGE, *phrase, EDGE]
            counts.update(word for word in row[1:] if word in kept)
            pairs.update(pair for pair in zip(row, row[1:]) if pair[0] in kept and pair[1] in kept)
        return cls(counts, {pair: count for pair, count in pairs.items() if count >= FEWEST_TOGETHER})

    def cost(self, before: str, word: str) -> float:
        """Of a counted word behind another that may be any."""
        together = self.pairs.get((before, word), 0) / max(self.counts.get(before, 0), 1)
        return -math.log(SHARE * together + (1 - SHARE) * self.counts[word] / self._all)

    def arrays(self) -> dict[str, np.ndarray]:
        """All that was counted, as plain arrays."""
        words = sorted(self.counts)
        number = {word: index for index, word in enumerate(words)}
        pairs = [(number[before], number[word], count) for (before, word), count in self.pairs.items()]
        counts = np.array([self.counts[word] for word in words], dtype=np.uint32)
        return {"words": np.array(words), "counts": counts, "pairs": np.array(pairs, dtype=np.uint32).reshape(-1, 3)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, np.ndarray]) -> WordOrder:
        """The order that `arrays` came from."""
        words = arrays["words"].tolist()
        pairs = {(words[before], words[word]): count for before, word, count in arrays["pairs"].tolist()}
        return cls(dict(zip(words, arrays["counts"].tolist())), pairs)
