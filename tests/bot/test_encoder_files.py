"""The sentence encoder's two files: checked each time, fetched where missing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.encoder_files import FILES, LOCK, EncoderFilesError, ensure
from bot.settings import ROOT
from tests.project import put

SHIPPED = ROOT / "models" / "encoder"
DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda whole: b"",
    "short": lambda whole: whole[:-1],
    "one bit": lambda whole: whole[:100] + bytes([whole[100] ^ 1]) + whole[101:],
    "long": lambda whole: whole + b" ",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped encoder, as links to replace."""
    for name in FILES:
        (tmp_path / name).symlink_to(SHIPPED / name)
    return tmp_path


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A registry that nobody answers at, and nothing kept from before."""
    for name, value in {"INDEX_URL": "http://127.0.0.1:9/simple", "RETRIES": "0", "NO_CACHE_DIR": "1"}.items():
        monkeypatch.setenv(f"PIP_{name}", value)


def told(folder: Path) -> list[str]:
    """What `ensure` had to tell."""
    found: list[str] = []
    ensure(folder, found.append)
    return found


def test_sound_files_are_left_alone(folder: Path, no_network: None) -> None:
    """Where both files are right nothing is fetched, nothing is told, and no network is needed."""
    assert told(folder) == []
    assert all((folder / name).is_symlink() for name in FILES)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "damage", [lambda whole: b"", lambda whole: whole[:-1], lambda whole: whole + b" "], ids=["empty", "short", "long"]
)
def test_a_changed_file_is_refused_by_name(folder: Path, no_network: None, name: str, damage: Callable[[bytes], bytes]) -> None:
    """A file that differs by a byte is named with what to do, and is neither used nor silently replaced."""
    put(folder / name, damage((SHIPPED / name).read_bytes()))

    with pytest.raises(EncoderFilesError, match=re.escape(f"{folder / name} is not the file it should be: delete it")):
        ensure(folder, lambda text: None)


@pytest.mark.parametrize("name", FILES)
def test_without_a_network_a_missing_file_is_a_sentence(folder: Path, no_network: None, name: str) -> None:
    """What can't be fetched is said in one line, and nothing half fetched stays behind."""
    (folder / name).unlink()

    with pytest.raises(EncoderFilesError, match="^The sentence encoder could not be fetched .*run this again.$") as refused:
        ensure(folder, lambda text: None)
    assert "\n" not in str(refused.value)
    assert sorted(path.name for path in folder.iterdir()) == sorted(set(FILES) - {name})


def test_the_shipped_files_are_the_pinned_ones() -> None:
    """What lies in models/encoder is what the pins say."""
    assert {name: hashlib.sha256((SHIPPED / name).read_bytes()).hexdigest() for name in FILES} == FILES


def test_each_package_is_pinned_by_version_and_hash() -> None:
    """The packages that the files come from are named with version and hash, and by no address."""
    lines = [line for line in LOCK.read_text().splitlines() if line and not line.startswith("#")]

    assert lines
    assert [line for line in lines if not re.fullmatch(r"[\w-]+==[\d.]+( --hash=sha256:[0-9a-f]{64})+", line)] == []


@pytest.mark.long
def test_a_fresh_clone_gets_the_right_files(tmp_path: Path) -> None:
    """From nothing, both files are fetched, checked, and found right the next time."""
    assert len(told(tmp_path / "encoder")) == 1
    assert told(tmp_path / "encoder") == []
