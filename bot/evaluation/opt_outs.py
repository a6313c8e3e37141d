"""How well wishes for no more texts are heard: measured on held-out wordings and on what only looks like them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.content.load import parse
from bot.sms.opt_out import Ears
from bot.store.opt_outs import OUT


@dataclass(frozen=True)
class Heeded:
    """What became of the corpus."""

    wishes: int
    missed: tuple[str, ...]
    look_alikes: int
    mistaken: tuple[str, ...]

    @property
    def recall(self) -> float:
        """The share of wishes that were heard."""
        return 1 - len(self.missed) / max(self.wishes, 1)

    @property
    def false(self) -> float:
        """The share of look-alikes taken for a wish."""
        return len(self.mistaken) / max(self.look_alikes, 1)

    def __str__(self) -> str:
        lines = [f"opt-out wordings heard: {self.recall:.1%} of {self.wishes}; mistaken: {self.false:.1%} of {self.look_alikes}"]
        lines += [f"  missed: {text}" for text in self.missed] + [f"  mistaken: {text}" for text in self.mistaken]
        return "\n".join(lines)


def heed(ears: Ears, corpus: Path) -> Heeded:
    """Listen to every phrase of a corpus with the lists `opt_out:` and `look_alikes:`.

    Raises:
        ContentError: the corpus is broken.
    """
    document = parse(corpus, corpus.name)
    wishes, others = ([str(text) for text in document[key]] for key in ("opt_out", "look_alikes"))
    missed = tuple(text for text in wishes if not _out(ears, text))
    return Heeded(len(wishes), missed, len(others), tuple(text for text in others if _out(ears, text)))


def _out(ears: Ears, text: str) -> bool:
    heard = ears.listen(text)
    return heard is not None and heard.what == OUT
