"""Matrices kept as whole numbers, computed in whole numbers: three times as fast as with fractions.

An encoder so exported keeps each matrix as int8 with a scale, and multiplies them out (Cast, then Mul) before it uses them. ONNX
Runtime does that once, at start, and then computes in float32. Here the scale is applied after the product instead, by the
runtime's own operator `DynamicQuantizeMatMul` (ONNX Runtime, Contrib Operators), and of a table of words only the rows that
a text needs are multiplied out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import onnx
import onnxruntime
from onnx import GraphProto, NodeProto, TensorProto

from bot.understanding import operator_fusion
from bot.understanding.operator_fusion import RUNTIMES_OWN

OPSET, IR_VERSION = 13, 8
"""What a model made here says it is written in; any newer runtime reads it."""
AS_PRECISE = ("session.x64quantprecision", "1")
"""Without VNNI instructions, sums of 8-bit products may overflow: the runtime then takes a slower and exact way."""


def session(model: bytes) -> onnxruntime.InferenceSession:
    """A model ready to be run, in the thread that asks.

    Raises:
        Exception: it is damaged; the runtime raises errors of many kinds.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # texts side by side wait for each other less than threads inside one text
    options.inter_op_num_threads = 1
    options.add_session_config_entry(*AS_PRECISE)
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@dataclass(frozen=True)
class Kept:
    """A matrix as the file keeps it: the names of its whole numbers and of its scale."""

    numbers: str
    scale: str


def in_whole_numbers(path: Path) -> bytes:
    """The model in `path` with nothing multiplied out ahead and its small steps fused; what is written otherwise stays as it was.

    Raises:
        Exception: the file can't be read; `onnx` raises errors of many kinds.
    """
    model = onnx.load(path, load_external_data=False)  # whatever a file may name beside it stays unread
    graph, tensors = model.graph, {tensor.name: tensor for tensor in model.graph.initializer}
    kept = _kept(graph, tensors)
    nodes = [made for node in graph.node for made in _without_fractions(node, kept, tensors)]
    del graph.node[:]
    graph.node.extend(nodes)
    operator_fusion.fuse(graph)
    model.opset_import.append(onnx.helper.make_opsetid(RUNTIMES_OWN, 1))
    return bytes(model.SerializeToString())


def _kept(graph: GraphProto, tensors: dict[str, TensorProto]) -> dict[str, Kept]:
    """The matrices that are kept as whole numbers, by the name of what they are multiplied out to."""
    cast = {
        node.output[0]: node.input[0]
        for node in graph.node
        if node.op_type == "Cast" and node.input[0] in tensors and tensors[node.input[0]].data_type == TensorProto.INT8
    }
    return {
        node.output[0]: Kept(cast[node.input[0]], node.input[1])
        for node in graph.node
        if node.op_type == "Mul" and node.input[0] in cast and node.input[1] in tensors
    }


def _without_fractions(node: NodeProto, kept: dict[str, Kept], tensors: dict[str, TensorProto]) -> Iterator[NodeProto]:
    """What takes the place of a node: itself where it uses no such matrix."""
    if node.op_type == "MatMul" and node.input[1] in kept:
        matrix = kept[node.input[1]]
        columns = tensors[matrix.numbers].dims[1]
        if list(tensors[matrix.scale].dims) in ([1, columns], [columns]):  # a scale for each column
            tensors[matrix.scale].dims[:] = [columns]
            inputs = [node.input[0], matrix.numbers, matrix.scale]
            yield onnx.helper.make_node("DynamicQuantizeMatMul", inputs, node.output, node.name, domain=RUNTIMES_OWN)
            return
    if node.op_type == "Gather" and node.input[0] in kept and not node.attribute:
        matrix, rows, name = kept[node.input[0]], node.input[1], node.output[0]
        if list(tensors[matrix.scale].dims) == [tensors[matrix.numbers].dims[0], 1]:  # a scale for each row
            yield onnx.helper.make_node("Gather", [matrix.numbers, rows], [f"{name}_numbers"])
            yield onnx.helper.make_node("Gather", [matrix.scale, rows], [f"{name}_scale"])
            yield onnx.helper.make_node("Cast", [f"{name}_numbers"], [f"{name}_cast"], to=TensorProto.FLOAT)
            yield onnx.helper.make_node("Mul", [f"{name}_cast", f"{name}_scale"], node.output)
            return
    yield node
