"""`make bench-faults`: what was done to the system, how often, what was required, and what happened.

Runs the tests that do it, on two cores, and reports by the rows of faults.yml. After eight and a half minutes no test begins,
and the table says which rows that left open. `FULL=1` runs the long counts, and each on PostgreSQL as well as on SQLite, with no
limit; `ROWS="7 8"` runs only those rows. It ends with 1 where a row is not as required, where tests of a row neither ran nor were
left out on purpose, and where pytest itself failed.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime, timezone
from pathlib import Path

from bot.settings import ROOT
from tests.benchmarks.fault_log import DEADLINE, LOG
from tests.benchmarks.fault_rows import MISSED, Found, Row, read, rows, table

RESULT = ROOT / "results" / "bench-faults.json"
MOST_SECONDS = 8.5 * 60
"""After so long no test begins, so that the table is there after ten minutes."""
LAST_SECONDS = 80.0
"""How long the tests that have begun may take to end, and to end what they started."""
RAN = (0, 1, 5)
"""How pytest ends where it ran what was chosen: all passed, some failed, nothing was chosen."""
HUNG = "killed, for its tests did not end"


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
        command = [sys.executable, "-m", "pytest", *fewer, *plugins, *chosen]
        patience = None if full else MOST_SECONDS + LAST_SECONDS
        try:
            ended: int | str = subprocess.run(command, cwd=ROOT, env=environment, check=False, timeout=patience).returncode
        except subprocess.TimeoutExpired:
            ended = HUNG
        return read(log.read_text(encoding="utf-8"), ended)


def verdict(judged: list[Row], found: Found) -> int:
    """The exit code, and on standard error why a run that found no fault is no success."""
    if found.ended not in RAN:
        print(f"pytest itself failed ({found.ended}): the table is not whole", file=sys.stderr)
    for row in judged:
        if row.fails:
            print(f"row {row.number}: its tests neither ran nor were left out on purpose", file=sys.stderr)
    return int(found.ended not in RAN or any(row.happened == MISSED or row.fails for row in judged))


def main() -> int:
    """Run, print, keep."""
    chosen = {int(number) for number in os.environ.get("ROWS", "").split()}
    full = bool(os.environ.get("FULL"))
    judged = [row for row in rows() if not chosen or row.number in chosen]
    tests = [test for row in judged for test in row.tests]
    found = run(tests, full) if tests else Found()
    for row in judged:
        row.judge(found)
    print(table(judged), flush=True)
    RESULT.parent.mkdir(exist_ok=True)
    kept = {"at": datetime.now(timezone.utc).isoformat(timespec="seconds"), "full": full, "rows": [asdict(row) for row in judged]}
    RESULT.write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")
    return verdict(judged, found)


if __name__ == "__main__":
    sys.exit(main())
