"""`python -m bot restore <file>`: everything that a lost disk would take, put back."""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

from bot.archive import BadArchive, unpack
from bot.run.processes import CannotStart, require_free
from bot.settings import Settings
from bot.store import backup as database
from bot.verbs.backup import DATABASE, KEY, MODEL, made_by_us, said, scratch_folder, seal

KEY_ASIDE = "secret_key-before-restore"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What `restore` understands."""
    command.add_argument("file", type=Path, help="what `backup` wrote")
    command.add_argument("--force", action="store_true", help="also over a database that holds something")


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """put back what `backup` wrote, into an empty installation of the same version"""
    return said(lambda: _restore(chosen, arguments.file, arguments.force))


def _restore(chosen: Settings, file: Path, force: bool) -> str:
    _require_stopped(chosen)
    with scratch_folder(chosen) as folder:
        scratch = Path(folder)
        files, sealed_by = unpack(file, scratch)
        key = files[KEY].read_text().strip() if KEY in files else chosen.secret_key
        if not sealed_by(seal(chosen, key)) or (KEY in files and not made_by_us(chosen) and key != chosen.secret_key):
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
