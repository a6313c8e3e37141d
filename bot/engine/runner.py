"""Rasa's graph, run in an order that is worked out once.

Rasa's own runner picks the nodes that a run needs, orders them with dask and puts its whole context into a line for a log, each
time anew: understanding a message and predicting what follows it are three runs, and that was an eighth of what a turn takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from graphlib import TopologicalSorter
from typing import Any

from rasa.core.agent import Agent
from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage

Step = tuple[GraphNode, Sequence[str]]
"""A node, and the nodes and inputs that it takes the outcomes of."""


class OrderedRunner(GraphRunner):
    """The nodes of a graph that Rasa has loaded, run one after the other."""

    def __init__(self, loaded: DaskGraphRunner) -> None:
        self._schema, self._nodes = loaded._graph_schema, loaded._instantiated_nodes
        self._steps: dict[tuple[str, ...], list[tuple[str, Step]]] = {}

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> OrderedRunner:
        """See GraphRunner."""
        return cls(DaskGraphRunner.create(graph_schema, model_storage, execution_context, hooks))

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """See GraphRunner; a node that lacks an input raises GraphRunError."""
        wanted = tuple(targets or self._schema.target_names)
        if wanted not in self._steps:
            self._steps[wanted] = self._ordered(wanted)
        found: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}
        for name, (node, needs) in self._steps[wanted]:
            found[name] = node(*(found.get(need, need) for need in needs))
        return dict(found[name] for name in wanted)

    def _ordered(self, targets: Sequence[str]) -> list[tuple[str, Step]]:
        needed = self._schema.minimal_graph_schema(list(targets)).nodes
        order = TopologicalSorter({name: node.needs.values() for name, node in needed.items()}).static_order()
        return [(name, (self._nodes[name], tuple(needed[name].needs.values()))) for name in order if name in needed]


def attach(agent: Agent) -> None:
    """Have the model that the agent has loaded run by an `OrderedRunner`."""
    processor = agent.processor
    if processor and isinstance(processor.graph_runner, DaskGraphRunner):
        processor.graph_runner = OrderedRunner(processor.graph_runner)
