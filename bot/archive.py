"""One file that holds many, each with its digest, and all of them under a seal that only the same SECRET_KEY makes."""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import os
import re
import shutil
import tarfile
import time
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

MANIFEST = "manifest.json"
FORMAT = 1
PLACES = re.compile(r"database\.db|secret_key|models/assistant\.tar\.gz|data(?:/(?!\.)[^/\0]+)+")
"""What may be in an archive, and where it goes: nothing leads out of the folder it is unpacked in."""
CHUNK = 1 << 20
Seal = Callable[[str], str]


class BadArchive(Exception):
    """The file isn't a whole archive of ours; the message is a sentence."""


def pack(archive: Path, files: Mapping[str, Path], seal: Seal) -> None:
    """Write the files, by the names they shall have, into a new archive that only its owner may read.

    Args:
        archive: where to; it appears whole or not at all.
        files: the file for each name.
        seal: signs the list of digests.

    Raises:
        BadArchive: the file is there already.
    """
    digests = {name: digest(path) for name, path in sorted(files.items())}
    manifest = {"format": FORMAT, "made_at": int(time.time()), "files": digests, "seal": seal(_told(digests))}
    if archive.exists():
        raise BadArchive(f"{archive} is there already: choose another name, such as one with today's date.")
    scratch = archive.with_name(f".{archive.name}.{os.getpid()}")
    handle = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            with tarfile.open(fileobj=stream, mode="w:gz", compresslevel=6) as packed:
                _add_text(packed, MANIFEST, json.dumps(manifest, indent=1))
                for name, path in sorted(files.items()):
                    packed.add(path, name, recursive=False, filter=_nobodys)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(scratch, archive)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise


def unpack(archive: Path, folder: Path) -> tuple[dict[str, Path], Callable[[Seal], bool]]:
    """Every file of an archive, unpacked below an empty folder and its digest checked.

    Returns:
        The files by name, and a function that tells whether a seal is the one that the archive bears.

    Raises:
        BadArchive: it is cut off, was changed, or isn't one of ours.
    """
    try:
        with tarfile.open(archive, "r:gz") as packed:
            manifest = json.load(packed.extractfile(packed.next()))  # type: ignore[arg-type]
            digests: dict[str, str] = manifest["files"]
            if manifest["format"] != FORMAT:
                raise BadArchive(f"{archive} was made by another version of this program.")
            found = {member.name: _put(packed, member, folder) for member in packed if member.name != MANIFEST}
    except (tarfile.TarError, zlib.error, EOFError, ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        if isinstance(error, FileNotFoundError) and not archive.exists():
            raise BadArchive(f"There is no file {archive}.") from None
        raise BadArchive(f"{archive} is damaged, or is no backup of this program.") from error
    if set(found) != set(digests) or any(digest(path) != digests[name] for name, path in found.items()):
        raise BadArchive(f"{archive} is damaged: a file in it isn't what was packed.")
    return found, lambda seal: hmac.compare_digest(seal(_told(digests)), str(manifest.get("seal", "")))


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    found = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _told(digests: Mapping[str, str]) -> str:
    return json.dumps(digests, sort_keys=True)


def _put(packed: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> Path:
    content = packed.extractfile(member) if member.isreg() and PLACES.fullmatch(member.name) else None
    if content is None:
        raise tarfile.TarError(member.name)
    path = folder / member.name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        shutil.copyfileobj(content, file, CHUNK)
    # By its age a model is told from the content that was edited after it was trained.
    os.utime(path, (member.mtime, member.mtime))
    return path


def _add_text(packed: tarfile.TarFile, name: str, text: str) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = len(text.encode()), 0o600, int(time.time())
    packed.addfile(member, io.BytesIO(text.encode()))


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the names of this machine's accounts, and for its owner alone."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member
