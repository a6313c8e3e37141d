"""One file that holds many, checked before anything is believed of it."""

from __future__ import annotations

import hashlib
import io
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.archive import BadArchive, pack, unpack

NAMES = ["database.db", "secret_key", "models/assistant.tar.gz", "data/faq/location.yml"]


def seal(text: str) -> str:
    return hashlib.sha256(f"key {text}".encode()).hexdigest()


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """An archive of four files."""
    files = {}
    for number, name in enumerate(NAMES):
        files[name] = tmp_path / f"file{number}"
        files[name].write_bytes(name.encode() * 5000)
    pack(tmp_path / "all.tar.gz", files, seal)
    return tmp_path / "all.tar.gz"


def repacked(archive: Path, change: str, content: bytes, new_name: str = "", link: str = "") -> None:
    """Change a member of the archive, as somebody would who wants it to be believed."""
    with tarfile.open(archive) as old:
        members = [(member, old.extractfile(member).read()) for member in old]  # type: ignore[union-attr]
    with tarfile.open(archive, "w:gz") as new:
        for member, held in members:
            if member.name == change:
                member.name, member.size, held = new_name or member.name, len(content), content
                if link:
                    member.type, member.linkname, member.size = tarfile.SYMTYPE, link, 0
            new.addfile(member, io.BytesIO(held))


def test_what_was_packed_comes_back(packed: Path, tmp_path: Path) -> None:
    """Every file comes back by its name, byte for byte and for its owner alone, under the seal it was packed with."""
    found, sealed_by = unpack(packed, tmp_path / "out")

    assert {name: path.read_bytes() for name, path in found.items()} == {name: name.encode() * 5000 for name in NAMES}
    assert {path.stat().st_mode & 0o777 for path in (packed, *found.values())} == {0o600}
    assert (sealed_by(seal), sealed_by(lambda text: seal(text + "other"))) == (True, False)


def test_files_keep_their_age(packed: Path, tmp_path: Path) -> None:
    """A model stays as old as it was, so that content edited since is still newer."""
    found, _ = unpack(packed, tmp_path / "out")

    assert [int(path.stat().st_mtime) for path in found.values()] == [
        int((tmp_path / f"file{NAMES.index(name)}").stat().st_mtime) for name in found
    ]


def test_no_file_is_overwritten(packed: Path) -> None:
    """A backup never takes the place of another."""
    with pytest.raises(BadArchive, match="is there already"):
        pack(packed, {}, seal)


def test_what_cannot_be_packed_leaves_nothing(tmp_path: Path) -> None:
    """A backup that fails half way leaves no half of a file."""
    with pytest.raises(OSError, match="No such file"):
        pack(tmp_path / "all.tar.gz", {"secret_key": tmp_path / "missing"}, seal)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("change", NAMES)
def test_a_changed_file_is_refused(packed: Path, tmp_path: Path, change: str) -> None:
    """One byte that isn't what was packed spoils the archive."""
    repacked(packed, change, b"x")

    with pytest.raises(BadArchive, match="isn't what was packed"):
        unpack(packed, tmp_path / "out")


@pytest.mark.parametrize(
    "name", ["../evil", "/tmp/evil", "data/../../evil", "data/.hidden", "bot/app.py", "data", "models/other"]
)
def test_nothing_is_written_elsewhere(packed: Path, tmp_path: Path, name: str) -> None:
    """A name that leads anywhere but to its place is refused before it is written."""
    repacked(packed, "secret_key", b"x", new_name=name)

    with pytest.raises(BadArchive, match="is damaged"):
        unpack(packed, tmp_path / "out")
    assert not list(tmp_path.rglob("evil"))


def test_a_link_is_refused(packed: Path, tmp_path: Path) -> None:
    """A link in a file's place is not followed."""
    repacked(packed, "secret_key", b"", link="/etc/passwd")

    with pytest.raises(BadArchive, match="is damaged"):
        unpack(packed, tmp_path / "out")


def test_another_file_is_refused(tmp_path: Path) -> None:
    """A file that is none of ours, and one that isn't there, are refused in a sentence."""
    (tmp_path / "note").write_text("hello")

    for name, said in (("note", "is no backup"), ("missing", "There is no file")):
        with pytest.raises(BadArchive, match=said):
            unpack(tmp_path / name, tmp_path / "out")


@pytest.mark.parametrize("part", [0.01, 0.3, 0.5, 0.9])
def test_one_that_was_cut_off_is_refused(packed: Path, tmp_path: Path, part: float) -> None:
    """Half a backup is no backup."""
    whole = packed.read_bytes()
    packed.write_bytes(whole[: int(len(whole) * part)])

    with pytest.raises(BadArchive):
        unpack(packed, tmp_path / "out")


@given(some.binary(max_size=300))
def test_any_bytes_are_refused_in_a_sentence(tmp_path_factory: pytest.TempPathFactory, held: bytes) -> None:
    """Whatever is given as a backup, the answer is a sentence and never a traceback."""
    folder = tmp_path_factory.mktemp("any")
    (folder / "any").write_bytes(held)

    with pytest.raises(BadArchive):
        unpack(folder / "any", folder / "out")
