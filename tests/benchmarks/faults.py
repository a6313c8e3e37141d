"""`make bench-faults`: what was done to the system, how often, what was required, and what happened.

Runs the tests that do it, on two cores, and reports by the rows of faults.yml. After eight and a half minutes no test begins,
and the table says which rows that left open. `FULL=1` runs the long counts, and each on PostgreSQL as well as on SQLite, with no
limit; `ROWS="7 8"` runs only those rows.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timezone
from pathlib import Path

import yaml

from bot.settings import ROOT
from tests.benchmarks.fault_log import DEADLINE, LEFT_OUT, LOG

SCORECARD = Path(__file__).with_name("faults.yml")
RESULT = ROOT / "results" / "bench-faults.json"
MOST_SECONDS = 8.5 * 60
"""After so long no test begins, so that the table is there after ten minutes."""
LAST_SECONDS = 80.0
"""How long the tests that have begun may take to end, and to end what they started."""
MET, MISSED, UNMEASURED, NOT_OURS = "as required", "not as required", "not measured", "does not apply"
CUT_OFF = "left open for want of time: ROWS={number} runs it alone"


@dataclass
class Found:
    """What the tests found: by function, `path::name`, how often each outcome, and seconds; whether the run came to its end."""

    outcomes: dict[str, Counter[str]] = field(default_factory=dict)
    seconds: Counter[str] = field(default_factory=Counter)
    ended: bool = True


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
    seconds: float = 0.0
    happened: str = UNMEASURED

    @classmethod
    def read(cls, given: dict[str, object]) -> Row:
        """A row as it stands in the file."""
        row = cls(**{"tests": [], **given})  # type: ignore[arg-type]
        row.happened = UNMEASURED if row.tests else NOT_OURS
        return row

    def judge(self, found: Found) -> None:
        """Say what happened; a row none of whose tests ran is not measured, one that lost a test is not met."""
        own = [sum((each for name, each in found.outcomes.items() if belongs(name, test)), Counter()) for test in self.tests]
        self.times, self.failed = (sum(each[kind] for each in own) for kind in ("passed", "failed"))
        self.times += self.failed
        self.seconds = round(
            sum(each for name, each in found.seconds.items() if any(belongs(name, test) for test in self.tests)), 1
        )
        complete = all(each["passed"] and not each[LEFT_OUT] for each in own)
        if self.failed or (self.times and not complete and found.ended):
            self.happened = MISSED
        elif self.times and complete:
            self.happened = MET
        elif self.tests and not found.ended:
            self.note = "; ".join(filter(None, (self.note, CUT_OFF.format(number=self.number))))


def belongs(name: str, test: str) -> bool:
    """Whether a test function is one that a row names, by itself or by its file."""
    return name == test or name.partition("::")[0] == test


def rows() -> list[Row]:
    """The scorecard."""
    return [Row.read(each) for each in yaml.safe_load(SCORECARD.read_text(encoding="utf-8"))]


def run(tests: Iterable[str], full: bool) -> Found:
    """Run them once, whichever rows they belong to; whoever names a file has named its functions."""
    named = list(dict.fromkeys(tests))
    chosen = [each for each in named if "::" not in each or each.partition("::")[0] not in named]
    fewer = [] if full else ["-m", "not long", "-k", "not postgresql"]
    plugins = ["-p", "tests.benchmarks.fault_log", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        log.touch()
        deadline = math.inf if full else time.time() + MOST_SECONDS
        environment = {**os.environ, LOG: str(log), DEADLINE: str(deadline)}
        with contextlib.suppress(subprocess.TimeoutExpired):
            command = [sys.executable, "-m", "pytest", *fewer, *plugins, *chosen]
            subprocess.run(command, cwd=ROOT, env=environment, check=False, timeout=None if full else MOST_SECONDS + LAST_SECONDS)
        return read(log.read_text(encoding="utf-8"))


def read(log: str) -> Found:
    """What the log says of each test function."""
    found = Found()
    for each in map(json.loads, log.splitlines()):
        found.seconds[each["test"]] += each["seconds"]
        found.ended = found.ended and each["outcome"] != LEFT_OUT
        if each["outcome"]:
            found.outcomes.setdefault(each["test"], Counter())[each["outcome"]] += 1
    return found


def table(judged: list[Row]) -> str:
    """The table in Markdown."""
    lines = ["| # | done | times | seconds | required | happened |", "|---|---|---|---|---|---|"]
    for row in judged:
        happened = row.happened + (f", {row.failed} times" if row.failed else "") + (f" ({row.note})" if row.note else "")
        lines.append(f"| {row.number} | {row.done} | {row.times or '–'} | {row.seconds or '–'} | {row.required} | {happened} |")
    counts = Counter(row.happened for row in judged)
    return "\n".join([*lines, "", " · ".join(f"{counts[each]} {each}" for each in (MET, MISSED, UNMEASURED, NOT_OURS))])


def main() -> int:
    """Run, print, keep."""
    chosen = {int(number) for number in os.environ.get("ROWS", "").split()}
    full = bool(os.environ.get("FULL"))
    judged = [row for row in rows() if not chosen or row.number in chosen]
    found = run([test for row in judged for test in row.tests], full)
    for row in judged:
        row.judge(found)
    print(table(judged), flush=True)
    RESULT.parent.mkdir(exist_ok=True)
    kept = {"at": datetime.now(timezone.utc).isoformat(timespec="seconds"), "full": full, "rows": [asdict(row) for row in judged]}
    RESULT.write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")
    return 1 if any(row.happened == MISSED for row in judged) else 0


if __name__ == "__main__":
    sys.exit(main())
