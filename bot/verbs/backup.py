"""`python -m bot backup <file>` and `restore <file>`: everything that a lost disk would take, in one file."""

from __future__ import annotations

import argparse
import hashlib
import hmac
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bot.archive import BadArchive, Seal, pack, unpack
from bot.run.processes import CannotStart, require_free
from bot.run.training import MODEL_NAME, find_model
from bot.settings import Settings
from bot.store import backup as database

DATABASE, KEY, MODEL = "database.db", "secret_key", f"models/{MODEL_NAME}.tar.gz"
KEY_ASIDE = "secret_key-before-restore"


def backup(chosen: Settings, arguments: argparse.Namespace) -> int:
    """write database, key, content and model into one file, while patients are served"""
    return _said(lambda: _backup(chosen, arguments.file))


def restore(chosen: Settings, arguments: argparse.Namespace) -> int:
    """put back what `backup` wrote, into an empty installation of the same version"""
    return _said(lambda: _restore(chosen, arguments.file, arguments.force))


def backup_arguments(command: argparse.ArgumentParser) -> None:
    """What `backup` understands."""
    command.add_argument("file", type=Path, help="a new file, such as front-desk-monday.tar.gz")


def restore_arguments(command: argparse.ArgumentParser) -> None:
    """What `restore` understands."""
    command.add_argument("file", type=Path, help="what `backup` wrote")
    command.add_argument("--force", action="store_true", help="also over a database that holds something")


def _said(verb: Callable[[], str]) -> int:
    try:
        print(f"· {verb()}", file=sys.stderr)
    except BadArchive as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _backup(chosen: Settings, file: Path) -> str:
    with _scratch(chosen) as folder:
        scratch = Path(folder)
        # The content before the database: a save writes its file first, so that what lies between is in the database.
        files = _copied(chosen, scratch)
        database.snapshot(chosen.database_url, scratch / DATABASE)
        files[DATABASE] = scratch / DATABASE
        if _made_by_us(chosen):
            files[KEY] = chosen.var / KEY
        pack(file, files, _seal(chosen, chosen.secret_key))
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


def _restore(chosen: Settings, file: Path, force: bool) -> str:
    _require_stopped(chosen)
    with _scratch(chosen) as folder:
        scratch = Path(folder)
        files, sealed_by = unpack(file, scratch)
        key = files[KEY].read_text().strip() if KEY in files else chosen.secret_key
        if not sealed_by(_seal(chosen, key)) or (KEY in files and not _made_by_us(chosen) and key != chosen.secret_key):
            raise BadArchive("SECRET_KEY isn't the one this backup was made under; without that one its call-backs stay sealed.")
        if not force and not database.is_empty(chosen.database_url):
            raise BadArchive("The database holds something already. Nothing was changed; --force replaces it.")
        try:
            database.bring_up_to_date(files[DATABASE])
        except database.NewerBackup:
            raise BadArchive("The backup was made by a later version of this program: install that one first.") from None
        _put_files(chosen, files)
        # Last: as long as it is empty, a restore that was cut short can be run again.
        database.restore(files[DATABASE], chosen.database_url)
    return "restored; `make run` starts it"


def _require_stopped(chosen: Settings) -> None:
    try:
        require_free(chosen.host, chosen.port)
    except CannotStart:
        raise BadArchive(f"Something serves port {chosen.port}: stop the assistant on every machine first.") from None


def _put_files(chosen: Settings, files: dict[str, Path]) -> None:
    content = files[DATABASE].parent / "data"
    aside = chosen.var / "data-before-restore"
    shutil.rmtree(aside, ignore_errors=True)
    if chosen.data.exists():
        shutil.move(chosen.data, aside)
    for path in (content, *content.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    shutil.move(content, chosen.data)
    _put_key_aside(chosen, files.get(KEY))
    for name, target in ((MODEL, chosen.root / MODEL), (KEY, chosen.var / KEY)):
        if name in files:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.move(files[name], target)


def _put_key_aside(chosen: Settings, new: Path | None) -> None:
    """What was sealed under another key of our making can be opened by that one alone."""
    kept = chosen.var / KEY
    if new and kept.exists() and kept.read_text() != new.read_text():
        os.replace(kept, chosen.var / KEY_ASIDE)


def _made_by_us(chosen: Settings) -> bool:
    """Whether the key lies in var/ rather than in the environment."""
    kept = chosen.var / KEY
    return kept.exists() and kept.read_text().strip() == chosen.secret_key


def _seal(chosen: Settings, key: str) -> Seal:
    own = replace(chosen, secret_key=key).secret_for("backups").encode()
    return lambda text: hmac.new(own, text.encode(), hashlib.sha256).hexdigest()


def _scratch(chosen: Settings) -> tempfile.TemporaryDirectory[str]:
    """A folder for its owner alone, on the disk where what it holds shall go."""
    chosen.var.mkdir(mode=0o700, parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(dir=chosen.var, prefix="backup-")
