"""What is kept in whole numbers is computed in whole numbers, and means the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from bot.settings import ROOT
from bot.understanding.whole_numbers import in_whole_numbers

MODEL = ROOT / "models" / "encoder" / "model.onnx"
IDS = np.array([[101, 2129, 2146, 2515, 1037, 5219, 3188, 2202, 102]], dtype=np.int64)  # how long does a session take


def operators(model: bytes) -> list[str]:
    return [node.op_type for node in onnx.load_from_string(model).graph.node]


def run(model: bytes, **inputs: np.ndarray) -> np.ndarray:
    return np.asarray(onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"]).run(None, inputs)[0])


def small(scale: list[int], whole: bool = True) -> onnx.ModelProto:
    """A matrix of 4 by 3 that is looked up by row and multiplied with, kept as whole numbers or as fractions."""
    numbers = np.arange(-6, 6, dtype=np.int8).reshape(4, 3)
    factor = (np.arange(int(np.prod(scale))) + 1).reshape(scale).astype(np.float32) / 10
    kept = [numpy_helper.from_array(numbers, "numbers"), numpy_helper.from_array(factor, "factor")]
    made = [
        helper.make_node("Cast", ["numbers"], ["cast"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["cast", "factor"], ["w"]),
    ]
    if not whole:
        kept, made = [numpy_helper.from_array(numbers * factor, "w")], []
    used = [
        helper.make_node("Gather", ["w", "rows"], ["picked"]),
        helper.make_node("MatMul", ["x", "w"], ["product"]),
        helper.make_node("Concat", ["picked", "product"], ["y"], axis=0),
    ]
    rows, x = (
        helper.make_tensor_value_info(*each) for each in (("rows", TensorProto.INT64, [2]), ("x", TensorProto.FLOAT, [1, 4]))
    )
    y = helper.make_tensor_value_info("y", TensorProto.FLOAT, [3, 3])
    graph = helper.make_graph([*made, *used], "small", [rows, x], [y], kept)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def saved(model: onnx.ModelProto, folder: Path) -> Path:
    onnx.save(model, folder / "small.onnx")
    return folder / "small.onnx"


def test_the_encoder_multiplies_whole_numbers() -> None:
    """Each of the 36 weight matrices of six layers is used as it is kept."""
    found = operators(in_whole_numbers(MODEL))

    assert (found.count("DynamicQuantizeMatMul"), found.count("MatMul")) == (36, 0)


def test_the_encoder_means_the_same() -> None:
    """What it makes of a text points where the multiplied-out model points."""
    inputs = {"input_ids": IDS, "attention_mask": np.ones_like(IDS), "token_type_ids": np.zeros_like(IDS)}
    one, other = (run(model, **inputs)[0].mean(axis=0) for model in (MODEL.read_bytes(), in_whole_numbers(MODEL)))

    assert one @ other / np.linalg.norm(one) / np.linalg.norm(other) > 0.99


@pytest.mark.parametrize(("scale", "products"), [([1, 3], 1), ([4, 1], 0), ([1, 1], 0)], ids=["column", "row", "one"])
def test_only_what_fits_is_changed(tmp_path: Path, scale: list[int], products: int) -> None:
    """A product needs a scale for each column; whatever can't be computed so comes out as before, and a lookup always exactly."""
    path = saved(small(scale), tmp_path)
    inputs = {"rows": np.array([1, 3]), "x": np.array([[1.0, -2.0, 3.0, 0.5]], dtype=np.float32)}

    made = in_whole_numbers(path)

    assert operators(made).count("DynamicQuantizeMatMul") == products
    assert run(made, **inputs)[:2].tolist() == run(path.read_bytes(), **inputs)[:2].tolist()
    assert run(made, **inputs)[2] == pytest.approx(run(path.read_bytes(), **inputs)[2], abs=0.05)


def test_a_model_of_fractions_is_left_alone(tmp_path: Path) -> None:
    """An export that keeps no whole numbers drops in as ever."""
    path = saved(small([1, 3], whole=False), tmp_path)

    assert operators(in_whole_numbers(path)) == operators(path.read_bytes())
