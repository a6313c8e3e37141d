"""A copy of the content on a disk."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from bot.content import ContentError
from bot.editing.disk import Disk

FILE = "data/faq/location.yml"


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    (tmp_path / "data").mkdir()
    return Disk(tmp_path / "data")


def test_what_is_written_is_read(disk: Disk, tmp_path: Path) -> None:
    """Line ends and accents stay as they are, a file that is taken away is gone, and no scratch file is left."""
    before = disk.read(FILE)
    disk.write(FILE, "café\r\n")
    kept, names = disk.read(FILE), disk.names()
    disk.write(FILE, None)

    assert (before, kept, names) == (None, "café\r\n", [FILE])
    assert (disk.read(FILE), os.listdir(tmp_path / "data" / "faq")) == (None, [])


def test_who_may_read_a_file_stays_as_it_was(disk: Disk, tmp_path: Path) -> None:
    """A new file can be read by everybody on the machine; one that was closed stays closed."""
    disk.write(FILE, "new")
    opened = (tmp_path / FILE).stat().st_mode & 0o777
    (tmp_path / FILE).chmod(0o600)
    disk.write(FILE, "newer")

    assert (opened, (tmp_path / FILE).stat().st_mode & 0o777) == (0o644, 0o600)


def test_what_is_no_text_is_named(disk: Disk, tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are refused with the file's name."""
    disk.write(FILE, "")
    (tmp_path / FILE).write_bytes(b"\xff")

    with pytest.raises(ContentError, match=FILE):
        disk.read(FILE)


def test_one_writes_at_a_time(disk: Disk, tmp_path: Path) -> None:
    """Whoever comes while another is at it waits until that one is done."""
    done: list[str] = []

    def second() -> None:
        with Disk(tmp_path / "data").alone():
            done.append("second")

    waiting = threading.Thread(target=second)
    with disk.alone():
        waiting.start()
        waiting.join(0.2)
        done.append("first")
    waiting.join()

    assert done == ["first", "second"]
