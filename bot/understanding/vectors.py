"""Meaning vectors of the training phrases, kept from one training to the next: only new phrases are read again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from bot.understanding.encoder import Encoder

PRECISION = np.float16
"""Half precision: a third digit of a cosine changes no answer, and the file is half as large."""


def encode(encoder: Encoder, texts: Sequence[str], kept_in: Path | None) -> np.ndarray:
    """Unit-length vectors of the texts, float32 of shape (len(texts), width), the same whether they were kept or are new.

    Args:
        encoder: reads what is not kept yet.
        texts: as the encoder is to read them.
        kept_in: the file that holds what earlier trainings read, and after this call holds these texts; None keeps nothing.
    """
    known = _load(kept_in, encoder.fingerprint) if kept_in else {}
    names = [hashlib.blake2b(text.encode(), digest_size=16).digest() for text in texts]
    missing = {name: text for name, text in zip(names, texts) if name not in known}
    if missing:
        known.update(zip(missing, encoder.encode(list(missing.values())).astype(PRECISION)))
    rows = np.stack([known[name] for name in names])
    if kept_in and missing:
        _save(kept_in, encoder.fingerprint, dict(zip(names, rows)))
    return rows.astype(np.float32)


def _load(path: Path, fingerprint: str) -> dict[bytes, np.ndarray]:
    try:
        with np.load(path, allow_pickle=False) as file:
            if str(file["encoder"]) != fingerprint:
                return {}
            return dict(zip((row.tobytes() for row in file["names"]), file["vectors"]))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):  # missing or damaged: everything is read again
        return {}


def _save(path: Path, fingerprint: str, found: dict[bytes, np.ndarray]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.stem}.{os.getpid()}.npz")
    names = np.frombuffer(b"".join(found), dtype=np.uint8).reshape(len(found), -1)
    np.savez(fresh, encoder=np.array(fingerprint), names=names, vectors=np.stack(list(found.values())))
    os.replace(fresh, path)
