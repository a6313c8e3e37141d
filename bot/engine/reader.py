"""The texts of one message as a model understands them, each once, however often it is asked about."""

from __future__ import annotations

import re
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER

from bot import settings
from bot.content.properties import NO_PROPERTIES, Properties
from bot.engine import failures
from bot.engine.part import Part
from bot.engine.topic_properties import properties_with

STOPS = re.compile(r"[\s.,;:!?]+")
"""What texts may differ in and still be read once: `is it, does it` cut in two and put together is `is it. does it`."""


class Reader:
    """Reads texts with a loaded agent; it lives as long as the message that they are of."""

    def __init__(self, agent: Agent) -> None:
        self._agent = agent
        self._read: dict[str, dict[str, Any]] = {}

    def understood(self, *texts: str) -> list[Part]:
        """What each text means, all in one run of the graph: `Agent.parse_message` would take them one by one.

        Raises:
            TurnFailed: no model is loaded.
        """
        new: dict[str, str] = {}
        for text in texts:
            if _key(text) not in self._read:
                new.setdefault(_key(text), text)
        if new:
            self._read.update(zip(new, self._parsed(list(new.values()))))
        return [Part(text, self._read[_key(text)]) for text in texts]

    def title(self, label: str) -> str:
        """What the clinic calls a topic; empty for what has no title."""
        responses = self._agent.domain.responses.get(f"utter_{label}", []) if self._agent.domain else []
        return next((str(each["metadata"]["title"]) for each in responses if each.get("metadata", {}).get("title")), "")

    def like(self, label: str) -> Properties:
        """What a topic is like; as if nothing were said of it where there is none with this label."""
        return properties_with(self._agent.model_id, settings.load().data).get(label, NO_PROPERTIES)

    def _parsed(self, texts: list[str]) -> list[dict[str, Any]]:
        if self._agent.processor is None:
            raise failures.TurnFailed("model")
        target = self._agent.processor.model_metadata.nlu_target
        given = {PLACEHOLDER_MESSAGE: [UserMessage(text) for text in texts], PLACEHOLDER_TRACKER: None}
        found = self._agent.processor.graph_runner.run(inputs=given, targets=[target])[target]
        return [message.as_dict(only_output_properties=True) for message in found]


def _key(text: str) -> str:
    return STOPS.sub(" ", text).strip().casefold()
