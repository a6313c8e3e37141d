"""In a graph one finds what makes a value, what uses it, and what is needed at all."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from bot.understanding.operator_graph import Unlike, Wiring, drop_unneeded


@pytest.fixture
def graph() -> onnx.GraphProto:
    """y = relu(x + bias), beside something that nobody needs."""
    x, y = (helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 3]) for name in "xy")
    kept = [numpy_helper.from_array(np.ones(size, dtype=np.float32), name) for name, size in (("bias", 3), ("idle", 2))]
    nodes = [
        helper.make_node("Add", ["x", "bias"], ["sum"]),
        helper.make_node("IsNaN", ["sum"], ["broken"]),
        helper.make_node("Relu", ["sum"], ["y"]),
    ]
    return helper.make_graph(nodes, "small", [x], [y], kept)


def test_values_are_followed_both_ways(graph: onnx.GraphProto) -> None:
    """From a value to what makes it, from there to what uses it, and to how wide a row is."""
    wiring = Wiring(graph)
    add = wiring.maker("sum", "Add")

    assert wiring.user(add, "Relu").output[0] == "y"
    assert wiring.width("sum") == 3


def test_what_is_not_there_is_said(graph: onnx.GraphProto) -> None:
    """No guess is made about a node of another kind, about what is given from outside, or about what isn't constant."""
    wiring = Wiring(graph)

    for asked in (
        lambda: wiring.maker("sum", "MatMul"),
        lambda: wiring.maker("x", "Add"),
        lambda: wiring.user(wiring.maker("sum", "Add"), "Erf"),
        lambda: wiring.constant("sum"),
        lambda: wiring.width("y"),
    ):
        with pytest.raises(Unlike):
            asked()


def test_only_what_an_output_needs_is_kept(graph: onnx.GraphProto) -> None:
    """Nodes and constants that lead nowhere are left out."""
    drop_unneeded(graph)

    assert [node.op_type for node in graph.node] == ["Add", "Relu"]
    assert [tensor.name for tensor in graph.initializer] == ["bias"]
