"""The graph is run in an order worked out once, with the outcome of Rasa's own runner."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine import runner
from bot.engine.runner import OrderedRunner


class Told(GraphComponent):
    """Writes down that it ran, and joins what it is given."""

    ran: list[str] = []

    @classmethod
    def create(cls, config: dict[str, Any], *_: Any, **__: Any) -> Told:
        """One that adds its own name."""
        told = cls()
        told.name = config["name"]
        return told

    def join(self, first: str, second: str = "") -> str:
        """Both, and its own name."""
        Told.ran.append(self.name)
        return f"{first}{second}{self.name}"


def node(name: str, **needs: str) -> SchemaNode:
    return SchemaNode(needs, Told, "create", "join", {"name": name}, eager=True)


@pytest.fixture
def graph(tmp_path: Path) -> OrderedRunner:
    """Four nodes, the last of which is no part of what leads to the third."""
    Told.ran = []
    nodes = {"c": node("c", first="b", second="a"), "b": node("b", first="a"), "a": node("a", first="given")}
    schema = GraphSchema({**nodes, "d": node("d", first="c")})
    return OrderedRunner.create(schema, LocalModelStorage.create(tmp_path), ExecutionContext(schema))


def test_nodes_run_once_each_after_what_they_need(graph: OrderedRunner) -> None:
    """In an order that gives every node its inputs, and none that the target doesn't need."""
    assert graph.run({"given": "x"}, ["c"]) == {"c": "xabxac"}
    assert Told.ran == ["a", "b", "c"]


def test_the_next_run_begins_anew(graph: OrderedRunner) -> None:
    """Nothing of one message is left for another."""
    assert [graph.run({"given": each}, ["b"])["b"] for each in "xyx"] == ["xab", "yab", "xab"]


def test_several_targets_are_told_together(graph: OrderedRunner) -> None:
    """As Rasa's own runner tells them."""
    assert graph.run({"given": "x"}, ["d", "a"]) == {"d": "xabxacd", "a": "xa"}


def test_a_missing_input_is_told(graph: OrderedRunner) -> None:
    """As a failure of the graph, by Rasa's own name."""
    with pytest.raises(GraphRunError):
        graph.run({}, ["c"])


def test_the_shipped_model_answers_as_by_rasas_runner(brain: Any) -> None:
    """The same meaning and the same prediction, by Rasa's own runner and by ours over the same nodes."""
    processor = brain._agent.processor
    whole = processor.model_metadata
    ours = processor.graph_runner if isinstance(processor.graph_runner, OrderedRunner) else OrderedRunner(processor.graph_runner)
    rasas = DaskGraphRunner.__new__(DaskGraphRunner)
    rasas._graph_schema, rasas._instantiated_nodes, rasas._execution_context = ours._schema, ours._nodes, None
    tracker = DialogueStateTracker.from_events("someone", [], whole.domain.slots)

    meant, predicted = [], []
    for each in (rasas, ours):
        inputs = {PLACEHOLDER_MESSAGE: [UserMessage("how long is a session")], PLACEHOLDER_TRACKER: tracker}
        found = each.run(inputs, [whole.nlu_target, whole.core_target])
        meant.append(found[whole.nlu_target][0].as_dict(only_output_properties=True))
        predicted.append(found[whole.core_target].probabilities)
    assert meant[0] == meant[1]
    assert predicted[0] == predicted[1]


def test_each_model_that_an_agent_loads_is_run_by_ours() -> None:
    """Whatever is loaded next; an agent without a model stays as it is."""
    loaded = DaskGraphRunner(GraphSchema({}), None, ExecutionContext(GraphSchema({})))
    agent = SimpleNamespace(processor=SimpleNamespace(graph_runner=loaded))

    runner.attach(agent)
    first = agent.processor.graph_runner
    runner.attach(agent)
    assert isinstance(first, OrderedRunner)
    assert agent.processor.graph_runner is first

    agent.processor = SimpleNamespace(graph_runner=loaded)
    runner.attach(agent)
    assert isinstance(agent.processor.graph_runner, OrderedRunner)
    runner.attach(SimpleNamespace(processor=None))
