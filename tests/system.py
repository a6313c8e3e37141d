"""Processes and sockets as the kernel shows them, and waiting for what is to come true."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")
LISTENING = "0A"


def eventually(condition: Callable[[], Found], seconds: float = 60) -> Found:
    """The first true thing that `condition` returns."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, f"did not come true in {seconds} seconds"
        time.sleep(0.05)
    return found


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended but was not yet waited for does not."""
    return _stat(pid)[0] not in "ZX"


def descendants(pid: int) -> list[int]:
    """Every process started by a process, by one started by it, and so on."""
    parents = {int(folder.name): int(_stat(int(folder.name))[1]) for folder in Path("/proc").glob("[0-9]*")}
    found = [pid]
    for each in found:
        found += [child for child, parent in parents.items() if parent == each]
    return found[1:]


def listening(pid: int) -> list[str]:
    """The addresses a process listens on, as the kernel writes them: `0100007F` is 127.0.0.1."""
    sockets = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        try:
            sockets.add(str(descriptor.readlink()).removeprefix("socket:[").removesuffix("]"))
        except OSError:  # it was closed meanwhile
            continue
    rows = [line.split() for table in ("tcp", "tcp6") for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]]
    return [row[1].split(":")[0] for row in rows if row[3] == LISTENING and row[9] in sockets]


def _stat(pid: int) -> list[str]:
    """State and parent of a process; one that is gone is dead and nobody's."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["X", "0"]
