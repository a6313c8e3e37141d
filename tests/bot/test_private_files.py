"""What patients wrote, and what opens it, is readable by its owner alone; secrets stand on no command line."""

from __future__ import annotations

import os
from pathlib import Path

from bot.private_files import private
from bot.settings import ROOT
from tests.conftest import Assistant
from tests.system import descendants


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_file_is_private_whatever_was_before(tmp_path: Path) -> None:
    """New or made by somebody careless, under any umask: 0600 in a folder of 0700, and what it held is still there."""
    (tmp_path / "var").mkdir(mode=0o755)
    (tmp_path / "var" / "old.log").write_text("line")
    (tmp_path / "var" / "old.log").chmod(0o666)
    before = os.umask(0)
    found = [private(tmp_path / "var" / "old.log"), private(tmp_path / "new" / "new.log")]
    os.umask(before)

    assert [(mode(path), mode(path.parent)) for path in found] == [(0o600, 0o700)] * 2
    assert [path.read_text() for path in found] == ["line", ""]


def test_a_running_assistant_leaves_nothing_open_to_others(assistant: Assistant) -> None:
    """Database and logs of a running assistant have mode 0600, and the folder of its logs 0700."""
    assistant.chat().ask("how long does it take")
    kept = [*assistant.folder.glob("bot.db*"), *(ROOT / "var" / f"{name}.log" for name in ("brain", "hands", "edge"))]

    assert {path.name: oct(mode(path)) for path in kept if mode(path) != 0o600} == {}
    assert len(kept) >= 4
    assert mode(ROOT / "var") == 0o700


def test_no_secret_is_on_a_command_line(assistant: Assistant) -> None:
    """What any user of the machine sees in `ps` is neither the key nor where the database is."""
    pids = [assistant.process.pid, *descendants(assistant.process.pid)]
    shown = " ".join(Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ") for pid in pids)

    assert len(pids) >= 4
    assert [name for name in ("SECRET_KEY", "DATABASE_URL") if assistant.environment[name] in shown] == []
