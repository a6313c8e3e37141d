"""The encoder's files are the pinned ones or none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot import encoder_files
from bot.settings import ROOT

SHIPPED = ROOT / "models" / "encoder"


def test_the_right_files_pass_without_a_word(tmp_path: Path) -> None:
    """Files with the pinned SHA-256 are taken as they are, nothing is fetched."""
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "encoder"))
    told: list[str] = []

    encoder_files.ensure(folder, told.append)

    assert told == []


@pytest.mark.parametrize("name", encoder_files.FILES)
def test_a_wrong_file_is_named(tmp_path: Path, name: str) -> None:
    """One changed byte stops with the file's name and what to do."""
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "encoder"))
    changed = bytearray((folder / name).read_bytes())
    changed[100] ^= 1
    (folder / name).write_bytes(changed)

    with pytest.raises(encoder_files.EncoderFilesError, match=f"{name} is not the file it should be: delete it"):
        encoder_files.ensure(folder, print)
