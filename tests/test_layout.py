"""The house rules a file can break by itself: a test beside each module, sizes, docstrings, and what must not be in git."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import ROOT

LONGEST_MODULE = 300
LONGEST_FUNCTION = 30
LONG_FUNCTIONS = {
    "bot/store/store.py:commit_turn": "one transaction, told whole",
    "bot/app.py:create_app": "the one place where the edge is put together, read from top to bottom",
    "bot/store/migrations/versions/0001_conversations.py:upgrade": "a migration is a list of tables",
}
WITHOUT_A_TEST = {
    r"bot/__main__\.py|bot/run/processes\.py": "run by every test that starts the assistant (tests/conftest.py)",
    r"bot/verbs/(?:run|edge|check|train|encoder|evaluate)\.py|bot/run/(?:readiness|desk_alone)\.py": "tests/bot/test_main.py",
    r"bot/verbs/ask\.py": "tests/bot/test_ask.py",
    r"bot/verbs/restore\.py": "tests/bot/verbs/test_backup.py puts back what it wrote",
    r"bot/ask\.py": "tests/bot/engine/test_parts.py and tests/test_held_out.py ask through it",
    r".*/__init__\.py": "a docstring and re-exports",
    r"bot/store/migrations/.*": "every test that opens a store runs them",
}
FOREIGN = re.compile(
    "|".join(
        [
            r"\b(?:pypi|pythonhosted|npmjs|anaconda|jfrog|artifactory)\.(?:org|com|io)\b",
            r"--(?:extra-)?index-url",
            r"(?<![\w.~$}-])/(?:home|root|Users|work|mnt|workspace)/\w",
        ]
    )
)
"""A registry's host, or a path of somebody's machine."""
NOT_FOR_GIT = re.compile(r".*\.(?:db|gz|onnx|sqlite3?|log|pyc|pem|key)|\.env|.*secret_key")


def source() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for folder in ("actions", "bot", "tests") for path in (ROOT / folder).rglob("*.py"))


def tracked() -> list[str]:
    """Every file that is in git or on its way there."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [name for name in listed if (ROOT / name).is_file()]


def functions(name: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    told = function.body[0]
    documented = ast.get_docstring(function) is not None
    return (function.end_lineno or 0) - function.lineno + 1 - documented * ((told.end_lineno or 0) - told.lineno + 1)


def twin(name: str) -> str:
    """The test that belongs to a module: the same name in the same tree."""
    path = Path(name)
    return f"tests/{path.parent}/test_{path.stem.strip('_')}.py"


def promises() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for name in source():
        if Path(name).name.startswith("test_"):
            yield from ((name, each) for each in functions(name) if each.name.startswith("test_"))


@pytest.mark.parametrize("name", [name for name in source() if not name.startswith("tests/")])
def test_a_module_has_a_test_of_its_name(name: str) -> None:
    """Who looks for what tests a module finds it under the same name in the same tree."""
    exempt = any(re.fullmatch(pattern, name) for pattern in WITHOUT_A_TEST)

    assert exempt or (ROOT / twin(name)).is_file(), f"{twin(name)} is missing"


def test_a_test_in_the_tree_tests_a_module() -> None:
    """No test outlives the module it was named for; one with much to promise may spread over `test_<module>_<part>.py`."""
    pages = [str(path.relative_to(ROOT)) for path in (ROOT / "bot" / "widget").iterdir()]
    stems = tuple(twin(name).removesuffix(".py") for name in source() + pages)
    found = [name for name in source() if re.match(r"tests/(?:bot|actions)/.*test_", name)]

    assert [name for name in found if not name.startswith(tuple(f"{stem}{end}" for stem in stems for end in "._"))] == []


def test_the_house_map_names_every_room() -> None:
    """README's map of the house names every package of `bot/` and every module beside them, and none that is not there."""
    house = (ROOT / "README.md").read_text(encoding="utf-8").partition("## The house\n")[2].partition("\n## ")[0]
    places = {Path(name).relative_to("bot").parts for name in tracked() if name.startswith("bot/")}
    rooms = {f"bot/{first}/" if rest else f"bot/{first}" for first, *rest in places if not first.startswith("__")}

    assert set(re.findall(r"`(bot/(?:\w+/|\w+\.py))`", house)) == rooms


@pytest.mark.parametrize("name", source())
def test_a_module_stays_short(name: str) -> None:
    """A module is read in one sitting."""
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "bot" / "widget").glob("*.js")))
def test_a_part_of_the_widget_stays_short_and_has_a_test(name: str) -> None:
    """What holds for a module holds for a file of the widget's JavaScript."""
    assert len((ROOT / "bot" / "widget" / name).read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    assert list((ROOT / "tests" / "bot" / "widget").glob(f"test_{Path(name).stem}*.py"))


def test_a_function_fits_a_screen() -> None:
    """Functions stay within thirty lines, save those listed with their reason; none is listed in vain."""
    long = {f"{name}:{each.name}" for name in source() for each in functions(name) if length(each) > LONGEST_FUNCTION}

    assert long == set(LONG_FUNCTIONS)


def test_every_test_states_its_promise() -> None:
    """A test begins with the sentence that it keeps."""
    silent = [f"{name}:{each.name}" for name, each in promises() if not ast.get_docstring(each)]

    assert silent == []


def test_no_test_is_skipped() -> None:
    """A test that does not run keeps no promise: none is skipped but for want of PostgreSQL or Firefox, or at a bench's end."""
    words = re.compile(r"\bpytest\.(?:skip|xfail|importorskip)\b|\bmark\.(?:skip|skipif|xfail)\b")
    found = [name for name in source() if name.startswith("tests/") and words.search((ROOT / name).read_text())]

    assert sorted(set(found) - {"tests/test_layout.py", "tests/benchmarks/fault_log.py"}) == ["tests/conftest.py"]


def test_git_holds_no_made_or_secret_file() -> None:
    """Databases, models, logs and secrets stay out of git."""
    assert [name for name in tracked() if NOT_FOR_GIT.fullmatch(name)] == []


def test_no_file_names_a_registry_or_a_machine() -> None:
    """A clone works anywhere: no file names the registry or the folder it was made with."""
    foreign = {
        name: found[0]
        for name in tracked()
        if name != "tests/test_layout.py"
        and (found := FOREIGN.search((ROOT / name).read_text(encoding="utf-8", errors="ignore")))
    }

    assert foreign == {}
