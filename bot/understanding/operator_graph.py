"""A model's graph to walk about in: what makes a value, what uses it, and what is constant."""

from __future__ import annotations

import numpy as np
from onnx import GraphProto, NodeProto, numpy_helper


class Unlike(Exception):
    """The graph is not written in the form that is looked for."""


class Wiring:
    """Which node makes and which nodes use a value (`made`, by the value's name), and the constants (`kept`, by name)."""

    def __init__(self, graph: GraphProto) -> None:
        self.made = {name: node for node in graph.node for name in node.output}
        self.kept = {tensor.name: tensor for tensor in graph.initializer}
        self._used: dict[str, list[NodeProto]] = {}
        for node in graph.node:
            for name in node.input:
                self._used.setdefault(name, []).append(node)

    def maker(self, name: str, *kinds: str) -> NodeProto:
        """The node that makes a value.

        Raises:
            Unlike: no node does, or one of another kind.
        """
        node = self.made.get(name)
        if node is None or node.op_type not in kinds:
            raise Unlike
        return node

    def user(self, node: NodeProto, *kinds: str) -> NodeProto:
        """The only node that uses what a node makes, but for those that look whether it is a number.

        Raises:
            Unlike: there are several, or one of another kind.
        """
        users = [each for each in self._used.get(node.output[0], []) if each.op_type != "IsNaN"]
        if len(users) != 1 or users[0].op_type not in kinds:
            raise Unlike
        return users[0]

    def constant(self, name: str) -> np.ndarray:
        """The value of a constant.

        Raises:
            Unlike: it is none.
        """
        if name not in self.kept:
            raise Unlike
        return numpy_helper.to_array(self.kept[name])

    def width(self, name: str) -> int:
        """How many numbers a row of the value has, told by the bias that was added to it.

        Raises:
            Unlike: none was.
        """
        for each in self.maker(name, "Add").input:
            if each in self.kept:
                return self.constant(each).size
        raise Unlike


def drop_unneeded(graph: GraphProto) -> None:
    """Leave out the nodes and constants that no output comes from."""
    wanted = {output.name for output in graph.output}
    nodes: list[NodeProto] = []
    for node in reversed(graph.node):  # each node stands behind those that it needs
        if wanted.intersection(node.output):
            wanted.update(node.input)
            nodes.append(node)
    kept = [tensor for tensor in graph.initializer if tensor.name in wanted]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(reversed(nodes))
    graph.initializer.extend(kept)
