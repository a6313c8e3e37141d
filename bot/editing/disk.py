"""The content's files as a disk holds them, each read and written whole."""

from __future__ import annotations

import fcntl
import hashlib
import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.content import ContentError


class Disk:
    """One machine's copy of the content.

    Args:
        data: the folder `data/`; a file's name begins with it (`data/faq/location.yml`).
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self.place = hashlib.sha256(f"{socket.gethostname()}\0{data.resolve()}".encode()).hexdigest()
        """What tells this copy from those on other machines."""

    def names(self) -> list[str]:
        """Every file of the content."""
        found = [path for path in self._data.rglob("*") if path.suffix in (".yml", ".yaml") and path.is_file()]
        return [f"data/{path.relative_to(self._data).as_posix()}" for path in found]

    def read(self, file: str) -> str | None:
        """A file's text; None where there is none.

        Raises:
            ContentError: it is no text in UTF-8.
        """
        try:
            return (self._data.parent / file).read_bytes().decode()
        except FileNotFoundError:
            return None
        except UnicodeDecodeError as error:
            raise ContentError(file, 1, "the file isn't UTF-8 text.") from error

    def write(self, file: str, text: str | None) -> None:
        """Put a text, or with None nothing, in the place of a file: whoever reads meanwhile finds the old one or the new.

        Raises:
            OSError: it can't be written; the file is as it was.
        """
        path = self._data.parent / file
        if text is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=".saving-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode())
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(scratch, mode)
            os.replace(scratch, path)
        except BaseException:
            Path(scratch).unlink(missing_ok=True)
            raise

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Programs that share this disk write one after the other."""
        folder = os.open(self._data, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)
