"""Sentences as vectors of meaning, by any sentence-transformers model exported to ONNX."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
MAX_TOKENS = 128
BATCH = 32
SHORT_STEM = 3
ENDINGS = frozenset("s es ed ing ly er ers al ic ist ists ness less able y".split())
CONTRACTIONS = frozenset(
    "wont dont cant didnt doesnt isnt arent wasnt whats wheres hows whos thats shes hes theyre couldnt wouldnt shouldnt".split()
)
"""Contractions as thumbs type them."""


class EncoderError(Exception):
    """The encoder's files are missing or can't be read; the message says which and what to do."""


class Encoder:
    """One loaded sentence encoder."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        for name in (MODEL_FILE, TOKENIZER_FILE):
            if not (folder / name).is_file():
                raise EncoderError(f"{folder / name} is missing: run `make encoder`.")
        self.fingerprint = fingerprint(folder)
        self._threads = threads
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # batches side by side wait for each other less than threads inside one batch
        options.inter_op_num_threads = 1
        try:
            self._session = onnxruntime.InferenceSession(str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        except Exception as error:  # onnxruntime and tokenizers raise bare Exceptions of their own
            raise EncoderError(f"{folder} holds a damaged encoder: delete it and run `make encoder`.") from error
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding()
        self._inputs = {each.name for each in self._session.get_inputs()}

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Unit-length vectors, one row a text: float32 of shape (len(texts), width)."""
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        batches = [[texts[index] for index in order[start : start + BATCH]] for start in range(0, len(order), BATCH)]
        if self._threads == 1 or len(batches) == 1:
            encoded = [self._encode_batch(batch) for batch in batches]
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                encoded = list(pool.map(self._encode_batch, batches))
        rows = np.concatenate(encoded)
        return rows[np.argsort(order)]

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is one that the encoder met as such: whole, or whole but for a common ending."""
        if self._tokenizer.token_to_id(word) is not None or word in CONTRACTIONS:
            return True
        pieces = self._tokenizer.encode(word, add_special_tokens=False).tokens
        return len(pieces) == 2 and len(pieces[0]) > SHORT_STEM and pieces[1].lstrip("#") in ENDINGS

    def _encode_batch(self, texts: list[str]) -> np.ndarray:
        encodings = self._tokenizer.encode_batch(texts)
        mask = np.array([each.attention_mask for each in encodings], dtype=np.int64)
        feed = {
            "input_ids": np.array([each.ids for each in encodings], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        tokens = self._session.run(None, {name: feed[name] for name in self._inputs})[0]
        weights = mask[:, :, None].astype(np.float32)
        means = (tokens * weights).sum(axis=1) / weights.sum(axis=1)
        return means / np.linalg.norm(means, axis=1, keepdims=True)


@lru_cache(maxsize=2)
def load(folder: Path, threads: int = 1) -> Encoder:
    """The encoder in `folder`, loaded once a process: a new model beside it reuses it.

    One thread is right for one message at a time: a second only fights the rest of the process for its core. Training
    reads thousands at once and takes more.
    """
    return Encoder(folder, threads)


def fingerprint(folder: Path) -> str:
    """What tells the encoder in `folder` from any other: a model works with the one it was trained with alone."""
    digest = hashlib.sha256()
    for name in (MODEL_FILE, TOKENIZER_FILE):
        digest.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return digest.hexdigest()
