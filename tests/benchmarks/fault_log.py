"""A plugin for pytest that writes down each test as it ends, and leaves out what would begin after the deadline.

One JSON object a line goes into the file that FAULT_LOG names; FAULT_DEADLINE is in seconds since 1970. Leaving out, instead of
stopping pytest, lets every fixture end what it started. A test that does a thing to the system many times says how often by
`record_property("injections", times)`; else it counts once. What `-m` and `-k` leave out is written down by whoever collects.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

LOG, DEADLINE = "FAULT_LOG", "FAULT_DEADLINE"
LEFT_OUT, NOT_CHOSEN = "left out", "not chosen"
INJECTIONS = "injections"


class FaultLog:
    """Appends to one file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test counts by its call, or by what failed around it; its time is that of all three."""
        outcome = report.outcome if report.when == "call" or not report.passed else ""
        if report.skipped and LEFT_OUT in str(report.longrepr):
            outcome = LEFT_OUT
        times = sum(value for name, value in report.user_properties if name == INJECTIONS) or 1
        write(self._path, report.nodeid, outcome, report.duration, times)


def write(path: Path, test: str, outcome: str, seconds: float = 0.0, times: int = 0) -> None:
    """One line, whole, whoever else writes."""
    line = {"test": test.partition("[")[0], "outcome": outcome, "seconds": seconds, "times": times}
    with path.open("ab", buffering=0) as file:
        file.write(json.dumps(line).encode() + b"\n")


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    """Each of the workers says so, and once is enough."""
    for test in {item.nodeid.partition("[")[0] for item in items}:
        write(Path(os.environ[LOG]), test, NOT_CHOSEN)


def pytest_configure(config: pytest.Config) -> None:
    """Write in the program that hears of every test, not in its workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(FaultLog(Path(os.environ[LOG])))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Before any fixture is made for the test."""
    if time.time() > float(os.environ[DEADLINE]):
        pytest.skip(LEFT_OUT)
