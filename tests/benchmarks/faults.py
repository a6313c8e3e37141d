"""`make bench-faults`: what was done to the system, how often, what was required, and what happened.

Runs the tests that do it and reports by the rows of faults.yml. `FULL=1` runs the long counts, too; `ROWS="7 8"` only those rows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from xml.etree import ElementTree

import yaml

from bot.settings import ROOT

SCORECARD = Path(__file__).with_name("faults.yml")
RESULT = ROOT / "results" / "bench-faults.json"
MET, MISSED, UNMEASURED = "as required", "not as required", "not measured"
Outcomes = dict[str, Counter[str]]
"""For each test function, `path::name`, how often it passed, failed or was skipped."""


@dataclass
class Row:
    """One line of the table."""

    number: int
    done: str
    required: str
    tests: list[str]
    note: str = ""
    times: int = 0
    failed: int = 0
    happened: str = UNMEASURED

    @classmethod
    def read(cls, given: dict[str, object]) -> Row:
        """A row as it stands in the file."""
        return cls(**{"tests": [], **given})  # type: ignore[arg-type]

    def judge(self, outcomes: Outcomes) -> None:
        """Say what happened; a row none of whose tests ran is not measured, and one that lost a test is not met."""
        own = [sum((each for name, each in outcomes.items() if belongs(name, test)), Counter()) for test in self.tests]
        self.times, self.failed = (sum(each[kind] for each in own) for kind in ("passed", "failed"))
        self.times += self.failed
        if self.times:
            self.happened = MET if all(each["passed"] and not each["failed"] for each in own) else MISSED


def belongs(name: str, test: str) -> bool:
    """Whether a test function is one that a row names, by itself or by its file."""
    return name == test or name.partition("::")[0] == test


def rows() -> list[Row]:
    """The scorecard."""
    return [Row.read(each) for each in yaml.safe_load(SCORECARD.read_text(encoding="utf-8"))]


def run(tests: Iterable[str], full: bool) -> Outcomes:
    """Run them once, whichever rows they belong to."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        marks = [] if full else ["-m", "not long"]
        command = [sys.executable, "-m", "pytest", *marks, f"--junitxml={report}", *sorted(set(tests))]
        subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False)
        return read(report.read_text(encoding="utf-8")) if report.exists() else {}


def read(report: str) -> Outcomes:
    """What pytest's report says of each test function."""
    found: Outcomes = {}
    for case in ElementTree.fromstring(report).iter("testcase"):  # noqa: S314, written by our own pytest
        name = f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name', '').partition('[')[0]}"
        kinds = {child.tag for child in case}
        outcome = "failed" if kinds & {"failure", "error"} else "skipped" if "skipped" in kinds else "passed"
        found.setdefault(name, Counter())[outcome] += 1
    return found


def table(judged: list[Row]) -> str:
    """The table in Markdown."""
    lines = ["| # | done | times | required | happened |", "|---|---|---|---|---|"]
    for row in judged:
        happened = row.happened + (f", {row.failed} times" if row.failed else "") + (f" ({row.note})" if row.note else "")
        lines.append(f"| {row.number} | {row.done} | {row.times or '–'} | {row.required} | {happened} |")
    counts = Counter(row.happened for row in judged)
    return "\n".join([*lines, "", " · ".join(f"{counts[each]} {each}" for each in (MET, MISSED, UNMEASURED))])


def main() -> int:
    """Run, print, keep."""
    chosen = {int(number) for number in os.environ.get("ROWS", "").split()}
    full = bool(os.environ.get("FULL"))
    judged = [row for row in rows() if not chosen or row.number in chosen]
    outcomes = run([test for row in judged for test in row.tests], full)
    for row in judged:
        row.judge(outcomes)
    print(table(judged))
    RESULT.parent.mkdir(exist_ok=True)
    kept = {"at": datetime.now(timezone.utc).isoformat(timespec="seconds"), "full": full, "rows": [asdict(row) for row in judged]}
    RESULT.write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")
    return 1 if any(row.happened == MISSED for row in judged) else 0


if __name__ == "__main__":
    sys.exit(main())
