"""How well masking finds what tells who someone is: recall and precision by kind, on invented sentences."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml import YAML

from bot.privacy import KINDS, Span, spans

MARKED = re.compile(r"\{(\w+):([^}]*)\}")
COVERED = 0.6
"""The share of a private stretch that must be masked to count as found: a town left after its street tells little."""


@dataclass
class Tally:
    """What was found and what was masked, by kind."""

    private: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    masked: Counter[str] = field(default_factory=Counter)
    rightly: Counter[str] = field(default_factory=Counter)
    sentences: int = 0

    def recall(self, kind: str) -> float:
        """Of what is private, the share that was masked."""
        return self.found[kind] / max(self.private[kind], 1)

    def precision(self, kind: str) -> float:
        """Of what was masked, the share that is private."""
        return self.rightly[kind] / max(self.masked[kind], 1)


def measure(path: Path) -> Tally:
    """Mask every sentence of `tests/privacy.yml` and compare."""
    document = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    tally = Tally()
    for line in (document["private"] + document["harmless"]).splitlines():
        _count(tally, *unmarked(line))
    return tally


def unmarked(line: str) -> tuple[str, list[Span]]:
    """The sentence as a patient types it, and what in it is private."""
    text, expected, position = "", [], 0
    for match in MARKED.finditer(line):
        text += line[position : match.start()]
        expected.append(Span(len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        position = match.end()
    return text + line[position:], expected


def table(tally: Tally) -> str:
    """The figures by kind, and of all."""
    lines = [f"masking, on {tally.sentences} sentences", f"{'kind':12}{'private':>9}{'recall':>9}{'precision':>11}"]
    for kind in KINDS:
        lines.append(f"{kind:12}{tally.private[kind]:9}{tally.recall(kind):9.1%}{tally.precision(kind):11.1%}")
    found, masked = sum(tally.found.values()) / sum(tally.private.values()), sum(tally.masked.values())
    lines.append(f"{'all':12}{sum(tally.private.values()):9}{found:9.1%}{sum(tally.rightly.values()) / masked:11.1%}")
    return "\n".join(lines)


def _count(tally: Tally, text: str, expected: list[Span]) -> None:
    tally.sentences += 1
    actual = spans(text)
    tally.private.update(span.kind for span in expected)
    tally.masked.update(span.kind for span in actual)
    tally.found.update(span.kind for span in expected if _covered(span, actual) >= COVERED)
    tally.rightly.update(span.kind for span in actual if _covered(span, expected) >= COVERED)


def _covered(span: Span, by: list[Span]) -> float:
    """The share of a stretch that others, of whatever kind, lie over."""
    return sum(max(0, min(span.end, each.end) - max(span.start, each.start)) for each in by) / (span.end - span.start)
