"""A piece of a message and what it was understood as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa.shared.nlu.constants import INTENT_RANKING_KEY

from bot.engine.topic_classifier import VERDICT, parse_data
from bot.understanding.judgement import OUT_OF_SCOPE, Verdict

MOST_GUESSES = 3
OURS = ("faq", "not_covered", "person", "callback")
"""Groups that may be one of several parts; most small talk and the rest are not asked for beside something else."""


@dataclass(frozen=True)
class Part:
    """A piece of the message with what it was understood as; `beside` for a courtesy beside a question."""

    text: str
    parsed: dict[str, Any]
    beside: bool = False

    @property
    def label(self) -> str:
        """The full label of the best topic."""
        return str(self.parsed[VERDICT]["label"])

    @property
    def confidence(self) -> float:
        """The probability that the label is right."""
        return float(self.parsed["intent"]["confidence"] or 0.0)

    @property
    def guesses(self) -> list[tuple[str, float]]:
        """The best labels with their scores; none where nothing had to be understood."""
        ranking = self.parsed.get(INTENT_RANKING_KEY) or []
        return [(str(each["label"]), round(float(each["confidence"]), 4)) for each in ranking[:MOST_GUESSES]]

    @property
    def doubt(self) -> bool:
        """Whether it may be urgent though it wasn't taken for that."""
        return bool(self.parsed[VERDICT].get("doubt"))

    @property
    def plain(self) -> bool:
        """Whether an emergency is believed though the piece is torn from its message."""
        return bool(self.parsed[VERDICT].get("plain"))

    @property
    def sure(self) -> bool:
        """Whether the topic is to be acted on, not asked about or refused for doubt."""
        return bool(self.parsed[VERDICT]["outcome"] == "topic")

    @property
    def ours(self) -> bool:
        """Whether it asks for something that may be one of several parts."""
        return self.label.split("/")[0] in OURS

    @property
    def refused(self) -> bool:
        """Whether it is taken for nothing of ours, or too little of it was understood to ask back."""
        return str(self.parsed["intent"]["name"]) == OUT_OF_SCOPE

    def believed(self) -> Part:
        """The same with its likeliest topic acted on, though that may not be sure."""
        return self if self.sure else self.taken_for(self.label)

    def doubted(self) -> Part:
        """The same, answered with a word on when to call."""
        return Part(self.text, {**self.parsed, VERDICT: {**self.parsed[VERDICT], "doubt": True}}, self.beside)

    def saying(self, text: str) -> Part:
        """The same, with other words of the message as its own."""
        return Part(text, {**self.parsed, "text": text}, self.beside)

    def taken_for(self, label: str) -> Part:
        """The same, understood as another topic."""
        verdict = Verdict("topic", label, self.confidence, doubt=self.doubt)
        return Part(self.text, {**self.parsed, **parse_data(verdict)}, self.beside)


def given(text: str, label: str, beside: bool = False, doubt: bool = False) -> Part:
    """A part whose meaning is known without understanding it."""
    return Part(text, {"text": text, **parse_data(Verdict("topic", label, 1.0, doubt=doubt))}, beside)
