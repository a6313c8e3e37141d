"""`python -m bot backup <file>`: everything that a lost disk would take, in one file."""

from __future__ import annotations

import argparse
import hashlib
import hmac
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bot.archive import BadArchive, Seal, pack
from bot.run.training import MODEL_NAME, find_model
from bot.settings import Settings
from bot.store import backup as database

DATABASE, KEY, MODEL = "database.db", "secret_key", f"models/{MODEL_NAME}.tar.gz"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What `backup` understands."""
    command.add_argument("file", type=Path, help="a new file, such as front-desk-monday.tar.gz")


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """write database, key, content and model into one file, while patients are served"""
    return said(lambda: _backup(chosen, arguments.file))


def said(verb: Callable[[], str]) -> int:
    """Tell what came of it, or why nothing did."""
    try:
        print(f"· {verb()}", file=sys.stderr)
    except BadArchive as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _backup(chosen: Settings, file: Path) -> str:
    with scratch_folder(chosen) as folder:
        scratch = Path(folder)
        # The content before the database: a save writes its file first, so that what lies between is in the database.
        files = _copied(chosen, scratch)
        database.snapshot(chosen.database_url, scratch / DATABASE)
        files[DATABASE] = scratch / DATABASE
        if made_by_us(chosen):
            files[KEY] = chosen.var / KEY
        pack(file, files, seal(chosen, chosen.secret_key))
    size = f"{file} has {file.stat().st_size / 1e6:.1f} MB"
    if KEY in files:
        return f"{size}; it holds the secret key: keep it as safe as the database"
    return f"{size}; SECRET_KEY comes from the environment and is not in it: without that key nothing here can be restored"


def _copied(chosen: Settings, scratch: Path) -> dict[str, Path]:
    """Copies of content and model, which may be replaced while they are packed."""
    found = sorted(path for path in chosen.data.rglob("*") if path.is_file() and not path.name.startswith("."))
    files = {f"data/{path.relative_to(chosen.data).as_posix()}": path for path in found}
    model = find_model(chosen)
    if model is not None:
        files[MODEL] = model
    for name, path in files.items():
        (scratch / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, scratch / name)
    return {name: scratch / name for name in files}


def made_by_us(chosen: Settings) -> bool:
    """Whether the key lies in var/ rather than in the environment."""
    kept = chosen.var / KEY
    return kept.exists() and kept.read_text().strip() == chosen.secret_key


def seal(chosen: Settings, key: str) -> Seal:
    """What shows under which key a backup was made."""
    own = replace(chosen, secret_key=key).secret_for("backups").encode()
    return lambda text: hmac.new(own, text.encode(), hashlib.sha256).hexdigest()


def scratch_folder(chosen: Settings) -> tempfile.TemporaryDirectory[str]:
    """A folder for its owner alone, on the disk where what it holds shall go."""
    chosen.var.mkdir(mode=0o700, parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(dir=chosen.var, prefix="backup-")
