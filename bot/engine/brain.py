"""The brain is a function: text and state in, messages and state out."""

from __future__ import annotations

import uuid
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, SlotSet

from bot.engine import failures
from bot.engine.parts import Part, plan
from bot.engine.travelling_state import Conversation, current
from bot.understanding.context import says_pregnant

KIND_OF_GROUP = {"faq": "answer", "person": "handoff", "other_language": "out_of_scope"}
"""The kind of reply of a group of topics, where it isn't the group's own name."""


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


async def turn(agent: Agent, text: str, channel: str, state: dict[str, Any], choice: str = "") -> dict[str, Any]:
    """Answer one message of a conversation.

    Args:
        agent: a loaded agent whose tracker store is `TravellingTrackerStore`.
        text: what the patient wrote.
        channel: `web` or `sms`.
        state: what the last turn returned as `state`; `{}` for a new conversation.
        choice: the label of a choice the patient took, instead of understanding the text.

    Returns:
        `{"messages": [{"text", "label", "kind", "topics", "facts", "offer", "choices", "confidence", "guesses", …}],
        "state": {...}}`

    Raises:
        TurnFailed: no model is loaded, something inside failed, or the turn did not end.
    """
    if not agent.is_ready():
        raise failures.TurnFailed("model")
    conversation = Conversation(events=_remembering(text, list(state.get("events", []))))
    messages: list[dict[str, Any]] = []
    token = current.set(conversation)
    try:
        with failures.collected() as failed:
            for part in await plan(agent, text, choice, state.get("topic", "")):
                messages += await _run(agent, part, channel, conversation)
    finally:
        current.reset(token)
    if failed:
        raise failures.TurnFailed(", ".join(failed))
    return {"messages": messages, "state": {"events": conversation.events, "topic": _last_topic(messages, state)}}


async def _run(agent: Agent, part: Part, channel: str, conversation: Conversation) -> list[dict[str, Any]]:
    """One Rasa turn on the travelling state."""
    collector = Collector(channel)
    message = UserMessage(part.text, collector, uuid.uuid4().hex, parse_data=part.parsed, input_channel=channel)
    await agent.handle_message(message)
    if not _ended(conversation) or not collector.responses:
        raise failures.TurnFailed("rules")
    extra = {"confidence": round(part.confidence, 4), "doubt": part.doubt, "beside": part.beside, "guesses": part.guesses}
    extra["pregnant"] = _is_pregnant(conversation)
    return [{**_message(response, part.beside), **extra} for response in collector.responses]


def _remembering(text: str, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The events, with the slot set that chooses an answer's pregnancy variant when the patient says so."""
    if not says_pregnant(text):
        return events
    before = events or [ActionExecuted(ACTION_LISTEN_NAME).as_dict()]
    return [*before, SlotSet("pregnant", True).as_dict()]


def _last_topic(messages: list[dict[str, Any]], state: dict[str, Any]) -> str:
    """The label of what was answered last, for a follow-up such as `why?`."""
    topics = [topic for message in messages if message["kind"] == "answer" for topic in message["topics"]]
    return f"faq/{topics[-1]}" if topics else state.get("topic", "")


def _ended(conversation: Conversation) -> bool:
    last = conversation.events[-1] if conversation.events else {}
    return last.get("event") == ActionExecuted.type_name and last.get("name") == ACTION_LISTEN_NAME


def _is_pregnant(conversation: Conversation) -> bool:
    """What the slot stands at that chooses an answer's variant: the edge words the answer anew from its live content."""
    said = [
        event.get("value") for event in conversation.events if event.get("event") == "slot" and event.get("name") == "pregnant"
    ]
    return bool(said and said[-1])


def _message(response: dict[str, Any], beside: bool = False) -> dict[str, Any]:
    label = response.get("utter_action", "").removeprefix("utter_")
    group = label.split("/")[0]
    metadata = response.get("metadata") or {}
    choices = [{"title": each["title"], "label": each["payload"]} for each in response.get("buttons") or []]
    kind = metadata.get("kind") or KIND_OF_GROUP.get(group, group)
    topics = [topic_name(each["label"]) for each in choices] if choices else [topic_name(label, kind)]
    return {
        "text": str(beside and metadata.get("beside") or response.get("text", "")),
        "kind": kind,
        "label": label,
        "topics": topics,
        "facts": list(metadata.get("facts") or []),
        "offer": metadata.get("offer", ""),
        "choices": choices,
    }


def topic_name(label: str, kind: str = "") -> str:
    """What a label is called in a reply's `topics`: a bare FAQ id, a subject with its group, or a bare kind."""
    group = label.split("/")[0]
    if group == "faq":
        return label.removeprefix("faq/")
    return label if group == "not_covered" else kind or group
