"""What one message amounts to: usually one Rasa turn, sometimes a courtesy and several questions, each a turn of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa.core.agent import Agent
from rasa.shared.nlu.constants import INTENT_RANKING_KEY

from bot.engine.form import ANSWER, STOP
from bot.engine.topic_classifier import VERDICT, parse_data
from bot.understanding import clauses, follow_ups, form_answers
from bot.understanding.judgement import EMERGENCY, OUT_OF_SCOPE, Verdict

MOST_PARTS = 3
MOST_GUESSES = 3
SURE_OF_ONE = 0.85
"""A list such as `physical therapy and acupuncture` is one question when the whole is understood as well as this."""
OURS = ("faq", "not_covered", "person")
"""Groups that may be one of several parts; small talk and the rest are not asked for beside something else."""
ANSWER_CHOICE = f"{ANSWER}:"
"""How the label of a choice begins that answers a form; what follows is the answer in words."""


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
    def sure(self) -> bool:
        """Whether the topic is to be acted on, not asked about or refused for doubt."""
        return bool(self.parsed[VERDICT]["outcome"] == "topic")


async def plan(agent: Agent, text: str, choice: str = "", last_topic: str = "", asked: str = "") -> list[Part]:
    """The parts of a message in the order to answer them.

    Args:
        agent: a loaded agent.
        text: the whole message.
        choice: the label of a choice the patient took; nothing is understood then.
        last_topic: the label of what was answered last, which a follow-up refers to.
        asked: the slot that a form in progress waits for.
    """
    if choice.startswith(ANSWER_CHOICE):
        text, choice = choice.removeprefix(ANSWER_CHOICE), ANSWER if asked else ""
    if choice:
        return [given(text, choice)]
    if asked:
        return await _in_form(agent, text, last_topic, asked)
    found = clauses.split(text)
    parts = [_in_context(part, last_topic) for part in await _questions(agent, found)]
    if parts[0].label.split("/")[0] in (EMERGENCY, "smalltalk"):
        return parts
    hello = [given(text, "smalltalk/greet", beside=True)] if found.greeting else []
    thanks = [given(text, "smalltalk/thanks", beside=True)] if found.thanks else []
    return [*hello, *parts, *thanks]


async def _in_form(agent: Agent, text: str, last_topic: str, asked: str) -> list[Part]:
    """Inside a form: the wish to leave it, questions of the patient's own, and everything else as the answer."""
    whole = await _understood(agent, text)
    if whole.label == EMERGENCY and whole.sure:
        return [whole]
    if form_answers.stops(text):
        return [given(text, STOP)]
    found = clauses.split(text)
    clauses_asking = found.asking if found.asking and not found.listed else (text,)
    understood = [_in_context(await _understood(agent, clause), last_topic) for clause in clauses_asking]
    own = [each for each in understood if each.sure and form_answers.interrupts(each.text, asked, each.label, each.confidence)]
    rest = form_answers.without(text, [each.text for each in own])
    doubt = whole.doubt and asked in form_answers.OPEN_SLOTS
    return [*own[:MOST_PARTS], *([given(rest, ANSWER, doubt=doubt)] if rest else [])]


async def _questions(agent: Agent, found: clauses.Clauses) -> list[Part]:
    whole = await _understood(agent, found.body)
    one = len(found.asking) < 2 or (found.listed and whole.confidence >= SURE_OF_ONE)
    if one and (whole.sure or not found.asking):
        return [whole]
    asked = [await _understood(agent, clause) for clause in found.asking]
    for part in (whole, *asked):
        if part.label == EMERGENCY and part.sure:
            return [part]
    sure = {part.label: part for part in reversed(asked) if part.sure}
    ours = [part for part in asked if sure.get(part.label) is part and part.label.split("/")[0] in OURS]
    if len(ours) > 1 or (ours and len(found.asking) > 1 and OUT_OF_SCOPE in sure):
        return [part for part in asked if part in ours or part is sure.get(OUT_OF_SCOPE)][:MOST_PARTS]
    return [whole if whole.sure or not ours else ours[0]]


async def _understood(agent: Agent, text: str) -> Part:
    return Part(text, dict(await agent.parse_message(text)))


def _in_context(part: Part, last_topic: str) -> Part:
    """A follow-up (`why?`, `and when pregnant?`) becomes the topic it asks for after the last answer."""
    if part.sure and part.label in follow_ups.LABELS:
        return given(part.text, follow_ups.resolved(part.label, last_topic))
    return part


def given(text: str, label: str, beside: bool = False, doubt: bool = False) -> Part:
    """A part whose meaning is known without understanding it."""
    return Part(text, {"text": text, **parse_data(Verdict("topic", label, 1.0, doubt=doubt))}, beside)
