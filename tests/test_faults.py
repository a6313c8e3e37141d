"""The scorecard of `make bench-faults` names tests that there are, and says what happened and not more."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.benchmarks.fault_log import INJECTIONS, LEFT_OUT, NOT_CHOSEN, FaultLog
from tests.benchmarks.fault_rows import CUT_OFF, MET, MISSED, ONLY_FULL, UNMEASURED, Row, read, rows, table
from tests.benchmarks.faults import HUNG, verdict

LOG = "\n".join(
    json.dumps({"test": f"tests/bot/{test}", "outcome": outcome, "seconds": 0.5, "times": 1})
    for test, outcome in (
        ("test_a.py::test_one", "passed"),
        ("test_a.py::test_one", "passed"),
        ("test_a.py::test_one", ""),
        ("test_a.py::test_two", "failed"),
        ("test_b.py::test_three", "skipped"),
    )
)


def test_every_row_of_the_scorecard_is_there() -> None:
    """Thirty-five rows in order; one without tests says why."""
    assert [row.number for row in rows()] == list(range(1, 36))
    assert [row.number for row in rows() if not row.tests and not row.note] == []


def test_every_named_test_exists() -> None:
    """A row can't lean on a test that was renamed."""
    named = [test.partition("::") for row in rows() for test in row.tests]
    missing = []
    for path, _, name in named:
        text = (ROOT / path).read_text(encoding="utf-8") if (ROOT / path).is_file() else ""
        functions = {each.name for each in ast.walk(ast.parse(text)) if isinstance(each, ast.FunctionDef)}
        if not text or (name and name not in functions):
            missing.append(f"{path}::{name}")

    assert missing == []


@pytest.mark.parametrize(
    ("tests", "times", "happened"),
    [
        (["tests/bot/test_a.py::test_one"], 2, MET),
        (["tests/bot/test_a.py"], 3, MISSED),
        (["tests/bot/test_a.py::test_one", "tests/bot/test_gone.py"], 2, MISSED),
        (["tests/bot/test_b.py"], 0, UNMEASURED),
        ([], 0, UNMEASURED),
    ],
)
def test_what_happened_is_what_the_tests_found(tests: list[str], times: int, happened: str) -> None:
    """Cases are counted; a failure, or a named test that did not run, is not as required; nothing run is nothing measured."""
    row = Row(1, "this", "that", tests)
    row.judge(read(LOG))

    assert (row.times, row.happened) == (times, happened)
    assert happened in table([row])


def test_a_run_that_was_cut_off_is_told() -> None:
    """A row whose tests did not all run for want of time is not measured, says so, and is not called failed."""
    cut, failed = (
        Row(7, "this", "that", ["tests/bot/test_a.py::test_one", "tests/bot/test_gone.py"]),
        Row(8, "", "", ["tests/bot/test_a.py"]),
    )
    left_out = "\n" + json.dumps({"test": "tests/bot/test_gone.py::test_it", "outcome": LEFT_OUT, "seconds": 0.0, "times": 0})
    left_out += left_out.replace("test_gone.py::test_it", "test_a.py::test_one")
    for row in (cut, failed):
        row.judge(read(LOG + left_out))

    assert (cut.happened, cut.times, cut.seconds, cut.note) == (UNMEASURED, 2, 1.5, CUT_OFF.format(number=7))
    assert failed.happened == MISSED


@pytest.mark.parametrize(
    ("test", "outcome", "ended", "code"),
    [
        ("test_a.py::test_one", "", 0, 0),
        ("test_a.py::test_one", "", 1, 0),
        *(("test_a.py::test_one", "", ended, 1) for ended in (2, 3, 4, -9, HUNG)),
        ("test_b.py", "", 0, 1),
        ("test_gone.py", "", 0, 1),
        ("test_gone.py", NOT_CHOSEN, 5, 0),
        ("test_gone.py", LEFT_OUT, 0, 0),
    ],
)
def test_a_run_that_did_not_measure_is_no_success(test: str, outcome: str, ended: int | str, code: int) -> None:
    """Where pytest failed, or a row's tests neither ran nor were left out on purpose, the run fails."""
    line = json.dumps({"test": f"tests/bot/{test}", "outcome": outcome, "seconds": 0.0, "times": 0})
    found, row = read(f"{LOG}\n{line}", ended), Row(7, "this", "that", [f"tests/bot/{test}"])
    row.judge(found)

    assert verdict([row], found) == code
    assert (ONLY_FULL in row.note) == (outcome == NOT_CHOSEN)


@pytest.mark.parametrize(("properties", "times"), [([(INJECTIONS, 50)], 50), ([("other", 3)], 1)])
def test_a_kill_test_of_fifty_kills_counts_fifty(tmp_path: Path, properties: list[tuple[str, int]], times: int) -> None:
    """Times are those at which something was done to the system, where the test says so."""
    ran = pytest.TestReport("tests/test_it.py::test_it", ("", 0, ""), {}, "passed", None, "call", user_properties=properties)
    FaultLog(tmp_path / "log").pytest_runtest_logreport(ran)
    row = Row(7, "this", "that", ["tests/test_it.py::test_it"])
    row.judge(read((tmp_path / "log").read_text()))

    assert (row.times, row.happened) == (times, MET)
