"""What one message amounts to: usually one Rasa turn, sometimes a courtesy and several questions, each a turn of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.shared.nlu.constants import INTENT_RANKING_KEY

from bot.engine import failures
from bot.engine.form import ANSWER, STOP
from bot.engine.topic_classifier import VERDICT, parse_data
from bot.understanding import clauses, follow_ups, form_answers
from bot.understanding.judgement import EMERGENCY, OUT_OF_SCOPE, Verdict

MOST_PARTS = 3
MOST_GUESSES = 3
SURE_OF_ONE = 0.85
"""A list such as `physical therapy and acupuncture` is one question when the whole is understood as well as this."""
OURS = ("faq", "not_covered", "person", "callback")
"""Groups that may be one of several parts; most small talk and the rest are not asked for beside something else."""
ABOUT_US = ("smalltalk/bot", "smalltalk/capabilities")
WISHES = ("faq/booking", "person", "callback")
"""What may be wanted without asking: `need to cancel tmrw, is there a fee`."""
SURE_OF_WISH = 0.85
SURE_OF_PART = 0.6
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


def plan(agent: Agent, text: str, choice: str = "", last_topic: str = "", asked: str = "") -> list[Part]:
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
        return _in_form(agent, text, last_topic, asked)
    found = clauses.split(text)
    parts = [_in_context(part, last_topic) for part in _questions(agent, found)]
    if len(parts) == 1 and parts[0].label.split("/")[0] in (EMERGENCY, "smalltalk"):
        return parts
    hello = [given(text, "smalltalk/greet", beside=True)] if found.greeting else []
    if found.thanks_first:
        hello.append(given(text, "smalltalk/thanks", beside=True))
    thanks = [given(text, "smalltalk/thanks", beside=True)] if found.thanks and not found.thanks_first else []
    return [*hello, *parts, *thanks]


def _in_form(agent: Agent, text: str, last_topic: str, asked: str) -> list[Part]:
    """Inside a form: the wish to leave it, questions of the patient's own, and everything else as the answer."""
    found = clauses.split(text)
    clauses_asking = found.asking if found.asking and not found.listed else ()
    whole, *asking = _understood(agent, text, *clauses_asking)
    if whole.label == EMERGENCY and whole.sure:
        return [whole]
    if form_answers.stops(text):
        return [given(text, STOP)]
    understood = [_in_context(part, last_topic) for part in asking or [whole]]
    own = [each for each in understood if each.sure and form_answers.interrupts(each.text, asked, each.label, each.confidence)]
    rest = form_answers.without(text, [each.text for each in own])
    doubt = whole.doubt and asked in form_answers.OPEN_SLOTS
    return [*own[:MOST_PARTS], *([given(rest, ANSWER, doubt=doubt)] if rest else [])]


def _questions(agent: Agent, found: clauses.Clauses) -> list[Part]:
    """One part for each thing asked; what is only told counts where it is a wish, such as to be called."""
    several = len(found.pieces) > 1 or len(found.asking) > 1
    pieces = (found.asking if found.listed else found.pieces) if several else ()
    whole, *told = _understood(agent, found.body, *pieces)
    if not told or (found.listed and whole.confidence >= SURE_OF_ONE):
        return [whole]
    for part in (whole, *told):
        if part.label == EMERGENCY and part.sure:
            return [part]
    first = {part.label: part for part in reversed(told) if part.sure}
    parts = [part for part in told if first.get(part.label) is part and _counts(part, part.text in found.asking)]
    if any(part.label.split("/")[0] in OURS for part in parts) and len(parts) > 1:
        return parts[:MOST_PARTS]
    return [whole if whole.sure or not parts else parts[0]]


def _counts(part: Part, asks: bool) -> bool:
    """Whether a clause is a part of its own beside others."""
    if not asks:
        return part.label in WISHES and part.confidence >= SURE_OF_WISH
    ours = part.label.split("/")[0] in OURS or part.label in ABOUT_US
    return part.label == OUT_OF_SCOPE or (ours and part.confidence >= SURE_OF_PART)


def _understood(agent: Agent, *texts: str) -> list[Part]:
    """What each text means, all in one run of the graph: `Agent.parse_message` would take them one by one."""
    if agent.processor is None:
        raise failures.TurnFailed("model")
    target = agent.processor.model_metadata.nlu_target
    given = {PLACEHOLDER_MESSAGE: [UserMessage(text) for text in texts], PLACEHOLDER_TRACKER: None}
    found = agent.processor.graph_runner.run(inputs=given, targets=[target])[target]
    return [Part(text, message.as_dict(only_output_properties=True)) for text, message in zip(texts, found)]


def _in_context(part: Part, last_topic: str) -> Part:
    """A follow-up (`why?`, `and when pregnant?`, `any risks?`) becomes the topic it asks for after the last answer."""
    if not part.sure:
        return part
    if part.label in follow_ups.LABELS:
        return given(part.text, follow_ups.resolved(part.label, last_topic))
    label = follow_ups.leaning(part.label, part.text, last_topic)
    return part if label == part.label else given(part.text, label)


def given(text: str, label: str, beside: bool = False, doubt: bool = False) -> Part:
    """A part whose meaning is known without understanding it."""
    return Part(text, {"text": text, **parse_data(Verdict("topic", label, 1.0, doubt=doubt))}, beside)
