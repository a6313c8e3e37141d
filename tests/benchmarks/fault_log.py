"""A plugin for pytest that writes down each test as it ends: what was found counts also where the run is cut off.

One JSON object a line into the file that FAULT_LOG names.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

ENVIRONMENT = "FAULT_LOG"


class FaultLog:
    """Appends to one file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test counts by its call, or by what failed around it; its time is that of all three."""
        outcome = report.outcome if report.when == "call" or not report.passed else ""
        line = {"test": report.nodeid.partition("[")[0], "outcome": outcome, "seconds": report.duration}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def pytest_configure(config: pytest.Config) -> None:
    """Write in the program that hears of every test, not in its workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(FaultLog(Path(os.environ[ENVIRONMENT])))
