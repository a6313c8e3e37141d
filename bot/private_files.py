"""Files that nobody but their owner may read, whatever the umask and whoever made them before."""

from __future__ import annotations

from pathlib import Path


def private(path: Path) -> Path:
    """The path of a file that is there now, in a folder that is there now, both for their owner alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.chmod(0o700)
    path.touch(mode=0o600)
    path.chmod(0o600)
    return path
