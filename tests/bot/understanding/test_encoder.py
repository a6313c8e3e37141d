"""Sentences become vectors of meaning, the same ones whatever stands beside them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from bot.settings import ROOT
from bot.understanding import encoder as encoders
from bot.understanding.encoder import Encoder, EncoderError

FOLDER = ROOT / "models" / "encoder"
TEXTS = ["", "hi", "👍", "¿cuánto cuesta?", "how long does a session take?", "do the needles hurt " * 5, "伸ばす", "a\nb"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the encoder's files to break."""
    return Path(shutil.copytree(FOLDER, tmp_path / "encoder"))


def test_vectors_have_unit_length(encoder: Encoder) -> None:
    """Any text, empty ones included, becomes one row of unit length."""
    vectors = encoder.encode(TEXTS)

    assert (vectors.shape[0], vectors.dtype) == (len(TEXTS), np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)


@pytest.mark.parametrize("threads", [1, 2])
def test_what_stands_beside_a_text_does_not_matter(threads: int) -> None:
    """Many texts of mixed lengths give, row by row and to the last digit, what each gives alone, on one thread or on two."""
    texts = [TEXTS[index % len(TEXTS)] + " x" * (index % 7) for index in range(40)]
    alone = np.vstack([Encoder(FOLDER).encode([text]) for text in TEXTS])

    together = Encoder(FOLDER, threads).encode([*TEXTS, *texts])

    assert together[: len(TEXTS)].tolist() == alone.tolist()
    assert together[len(TEXTS) :].tolist() == Encoder(FOLDER).encode(texts).tolist()


def test_near_meanings_are_near(encoder: Encoder) -> None:
    """Two ways of asking the same are nearer to each other than to another question."""
    asked, again, other = encoder.encode(["how much does a visit cost", "what is the price", "do the needles hurt"])

    assert asked @ again > asked @ other + 0.2


def test_long_text_is_cut(folder: Path) -> None:
    """What stands beyond the model's reach changes nothing, whatever the tokenizer's file says about length."""
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    (folder / "tokenizer.json").write_text(json.dumps({**tokenizer, "truncation": None}))
    one, other = Encoder(folder).encode(["pain " * 200, "pain " * 200 + "parking " * 200])

    assert one.tolist() == pytest.approx(other.tolist(), abs=1e-6)


def test_encoder_is_loaded_once() -> None:
    """A new model beside the encoder finds it loaded."""
    assert encoders.load(FOLDER) is encoders.load(FOLDER)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_missing_file_is_named(folder: Path, name: str) -> None:
    """A missing file is refused with its path and the command that fetches it."""
    (folder / name).unlink()

    with pytest.raises(EncoderError, match=f"{folder / name} is missing: run `make encoder`"):
        Encoder(folder)


@pytest.mark.parametrize("content", [b"", b"nonsense", b"cut"], ids=["empty", "nonsense", "cut short"])
@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_damaged_file_is_refused(folder: Path, name: str, content: bytes) -> None:
    """A damaged file is refused with its folder and what to do, never with the library's own error."""
    (folder / name).write_bytes((folder / name).read_bytes()[:100_000] if content == b"cut" else content)

    with pytest.raises(EncoderError, match=f"{folder} holds a damaged encoder: delete it and run `make encoder`"):
        Encoder(folder)


def test_fingerprint_tells_encoders_apart(folder: Path, encoder: Encoder) -> None:
    """The same files have the same fingerprint, and a change in either gives another."""
    same = Encoder(folder).fingerprint
    (folder / "tokenizer.json").write_bytes((folder / "tokenizer.json").read_bytes() + b"\n")

    assert same == encoder.fingerprint
    assert Encoder(folder).fingerprint != same
