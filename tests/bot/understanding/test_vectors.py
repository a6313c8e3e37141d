"""Meaning vectors are kept between trainings, and keeping them changes nothing but the time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.settings import ROOT
from bot.understanding import encoder as encoders
from bot.understanding.encoder import Encoder
from bot.understanding.vectors import encode

TEXTS = ["does it hurt", "where are you", "does it hurt", "how long is it"]


class Counting:
    """The shipped encoder, which remembers what it was asked to read."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder, self.read = encoder, []

    @property
    def fingerprint(self) -> str:
        return self._encoder.fingerprint

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.read += texts
        return self._encoder.encode(texts)


@pytest.fixture
def counting() -> Counting:
    return Counting(encoders.load(ROOT / "models" / "encoder"))


def test_only_new_phrases_are_read(counting: Counting, tmp_path: Path) -> None:
    """A second training reads only the phrase that is new, and gets the same vectors for the rest."""
    file = tmp_path / "vectors.npz"
    first = encode(counting, TEXTS, file)
    counting.read.clear()
    second = encode(counting, [*TEXTS, "is it safe"], file)

    assert counting.read == ["is it safe"]
    assert np.array_equal(first, second[: len(TEXTS)])


def test_kept_or_not_the_vectors_are_the_same(counting: Counting, tmp_path: Path) -> None:
    """Without a file the vectors are the very same, one row a text and of unit length."""
    alone, kept = encode(counting, TEXTS, None), encode(counting, TEXTS, tmp_path / "vectors.npz")

    assert np.array_equal(alone, kept)
    assert alone.shape[0] == len(TEXTS)
    assert np.allclose(np.linalg.norm(alone, axis=1), 1, atol=1e-3)


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 no archive", b"x" * 1000])
def test_a_damaged_file_is_read_anew(counting: Counting, tmp_path: Path, damage: bytes) -> None:
    """A damaged file costs time and nothing else."""
    file = tmp_path / "vectors.npz"
    file.write_bytes(damage)

    assert np.array_equal(encode(counting, TEXTS, file), encode(counting, TEXTS, None))


def test_another_encoder_reads_everything(counting: Counting, tmp_path: Path) -> None:
    """What another encoder made is never used."""
    file = tmp_path / "vectors.npz"
    np.savez(file, encoder=np.array("another"), names=np.zeros((1, 16), np.uint8), vectors=np.zeros((1, 384), np.float16))
    encode(counting, TEXTS, file)

    assert sorted(counting.read) == sorted(set(TEXTS))
