"""A copy of the project to break, and its commands run as an operator runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bot.settings import ROOT

FOLDERS = ("actions", "bot", "data")
FILES = ("config.yml", "credentials.yml", "domain.yml", "endpoints.yml", "requirements-encoder.lock", "requirements-static.lock")


def copy_project(folder: Path) -> Path:
    """The program and its content in `folder`, with the trained model and the encoder as links."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy2(ROOT / name, folder / name)
    (folder / "models" / "encoder").mkdir(parents=True)
    for name in ("assistant.tar.gz", "encoder/model.onnx", "encoder/tokenizer.json"):
        (folder / "models" / name).symlink_to(ROOT / "models" / name)
    return folder


def put(path: Path, content: bytes | str) -> None:
    """Write a file in place of the one, or the link, that was there."""
    path.unlink(missing_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def run_bot(root: Path, *arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m bot …` in the project at `root`; whatever it started is gone when this returns."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments], cwd=root, env={**os.environ, **environment}, input=stdin, capture_output=True,
        timeout=120, check=False,
    )  # fmt: skip


def sentences(said: bytes) -> list[str]:
    """What a command wrote to standard error beside its lines of progress and TensorFlow's own."""
    return [line for line in said.decode().splitlines() if line.strip() and not line.startswith("· ")]
