"""Looking at the processes of a running assistant, by Linux's /proc."""

from __future__ import annotations

from pathlib import Path

NAMES = {"edge": ("bot", "edge"), "brain": ("rasa", "run"), "hands": ("rasa_sdk",)}


def child(supervisor: int, name: str) -> int | None:
    """The process id of a supervisor's `edge`, `brain` or `hands`, or None while it has none."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            words = (folder / "cmdline").read_text().split("\0")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == supervisor and tuple(words[2 : 2 + len(NAMES[name])]) == NAMES[name]:
            return int(folder.name)
    return None


def environment(process: int) -> dict[str, str]:
    """What a process was started with."""
    pairs = Path(f"/proc/{process}/environ").read_text().split("\0")
    return {name: value for name, _, value in (pair.partition("=") for pair in pairs) if name}


def brain_url(supervisor: int) -> str:
    """Where a running assistant's brain listens."""
    brain = child(supervisor, "brain")
    assert brain is not None, "the assistant has no brain"
    return environment(brain)["BRAIN_URL"]
