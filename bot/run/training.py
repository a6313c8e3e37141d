"""Train a model with `rasa train`, and tell whether the one at hand can serve."""

from __future__ import annotations

import errno
import gzip
import json
import os
import subprocess
import sys
import tarfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

from bot.private_files import private
from bot.run.child_process import die_with_parent, environment
from bot.settings import Settings
from bot.understanding import FORMAT

MODEL_NAME = "assistant"
PROGRESS_MARK = "  … "
"""What a line begins with by which the training process tells how far it is (`engine/topic_classifier.py`)."""
CHUNK = 1 << 20
"""Bytes read at a time."""


class TrainingError(Exception):
    """No model came of the training; the message says what to do."""


class DiskFull(TrainingError):
    """There was no room for a model."""


def train(settings: Settings, tell: Callable[[str], None], folder: Path | None = None) -> Path:
    """Train on `data/` and return the new model's path; the old model stays until the new one is whole.

    Args:
        settings: of the program.
        tell: hears what is going on.
        folder: where to find `data/`, `config.yml` and `domain.yml` and to leave `models/`, instead of the program's own.

    Raises:
        DiskFull: there was no room for it.
        TrainingError: `rasa train` failed; its own words are in `var/train.log`.
    """
    log = settings.var / "train.log"
    root = folder or settings.root
    fresh = root / "models" / f"{MODEL_NAME}.new.tar.gz"
    command = [sys.executable, "-m", "rasa", "train", "--fixed-model-name", f"{MODEL_NAME}.new.tar.gz", "--force"]
    # `bot check` has read the same files with more care, and Rasa's validation takes a third of the time.
    command += ["--skip-validation"]
    with (
        open(private(log), "w", encoding="utf-8") as file,
        subprocess.Popen(
            command,
            cwd=root,
            env=environment(settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=die_with_parent,
        ) as process,
    ):
        for line in process.stdout or ():
            file.write(line)
            if line.startswith(PROGRESS_MARK):
                tell(line.removeprefix(PROGRESS_MARK).strip())
    if process.returncode or not fresh.exists():
        raise _failure(log)
    os.replace(fresh, fresh.with_name(f"{MODEL_NAME}.tar.gz"))
    return fresh.with_name(f"{MODEL_NAME}.tar.gz")


def _failure(log: Path) -> TrainingError:
    if os.strerror(errno.ENOSPC) in log.read_text(encoding="utf-8", errors="replace"):
        return DiskFull("The disk is full: free some space and run this again.")
    return TrainingError(f"Training failed; Rasa's own words are at the end of {log}. Run `python -m bot check` first.")


def find_model(settings: Settings) -> Path | None:
    """The model to serve, or None where none was trained yet."""
    model = settings.models / f"{MODEL_NAME}.tar.gz"
    return model if model.exists() else None


def problem(model: Path, encoder_fingerprint: str) -> str:
    """Why the archive can't serve, as a sentence; empty where it can."""
    about = None
    try:
        with gzip.open(model) as packed, tarfile.open(fileobj=packed) as archive:
            for member in archive:
                if member.isfile() and member.name.endswith("/understanding.json"):
                    about = json.loads(archive.extractfile(member).read())  # type: ignore[union-attr]
            while packed.read(CHUNK):  # to its end, where the checksum stands: what was read may have been changed
                continue
    except (OSError, EOFError, ValueError, tarfile.TarError, zlib.error):
        return f"{model} is damaged: delete it and run `make train`."
    if not isinstance(about, dict):
        return f"{model} was not made by this program: delete it and run `make train`."
    if about.get("format") != FORMAT:
        return f"{model} was made by another version of this program: run `make train`."
    if about.get("encoder") != encoder_fingerprint:
        return f"{model} belongs to another sentence encoder than models/encoder: run `make train`."
    return ""


def out_of_date(settings: Settings, model: Path) -> bool:
    """Whether something the model may learn from was edited after it was trained."""
    return rewired(settings, model) or _newer(settings.data.rglob("*.yml"), model)


def rewired(settings: Settings, model: Path) -> bool:
    """Whether what developers alone edit is newer: Rasa's pipeline, domain and rules."""
    return _newer([settings.root / "config.yml", settings.root / "domain.yml", *(settings.data / "rules").rglob("*.yml")], model)


def _newer(files: Iterable[Path], model: Path) -> bool:
    return max(path.stat().st_mtime for path in files) > model.stat().st_mtime
