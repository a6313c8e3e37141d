"""Sentences as vectors of meaning, by any sentence-transformers model exported to ONNX."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from bot.understanding.whole_numbers import in_whole_numbers, session

MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
MAX_TOKENS = 128
READ_AS = b"whole numbers, text by text, fused"
"""How a text is read; a model that learned from vectors read in another way can't serve."""
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

    def __init__(self, folder: Path, threads: int = 1, read: Callable[[Path], bytes] = in_whole_numbers) -> None:
        """`read` gives the model as it is to be run; `Path.read_bytes` leaves the file as it was exported."""
        for name in (MODEL_FILE, TOKENIZER_FILE):
            if not (folder / name).is_file():
                raise EncoderError(f"{folder / name} is missing: run `make encoder`.")
        self.fingerprint = fingerprint(folder)
        self._pool = ThreadPoolExecutor(threads, "encoder") if threads > 1 else None
        try:
            self._session = session(read(folder / MODEL_FILE))
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        except Exception as error:  # onnx, onnxruntime and tokenizers raise errors of many kinds
            raise EncoderError(f"{folder} holds a damaged encoder: delete it and run `make encoder`.") from error
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.no_padding()
        self._inputs = {each.name for each in self._session.get_inputs()}

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Unit-length vectors, one row a text: float32 of shape (len(texts), width)."""
        every = map if self._pool is None or len(texts) == 1 else self._pool.map
        return np.stack(list(every(self._encode, texts)))

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is one that the encoder met as such: whole, or whole but for a common ending."""
        if self._tokenizer.token_to_id(word) is not None or word in CONTRACTIONS:
            return True
        pieces = self._tokenizer.encode(word, add_special_tokens=False).tokens
        return len(pieces) == 2 and len(pieces[0]) > SHORT_STEM and pieces[1].lstrip("#") in ENDINGS

    def _encode(self, text: str) -> np.ndarray:
        """One text by itself: in whole numbers, what stands beside a text in a batch would move its vector a little."""
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        tokens = self._session.run(None, {name: feed[name] for name in self._inputs})[0][0]
        mean = tokens.mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean))


@lru_cache(maxsize=2)
def load(folder: Path, threads: int = 1) -> Encoder:
    """The encoder in `folder`, loaded once a process: a new model beside it reuses it.

    One thread is right for one message at a time: a second only fights the rest of the process for its core. Training
    reads thousands at once and takes more.
    """
    return Encoder(folder, threads)


def fingerprint(folder: Path) -> str:
    """What tells the encoder in `folder` from any other: a model works with the one it was trained with alone."""
    digest = hashlib.sha256(READ_AS)
    for name in (MODEL_FILE, TOKENIZER_FILE):
        digest.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return digest.hexdigest()
