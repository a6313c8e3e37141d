"""The brain is a function: text and state in, messages and state out."""

from __future__ import annotations

import copy
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, SlotSet

from bot.brain import Asked
from bot.conversation.form_state import SAVED, WITHDRAWN, without_form
from bot.conversation.pregnancy import SLOT, is_pregnant
from bot.engine import failures, hands, runner
from bot.engine.about_calls import CALLBACK, CALLBACK_CHANGED
from bot.engine.asking import asking_once
from bot.engine.form import ANSWER, STOP, asked
from bot.engine.in_context import Context
from bot.engine.part import Part, given
from bot.engine.parts import plan
from bot.engine.travelling_state import Conversation, current
from bot.phrasebook.context import names_one_not_pregnant, says_not_pregnant, says_pregnant
from bot.phrasebook.staying import BOOKING

KIND_OF_GROUP = {"faq": "answer", "person": "handoff", "callback": "handoff", "other_language": "out_of_scope"}
"""The kind of reply of a group of topics, where it isn't the group's own name."""
UNAVAILABLE = "callback_unavailable"


class Collector(OutputChannel):
    """Takes Rasa's responses whole; it bears the edge channel's name, by which Rasa chooses the wording."""

    def __init__(self, channel: str) -> None:
        self._channel = channel
        self.responses: list[dict[str, Any]] = []

    # The base class makes name() a class method; a name per request is what picks the channel's wording.
    def name(self) -> str:  # type: ignore[override]
        """The edge channel's name: web or sms."""
        return self._channel

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep the response as Rasa made it."""
        self.responses.append(message)


async def turn(agent: Agent, message: Asked) -> dict[str, Any]:
    """Answer one message of a conversation with a loaded agent whose tracker store is `TravellingTrackerStore`.

    Returns:
        `{"messages": [{"text", "label", "kind", "topics", "facts", "offer", "choices", "confidence", "doubt", "guesses", …}],
        "state": {...}, "form": {...}, "private": bool}`: the state is masked and may be stored; `form` holds a form's values
        raw, and a message that is `private` told some of them.

    Raises:
        TurnFailed: no model is loaded, something inside failed, or the turn did not end.
    """
    if not agent.is_ready():
        raise failures.TurnFailed("model")
    hands.attach(agent)  # to the agent itself: each copy would read the settings anew
    agent = copy.copy(agent)  # it keeps its model to the end of the turn, whatever release is loaded meanwhile
    runner.attach(agent)
    events = _remembering(message.text, list(message.state.get("events") or [_waiting()]))
    conversation = Conversation(events, dict(message.form))
    messages: list[dict[str, Any]] = []
    with _for_another(conversation, message.text), _travelling(conversation), failures.collected() as failed:
        context = Context(message.state.get("topic", ""), message.before)
        parts = plan(agent, message.text, message.choice, context, asked(conversation.events))
        for part in parts:
            messages += await _with_hands(agent, part, Turn(message, conversation, failed))
    if failed:
        raise failures.TurnFailed(", ".join(failed))
    return {
        "messages": asking_once(messages),
        "state": {"events": conversation.events, "topic": _last_topic(messages, message.state)},
        "form": conversation.form,
        "private": _tells(parts, conversation.form),
    }


@contextmanager
def _travelling(conversation: Conversation) -> Iterator[None]:
    """The tracker store reads and writes this conversation inside the block."""
    token = current.set(conversation)
    try:
        yield
    finally:
        current.reset(token)


@contextmanager
def _for_another(conversation: Conversation, text: str) -> Iterator[None]:
    """An answer for somebody who isn't pregnant gets no pregnancy variant; the next one for the patient does again."""
    another = is_pregnant(conversation.events) and names_one_not_pregnant(text)
    if another:
        conversation.events.append(_pregnant(False))
    yield
    if another:
        conversation.events.append(_pregnant(True))


def _tells(parts: list[Part], form: dict[str, Any]) -> bool:
    """Whether the message told some of what the form holds."""
    labels = {part.label for part in parts}
    return ANSWER in labels or (CALLBACK in labels and any(isinstance(value, str) for value in form.values()))


@dataclass(frozen=True)
class Turn:
    """What all parts of one message share."""

    message: Asked
    conversation: Conversation
    failed: list[str]


