"""Who may import whom, and that importing does nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import ROOT

OF_RASA = ("rasa", "sanic", "tensorflow")
FOUNDATIONS = ("bot.settings", "bot.content", "bot.safety", "bot.privacy", "bot.phrasebook", "bot.understanding")
EDGES = ("bot.channels", "bot.console", "bot.engine", "actions")
COMPOSITION = ("bot.app", "bot.verbs", "bot.run.desk_alone")
WEB = ("bot.channels", "bot.console", *COMPOSITION)
ALLOWED = {
    **dict.fromkeys(OF_RASA, ("bot.engine",)),
    "rasa_sdk": ("actions",),
    "starlette": WEB,
    "uvicorn": WEB,
    "sqlalchemy": ("bot.store",),
    "alembic": ("bot.store",),
}
RUN_BY_ALEMBIC = ("bot.store.migrations",)

PROBE = """
import os, sys
root, seen = sys.argv[1] + os.sep, []

class Environment(type(os.environ)):
    def __getitem__(self, key):
        frame = sys._getframe(1)
        while frame.f_globals["__name__"] in ("os", "collections.abc"):
            frame = frame.f_back
        if frame.f_globals["__name__"].startswith(("bot", "actions")):
            seen.append(f"read: ${key}")
        return super().__getitem__(key)

def hear(event, arguments):
    name = str(arguments[0]) if event in ("open", "sqlite3.connect") else ""
    if name.startswith(root) and ".venv" not in name and not name.endswith((".py", ".pyc")):
        seen.append(f"{event}: {name}")

os.environ.__class__ = Environment
sys.addaudithook(hear)
for name in sys.argv[2:]:
    __import__(name)
print("\\n".join(seen + [f"loaded: {name}" for name in ("rasa", "sanic", "tensorflow") if name in sys.modules]))
"""


def modules() -> dict[str, Path]:
    """Every module of ours by its dotted name."""
    paths = [path for folder in ("bot", "actions") for path in sorted((ROOT / folder).rglob("*.py"))]
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


def imported(name: str, path: Path) -> Iterator[str]:
    """Every module that a module names in an import, wherever in it the import stands."""
    package = name if path.stem == "__init__" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            source = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{source}.{alias.name}" for alias in node.names)


def within(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def breaches(name: str) -> list[str]:
    """Imports of a module that the law forbids it."""
    found = []
    for other in imported(name, modules()[name]):
        outside = [library for library, users in ALLOWED.items() if within(other, library) and not within(name, *users)]
        above = within(name, *FOUNDATIONS) and within(other, "bot", "actions") and not within(other, *FOUNDATIONS)
        edge = [each for each in EDGES if within(other, each) and not within(name, each, *COMPOSITION)]
        if outside or above or edge:
            found.append(other)
    return found


def probe(*names: str) -> list[str]:
    """What importing these modules did beside importing."""
    command = [sys.executable, "-B", "-c", PROBE, str(ROOT), *names]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.mark.parametrize("name", modules())
def test_a_module_imports_only_what_the_design_lets_it(name: str) -> None:
    """Rasa stays in the engine, the web framework in the edge, SQL in the store, and nothing points upwards."""
    assert breaches(name) == []


def test_importing_reads_nothing_and_needs_no_rasa() -> None:
    """Importing all but what Rasa and its SDK run opens no file, reads no setting and loads neither Rasa nor TensorFlow."""
    names = [name for name in modules() if not within(name, "bot.engine", "actions", *RUN_BY_ALEMBIC)]

    assert [line for line in probe(*names) if line] == []


@pytest.mark.parametrize("package", ["bot.engine", "actions"])
def test_importing_what_rasa_runs_reads_nothing(package: str) -> None:
    """Importing the engine or the hands, too, opens no file of ours and reads no setting."""
    names = [name for name in modules() if within(name, package)]

    assert [line for line in probe(*names) if not line.startswith("loaded: ")] == []
