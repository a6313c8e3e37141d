"""Larger operators in place of many small ones mean the same; what is written otherwise stays."""

from __future__ import annotations

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from bot.settings import ROOT
from bot.understanding.operator_fusion import RUNTIMES_OWN, fuse
from bot.understanding.whole_numbers import in_whole_numbers

MODEL = ROOT / "models" / "encoder" / "model.onnx"
WIDTH, HEAD = 6, 3
NUMBERS = np.random.default_rng(2017)


def fused(model: onnx.ModelProto) -> onnx.ModelProto:
    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    fuse(copy.graph)
    copy.opset_import.append(helper.make_opsetid(RUNTIMES_OWN, 1))
    return copy


def operators(model: onnx.ModelProto) -> list[str]:
    return [node.op_type for node in model.graph.node]


def run(model: onnx.ModelProto, x: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return np.asarray(session.run(None, {"x": x})[0])


def model(nodes: list[onnx.NodeProto], kept: dict[str, np.ndarray]) -> onnx.ModelProto:
    """From `x` (1, words, WIDTH) to `y` of the same shape."""
    tensors = [numpy_helper.from_array(array, name) for name, array in kept.items()]
    x, y = (helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, None, WIDTH]) for name in "xy")
    graph = helper.make_graph(nodes, "small", [x], [y], tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def projected(name: str, kept: dict[str, np.ndarray]) -> list[onnx.NodeProto]:
    """Queries, keys or values of each word, cut into heads."""
    kept[f"w{name}"] = NUMBERS.normal(size=(WIDTH, WIDTH)).astype(np.float32)
    kept[f"b{name}"] = NUMBERS.normal(size=WIDTH).astype(np.float32)
    return [
        helper.make_node("MatMul", ["x", f"w{name}"], [f"m{name}"]),
        helper.make_node("Add", [f"m{name}", f"b{name}"], [f"l{name}"]),
        helper.make_node("Reshape", [f"l{name}", "cut"], [f"r{name}"]),
        helper.make_node("Transpose", [f"r{name}"], [f"t{name}"], perm=[0, 2, 3, 1] if name == "k" else [0, 2, 1, 3]),
    ]


def attention(scale: float = HEAD**-0.5, masked: np.ndarray | None = None, stretched: float = 0.0) -> onnx.ModelProto:
    """Two heads as exporters write them; `masked` is added where the mask lets through, `stretched` a factor on the values."""
    kept = {"scale": np.float32(scale), "cut": np.array([1, -1, 2, HEAD]), "whole": np.array([1, -1, WIDTH])}
    nodes = [node for name in "qkv" for node in projected(name, kept)]
    nodes += [helper.make_node("Mul", ["tq", "scale"], ["sq"]), helper.make_node("MatMul", ["sq", "tk"], ["compared"])]
    scores, value = "compared", "tv"
    if masked is not None:
        kept |= {"seen": np.array([True]), "through": masked, "away": np.float32(-1e9)}
        nodes.append(helper.make_node("Where", ["seen", "through", "away"], ["mask"]))
        nodes.append(helper.make_node("Add", [scores, "mask"], [scores := "scores"]))
    if stretched:
        kept["stretched"] = np.float32(stretched)
        nodes.append(helper.make_node("Mul", [value, "stretched"], [value := "sv"]))
    nodes += [
        helper.make_node("Softmax", [scores], ["weights"], axis=-1),
        helper.make_node("MatMul", ["weights", value], ["weighted"]),
        helper.make_node("Transpose", ["weighted"], ["turned"], perm=[0, 2, 1, 3]),
        helper.make_node("Reshape", ["turned", "whole"], ["y"]),
    ]
    return model(nodes, kept)


def gelu(half: float = 0.5) -> onnx.ModelProto:
    kept = {"root": np.float32(2**0.5), "one": np.float32(1), "half": np.float32(half)}
    steps = [
        ("Div", ["x", "root"], "divided"),
        ("Erf", ["divided"], "erf"),
        ("Add", ["erf", "one"], "more"),
        ("Mul", ["half", "more"], "part"),
        ("Mul", ["x", "part"], "y"),
    ]
    return model([helper.make_node(kind, given, [made]) for kind, given, made in steps], kept)


WORDS = NUMBERS.normal(size=(1, 5, WIDTH)).astype(np.float32)


def test_the_encoder_uses_one_operator_for_each() -> None:
    """Six layers: an attention and a GELU in each, and nothing left of how they were spelt out."""
    found = operators(onnx.load_from_string(in_whole_numbers(MODEL)))

    assert (found.count("MultiHeadAttention"), found.count("Gelu")) == (6, 6)
    assert not {"Softmax", "Erf", "Where", "MatMul"}.intersection(found)


@pytest.mark.parametrize(
    ("spelt", "kinds"),
    [
        (attention(), {"MultiHeadAttention"}),
        (attention(scale=1.0), {"MultiHeadAttention"}),
        (attention(masked=np.float32(0)), {"MultiHeadAttention"}),
        (gelu(), {"Gelu"}),
    ],
    ids=["attention", "unscaled", "masked", "gelu"],
)
def test_what_is_fused_means_the_same(spelt: onnx.ModelProto, kinds: set[str]) -> None:
    """The steps are gone, what they made is there."""
    made = fused(spelt)

    assert kinds.issubset(operators(made))
    assert len(operators(made)) < len(operators(spelt))
    assert run(made, WORDS) == pytest.approx(run(spelt, WORDS), abs=1e-5)


@pytest.mark.parametrize(
    "spelt",
    [attention(masked=np.ones((1, 2, 5, 5), dtype=np.float32)), attention(stretched=2.0), gelu(half=0.25)],
    ids=["weights by place", "value scaled", "another curve"],
)
def test_what_is_written_otherwise_stays(spelt: onnx.ModelProto) -> None:
    """A step that the larger operator doesn't know is never dropped."""
    assert operators(fused(spelt)) == operators(spelt)
    assert run(fused(spelt), WORDS).tolist() == run(spelt, WORDS).tolist()


def test_a_product_adds_its_bias() -> None:
    """What is added to a product in whole numbers becomes an input of it."""
    kept = {
        "numbers": NUMBERS.integers(-127, 127, size=(WIDTH, WIDTH), dtype=np.int8),
        "factors": np.full(WIDTH, 0.01, dtype=np.float32),
        "bias": NUMBERS.normal(size=WIDTH).astype(np.float32),
    }
    product = helper.make_node("DynamicQuantizeMatMul", ["x", "numbers", "factors"], ["product"], domain=RUNTIMES_OWN)
    spelt = model([product, helper.make_node("Add", ["product", "bias"], ["y"])], kept)
    spelt.opset_import.append(helper.make_opsetid(RUNTIMES_OWN, 1))

    assert operators(fused(spelt)) == ["DynamicQuantizeMatMul"]
    assert run(fused(spelt), WORDS) == pytest.approx(run(spelt, WORDS), abs=1e-5)
