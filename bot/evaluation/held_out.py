"""Single questions: how often the shipped path understands phrasings it was not trained on, topic by topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.ask import ask
from bot.turn import FrontDesk


@dataclass(frozen=True)
class Judged:
    """One held-out phrasing, the label it was written for, and what the assistant made of it."""

    text: str
    label: str
    kind: str
    topics: tuple[str, ...]
    confidence: float

    @property
    def group(self) -> str:
        """`faq`, `not_covered`, `smalltalk`, `person`, `out_of_scope`."""
        return self.label.split("/")[0]

    @property
    def expected(self) -> str:
        """What `topics` must name."""
        return {"smalltalk": "smalltalk", "person": "handoff", "callback": "handoff"}.get(
            self.group, self.label.removeprefix("faq/")
        )

    @property
    def outcome(self) -> str:
        """`right`; `asked` (asked back, the right choice among those offered); `refused`; `wrong` (answered as another)."""
        if self.kind == "clarify":
            return "asked" if self.expected in self.topics else "refused"
        if self.topics and self.topics[0] == self.expected:
            return "right"
        return "refused" if self.kind == "out_of_scope" else "wrong"


async def judge(desk: FrontDesk, phrases: dict[str, list[str]], channel: str = "web") -> list[Judged]:
    """Every phrase through the shipped path, each as a fresh conversation."""
    judged = []
    for label, texts in phrases.items():
        for text in texts:
            reply = await ask(desk, channel, text)
            judged.append(Judged(text, label, reply.kind, tuple(reply.topics), reply.confidence))
    return judged


def headline(judged: list[Judged]) -> dict[str, float]:
    """The figures that a release is judged by, as shares from 0 to 1."""
    faq, scope, uncovered = (_of(judged, group) for group in ("faq", "out_of_scope", "not_covered"))
    by_topic = {label: _share(_of(faq, label), "right") for label in {each.label for each in faq}}
    return {
        "faq_right": _share(faq, "right"),
        "faq_wrong": _share(faq, "wrong"),
        "faq_worst_topic": min(by_topic.values(), default=0.0),
        "out_of_scope_refused": sum(each.kind == "out_of_scope" for each in scope) / max(len(scope), 1),
        "out_of_scope_answered": sum(each.kind == "answer" for each in scope) / max(len(scope), 1),
        "not_covered_recognised": sum(each.kind == "not_covered" for each in uncovered) / max(len(uncovered), 1),
        "not_covered_exact": _share(uncovered, "right"),
    }


def table(judged: list[Judged]) -> str:
    """Right, asked back, refused and wrong, topic by topic, then the headline."""
    lines = [f"{'topic':38}{'n':>5}{'right':>8}{'asked':>8}{'refused':>9}{'wrong':>8}"]
    for label in sorted({each.label for each in judged}):
        lines.append(_row(label, _of(judged, label)))
    lines.append("")
    for group in ("faq", "not_covered", "smalltalk", "person", "out_of_scope"):
        lines.append(_row(f"all {group}", _of(judged, group)))
    lines += ["", *(f"{name:38}{share:8.1%}" for name, share in headline(judged).items())]
    return "\n".join(lines)


def confusions(judged: list[Judged]) -> str:
    """What was taken for what, most often first, each with its phrases."""
    pairs = Counter((each.label, each.topics[:1]) for each in judged if each.outcome == "wrong")
    lines = ["", "taken for another:"]
    for (label, taken), count in pairs.most_common():
        lines.append(f"  {label} → {', '.join(taken) or 'nothing'} ({count})")
        lines += [f"      {each.text}" for each in judged if each.label == label and each.topics[:1] == taken]
    return "\n".join(lines)


def _row(name: str, judged: list[Judged]) -> str:
    shares = [_share(judged, outcome) for outcome in ("right", "asked", "refused", "wrong")]
    return f"{name:38}{len(judged):5}{shares[0]:8.1%}{shares[1]:8.1%}{shares[2]:9.1%}{shares[3]:8.1%}"


def _of(judged: Iterable[Judged], name: str) -> list[Judged]:
    return [each for each in judged if name in (each.label, each.group)]


def _share(judged: list[Judged], outcome: str) -> float:
    return sum(each.outcome == outcome for each in judged) / max(len(judged), 1)
