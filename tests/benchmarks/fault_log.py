"""A plugin for pytest that writes down each test as it ends, and leaves out what would begin after the deadline.

One JSON object a line goes into the file that FAULT_LOG names; FAULT_DEADLINE is in seconds since 1970. Leaving out, instead of
stopping pytest, lets every fixture end what it started.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

LOG, DEADLINE = "FAULT_LOG", "FAULT_DEADLINE"
LEFT_OUT = "left out"


class FaultLog:
    """Appends to one file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test counts by its call, or by what failed around it; its time is that of all three."""
        outcome = report.outcome if report.when == "call" or not report.passed else ""
        if report.skipped and LEFT_OUT in str(report.longrepr):
            outcome = LEFT_OUT
        line = {"test": report.nodeid.partition("[")[0], "outcome": outcome, "seconds": report.duration}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def pytest_configure(config: pytest.Config) -> None:
    """Write in the program that hears of every test, not in its workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(FaultLog(Path(os.environ[LOG])))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Before any fixture is made for the test."""
    if time.time() > float(os.environ[DEADLINE]):
        pytest.skip(LEFT_OUT)