async def _with_hands(agent: Agent, part: Part, turn: Turn) -> list[dict[str, Any]]:
    """One part; without the hands a form is given up, and a question inside it is still answered."""
    events, known = list(turn.conversation.events), len(turn.failed)
    try:
        answered = await _run(agent, part, turn)
    except failures.TurnFailed:
        if hands.NAME not in turn.failed[known:]:
            raise
    if hands.NAME not in turn.failed[known:]:
        return answered
    del turn.failed[known:]
    turn.conversation.events, turn.conversation.form = without_form({"events": events}).get("events", []), {}
    own = [] if part.label in (CALLBACK, ANSWER, STOP) else await _run(agent, part, turn)
    return [*own, *await _run(agent, given("", UNAVAILABLE), turn)]


async def _run(agent: Agent, part: Part, turn: Turn) -> list[dict[str, Any]]:
    """One Rasa turn on the travelling state."""
    collector = Collector(turn.message.channel)
    told = {"sender_number": turn.message.sender_number, "before": turn.message.before}
    message = UserMessage(
        part.text, collector, uuid.uuid4().hex, parse_data=part.parsed, input_channel=turn.message.channel, metadata=told
    )
    await agent.handle_message(message)
    if not _ended(turn.conversation) or not collector.responses:
        raise failures.TurnFailed("rules")
    extra = {
        "confidence": round(part.confidence, 4),
        "guesses": [list(each) for each in part.guesses],
        "beside": part.beside,
    }
    extra["pregnant"] = is_pregnant(turn.conversation.events)
    answered = [{**_message(response, part.beside), **extra, "doubt": False} for response in collector.responses]
    return [*answered[:-1], {**answered[-1], "doubt": part.doubt}]  # a word on when to call is said once


def _waiting() -> dict[str, Any]:
    """How a new conversation begins: Rasa's own start would keep a texting patient's number in a slot, and so in what travels."""
    return dict(ActionExecuted(ACTION_LISTEN_NAME).as_dict())


def _remembering(text: str, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The events, with the slot set that chooses an answer's pregnancy variant when the patient says so."""
    if says_not_pregnant(text):
        return [*events, _pregnant(False)]
    return [*events, _pregnant(True)] if says_pregnant(text) else events


def _pregnant(value: bool) -> dict[str, Any]:
    return dict(SlotSet(SLOT, value).as_dict())


def _last_topic(messages: list[dict[str, Any]], state: dict[str, Any]) -> str:
    """The label of what was answered last, for a follow-up such as `why?` or, after booking, `or the day after`."""
    labels = [message["label"] for message in messages if message["kind"] == "answer" or message["label"] in (BOOKING, SAVED)]
    before = state.get("topic", "")
    if not labels and before in (SAVED, WITHDRAWN):  # a request is put right at once, `thanks` aside, or not at all
        about_it = all(message["kind"] == "smalltalk" or message["label"] == CALLBACK_CHANGED for message in messages)
        return before if about_it else ""
    return labels[-1] if labels else before


def _ended(conversation: Conversation) -> bool:
    last = conversation.events[-1] if conversation.events else {}
    return last.get("event") == ActionExecuted.type_name and last.get("name") == ACTION_LISTEN_NAME


def _message(response: dict[str, Any], beside: bool = False) -> dict[str, Any]:
    label = response.get("utter_action", "").removeprefix("utter_")
    group = label.split("/")[0]
    metadata = response.get("metadata") or {}
    choices = [{"title": each["title"], "label": each["payload"]} for each in response.get("buttons") or []]
    kind = metadata.get("kind") or KIND_OF_GROUP.get(group, group)
    offered = choices if kind == "clarify" else []
    topics = [topic_name(each["label"]) for each in offered] if offered else [topic_name(label, kind)]
    return {
        "text": str(beside and metadata.get("beside") or response.get("text", "")),
        "kind": kind,
        "label": label,
        "topics": topics,
        "facts": list(metadata.get("facts") or []),
        "offer": metadata.get("offer", ""),
        "choices": choices,
        "asks": bool(metadata.get("asks")),
        "instead": bool(metadata.get("instead")),
    }


def topic_name(label: str, kind: str = "") -> str:
    """What a label is called in a reply's `topics`: a bare FAQ id, a subject with its group, or a bare kind."""
    group = label.split("/")[0]
    if group == "faq":
        return label.removeprefix("faq/")
    return label if group == "not_covered" else kind or group
