"""The files that set-up takes from packages are the pinned ones or none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.pinned_files import CONSOLE_SCRIPT, ENCODER, Pinned, PinnedFilesError, ensure
from bot.settings import ROOT

PLACES = {ENCODER: ROOT / "models" / "encoder", CONSOLE_SCRIPT: ROOT / "bot" / "console" / "static"}
"""Where set-up has put each."""
FILES = [(pinned, name) for pinned in PLACES for name in pinned.files]


def copied(pinned: Pinned, folder: Path) -> Path:
    """The set-up's files in a folder to break."""
    folder.mkdir()
    for name in pinned.files:
        shutil.copy(PLACES[pinned] / name, folder / name)
    return folder


@pytest.mark.parametrize("pinned", PLACES)
def test_the_right_files_pass_without_a_word(pinned: Pinned, tmp_path: Path) -> None:
    """Files with the pinned SHA-256 are taken as they are, nothing is fetched."""
    told: list[str] = []

    ensure(pinned, copied(pinned, tmp_path / "kept"), told.append)

    assert told == []


@pytest.mark.parametrize(("pinned", "name"), FILES)
def test_a_wrong_file_is_named(pinned: Pinned, name: str, tmp_path: Path) -> None:
    """One changed byte stops with the file's name and what to do."""
    folder = copied(pinned, tmp_path / "kept")
    changed = bytearray((folder / name).read_bytes())
    changed[100] ^= 1
    (folder / name).write_bytes(changed)

    with pytest.raises(PinnedFilesError, match=f"{name} is not the file it should be: delete it"):
        ensure(pinned, folder, print)
