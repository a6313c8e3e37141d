"""A process of the benchmark with all it starts: begun, followed, weighed, and ended by pid whatever happens."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

STOP_SECONDS = 30.0
PROGRESS_SECONDS = 20.0
MEGABYTE = 1_000_000
# Rasa's component messages and TensorFlow's epochs; our own training's steps.
PROGRESS = re.compile(r"(?:Starting to train component .*|Epochs: .*|  … .*|^· .*)", re.MULTILINE)


class Failed(Exception):
    """A program did not do what the measurement needs; the message has the end of its log."""


class Program:
    """One process and its descendants, none of which outlives the `with` block."""

    def __init__(self, command: Sequence[str], folder: Path, log: Path, environment: Mapping[str, str]) -> None:
        self.command, self.folder, self._log = command, folder, log
        self.environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", **environment}

    def __enter__(self) -> Program:
        with open(self._log, "wb") as log:
            # A session of its own: Ctrl-C reaches the benchmark alone, which then stops everything in order.
            self.process = subprocess.Popen(
                self.command, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip
        return self

    def __exit__(self, *error: object) -> None:
        family = descendants(self.process.pid)
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for pid, command in family.items():
            _end(pid, command)

    def check(self) -> None:
        """Raise Failed where the process is gone."""
        if self.process.poll() is not None:
            raise Failed(f"{' '.join(self.command)} ended with {self.process.returncode}:\n{self.last_words()}")

    def finish(self, tell: Callable[[str], None]) -> float:
        """Wait until it ends by itself, telling how far it is; the seconds that took."""
        began, told, looked = time.monotonic(), "", 0.0
        while self.process.poll() is None:
            time.sleep(0.02)
            if time.monotonic() - began < looked + PROGRESS_SECONDS:
                continue
            looked = time.monotonic() - began
            if told != (told := self.progress()):
                tell(f"{looked:.0f} s: {told}")
        seconds = time.monotonic() - began
        if self.process.returncode:
            self.check()
        return seconds

    def progress(self) -> str:
        """The last thing the log says of how far it is."""
        steps = PROGRESS.findall(self.last_words(20_000))
        return steps[-1].strip() if steps else "begun"

    def last_words(self, most: int = 2000) -> str:
        """The end of the log, the states of a progress bar each on a line."""
        return self.log()[-most:].replace("\r", "\n").strip()

    def log(self) -> str:
        """All that it wrote."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def memory(self, roles: Mapping[str, str]) -> dict[str, float]:
        """Resident megabytes of each role, told by a piece of its command line, and of `all` processes together."""
        family = {self.process.pid: _command(self.process.pid), **descendants(self.process.pid)}
        sizes = {pid: _resident(pid) for pid in family}
        found = {role: sum(sizes[pid] for pid in family if mark in family[pid]) for role, mark in roles.items()}
        return {**found, "all": sum(sizes.values())}


def descendants(pid: int) -> dict[int, str]:
    """The command lines of all processes below `pid`."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with contextlib.suppress(OSError):
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    below, found = {pid}, set()
    while below:
        below = {child for child, parent in parents.items() if parent in below}
        found |= below
    return {child: _command(child) for child in found}


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def _resident(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) * 1024 / MEGABYTE for line in lines if line.startswith("VmRSS:"))


def _end(pid: int, command: str) -> None:
    """See a process off that should have gone with its parent; a pid that meanwhile is another's is left alone."""
    deadline = time.monotonic() + 5
    while command and _command(pid) == command and time.monotonic() < deadline:
        time.sleep(0.1)
    with contextlib.suppress(ProcessLookupError):
        if command and _command(pid) == command:
            os.kill(pid, signal.SIGKILL)
