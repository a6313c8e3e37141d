"""The encoder's file as ONNX Runtime runs it unchanged: what its own forward pass took before it computed in whole numbers."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from bot.understanding.encoder import MAX_TOKENS, MODEL_FILE, TOKENIZER_FILE


def forward_passes(folder: Path, texts: Sequence[str]) -> list[float]:
    """Seconds of one pass over each text, tokens and all, by itself and on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.no_padding()
    wanted = {each.name for each in session.get_inputs()}
    taken = []
    for text in texts:
        began = time.perf_counter()
        ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        session.run(None, {name: feed[name] for name in wanted})
        taken.append(time.perf_counter() - began)
    return taken
