"""The texts of one message are understood once each."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.engine.constants import PLACEHOLDER_MESSAGE

from bot.content.properties import NO_PROPERTIES
from bot.engine.failures import TurnFailed
from bot.engine.reader import Reader


class Listening:
    """Runs the model's own graph and writes down what it was given to understand."""

    def __init__(self, runner: Any) -> None:
        self._runner = runner
        self.heard: list[list[str]] = []

    def run(self, inputs: dict[str, Any], targets: list[str]) -> dict[str, Any]:
        """See GraphRunner."""
        self.heard.append([message.text for message in inputs[PLACEHOLDER_MESSAGE]])
        return dict(self._runner.run(inputs, targets))


@pytest.fixture
def listening(brain: Any) -> tuple[Reader, Listening]:
    """A reader with the trained model."""
    agent = copy.copy(brain._agent)
    agent.processor = copy.copy(agent.processor)
    agent.processor.graph_runner = Listening(agent.processor.graph_runner)
    return Reader(agent), agent.processor.graph_runner


def test_what_differs_in_stops_alone_is_read_once(listening: tuple[Reader, Listening]) -> None:
    """The first wording is understood; each part bears its own."""
    reader, graph = listening
    first, again, other = reader.understood("where are you?", "Where are you", "how long is it")

    assert (first.text, again.text, first.label, again.label) == ("where are you?", "Where are you", *["faq/location"] * 2)
    assert other.label == "faq/session_length"
    assert graph.heard == [["where are you?", "how long is it"]]


def test_what_was_read_is_not_read_again(listening: tuple[Reader, Listening]) -> None:
    """A message put together of its pieces is the message itself; where nothing is new, the graph doesn't run."""
    reader, graph = listening
    whole = reader.understood("is it a joint, does it bend")
    again = reader.understood("is it a joint. does it bend")

    assert again[0].parsed is whole[0].parsed
    assert len(graph.heard) == 1


def test_a_topic_has_the_clinics_title(listening: tuple[Reader, Listening]) -> None:
    """As it stands in what was trained; what is no topic has none."""
    assert listening[0].title("faq/session_length")
    assert listening[0].title("smalltalk/greet") == ""


def test_a_topic_is_like_its_file_says(listening: tuple[Reader, Listening]) -> None:
    """Whichever model answers; what is no topic is like any other."""
    assert listening[0].like("faq/location").practical
    assert listening[0].like("") == NO_PROPERTIES


def test_without_a_model_nothing_is_understood() -> None:
    """The failing part is named."""
    with pytest.raises(TurnFailed, match="model"):
        Reader(Agent()).understood("where are you")
