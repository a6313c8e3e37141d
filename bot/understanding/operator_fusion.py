"""What an exporter spells out in many small steps, as one operator of ONNX Runtime's own: a sixth less time for each text.

Attention becomes `MultiHeadAttention`, GELU becomes `Gelu`, and what is added to a product in whole numbers is added by it (ONNX
Runtime, Contrib Operators). The runtime looks for such things by itself as well, but not in the form in which today's exporter of
torch writes them. The mask of attention is left out, for the encoder reads each text by itself and nothing of it is masked. A
model that is written otherwise stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from onnx import GraphProto, NodeProto, helper

from bot.understanding.operator_graph import Unlike, Wiring, drop_unneeded

RUNTIMES_OWN = "com.microsoft"
SPLIT_BY = ("Mul", "Transpose", "Reshape")
"""The steps that make heads of what attention compares: a scale, an order and a shape."""


@dataclass(frozen=True)
class Heads:
    """Where what is cut into heads comes from, the factor it is multiplied by, and how wide a head is."""

    source: str
    scale: float
    width: int


def fuse(graph: GraphProto) -> None:
    """Put one operator in place of each attention, GELU and product with a bias, and drop the steps that nobody needs then."""
    wiring = Wiring(graph)
    for kind, fused in (("Softmax", _attention), ("Erf", _gelu), ("Add", _bias)):
        for node in [each for each in graph.node if each.op_type == kind]:
            try:
                fused(node, wiring)
            except Unlike:
                continue
    drop_unneeded(graph)


def _attention(softmax: NodeProto, wiring: Wiring) -> None:
    """softmax(q k^T * scale) v, with the heads put together again (Vaswani et al., "Attention Is All You Need", 2017)."""
    scores = wiring.maker(softmax.input[0], "Add", "MatMul")
    if scores.op_type == "Add":
        mask = wiring.maker(scores.input[1], "Where")
        if any(wiring.constant(name).size != 1 for name in mask.input[1:]):  # weights that depend on where a word stands
            raise Unlike
        scores = wiring.maker(scores.input[0], "MatMul")
    weighted = softmax
    while weighted.op_type != "MatMul":
        weighted = wiring.user(weighted, "Where", "MatMul")
    joined = wiring.user(wiring.user(weighted, "Transpose"), "Reshape")
    query, key, value = (_heads(name, wiring) for name in (*scores.input, weighted.input[1]))
    heads, rest = divmod(wiring.width(query.source), query.width)
    if rest or query.width != value.width or value.scale != 1.0:
        raise Unlike
    _become(joined, "MultiHeadAttention", query.source, key.source, value.source, num_heads=heads, scale=query.scale * key.scale)


def _heads(name: str, wiring: Wiring) -> Heads:
    """What was cut into heads, found by going back over the steps that did it.

    Raises:
        Unlike: nothing was, or not into heads of one known width.
    """
    scale, width = 1.0, 0
    while (node := wiring.made.get(name)) is not None and node.op_type in SPLIT_BY:
        if node.op_type == "Mul":
            scale *= float(wiring.constant(node.input[1]))
        if node.op_type == "Reshape":
            width = _last_side(node.input[1], wiring)
        name = node.input[0]
    if width <= 0:
        raise Unlike
    return Heads(name, scale, width)


def _last_side(shape: str, wiring: Wiring) -> int:
    """The last number of a shape, which may be put together of several; 0 where it is not a constant."""
    made = wiring.made.get(shape)
    if made is not None and made.op_type == "Concat":
        shape = made.input[-1]
    return int(np.ravel(wiring.constant(shape))[-1]) if shape in wiring.kept else 0


def _gelu(erf: NodeProto, wiring: Wiring) -> None:
    """x * 0.5 * (1 + erf(x / sqrt 2)), multiplied in any order (Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016)."""
    divided = wiring.maker(erf.input[0], "Div")
    x, root = divided.input
    steps = [erf]
    for kind in ("Add", "Mul", "Mul"):
        steps.append(wiring.user(steps[-1], kind))
    one, *factors = (other for step, before in zip(steps[1:], steps) for other in step.input if other not in before.output)
    half = [name for name in factors if name != x]
    if len(half) != 1 or not np.allclose([wiring.constant(name) for name in (root, one, half[0])], [2**0.5, 1.0, 0.5]):
        raise Unlike
    _become(steps[-1], "Gelu", x)


def _bias(add: NodeProto, wiring: Wiring) -> None:
    """What is added to each row of a product, which that operator takes as one input more."""
    product = wiring.maker(add.input[0], "DynamicQuantizeMatMul")
    wiring.user(product, "Add")  # used elsewhere as well, it must stay without
    if wiring.constant(add.input[1]).ndim != 1:
        raise Unlike
    _become(add, product.op_type, *product.input[:3], "", add.input[1])


def _become(node: NodeProto, kind: str, *inputs: str, **attributes: Any) -> None:
    """The node is from now on one of the runtime's own, with the outputs that it had."""
    node.CopyFrom(helper.make_node(kind, inputs, node.output, node.name, domain=RUNTIMES_OWN, **attributes))
