"""The scorecard's rows, and what the tests' log says of each."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tests.benchmarks.fault_log import LEFT_OUT, NOT_CHOSEN

SCORECARD = Path(__file__).with_name("faults.yml")
MET, MISSED, UNMEASURED, NOT_OURS = "as required", "not as required", "not measured", "does not apply"
CUT_OFF = "left open for want of time: ROWS={number} runs it alone"
ONLY_FULL = "only with FULL=1"


@dataclass
class Found:
    """What the tests found: by function, `path::name`, how often each outcome, how often it was done, and seconds."""

    outcomes: dict[str, Counter[str]] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)
    ended: int | str = 0
    """How pytest did: its exit code, or HUNG."""


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
    fails: bool = False
    """Whether it is not measured though it should have been."""

    @classmethod
    def read(cls, given: dict[str, object]) -> Row:
        """A row as it stands in the file."""
        row = cls(**{"tests": [], **given})  # type: ignore[arg-type]
        row.happened = UNMEASURED if row.tests else NOT_OURS
        return row

    def judge(self, found: Found) -> None:
        """Say what happened; a row none of whose tests ran is not measured, one that lost a test is not met."""
        own = [sum((each for name, each in found.outcomes.items() if belongs(name, test)), Counter()) for test in self.tests]
        self.failed = sum(each["failed"] for each in own)
        self.times, seconds = (
            sum(each for name, each in counted.items() if any(belongs(name, test) for test in self.tests))
            for counted in (found.times, found.seconds)
        )
        self.seconds = round(seconds, 1)
        complete = all(each["passed"] and not each[LEFT_OUT] for each in own)
        on_purpose = all(each["passed"] or each[LEFT_OUT] or each[NOT_CHOSEN] for each in own)
        if self.failed or (self.times and not on_purpose):
            self.happened = MISSED
        elif self.tests and complete:
            self.happened = MET
        elif self.tests:
            self.fails = not on_purpose
            why = CUT_OFF.format(number=self.number) if any(each[LEFT_OUT] for each in own) else ONLY_FULL
            self.note = "; ".join(filter(None, (self.note, why if on_purpose else "")))


def belongs(name: str, test: str) -> bool:
    """Whether a test function is one that a row names, by itself or by its file."""
    return name == test or name.partition("::")[0] == test


def rows() -> list[Row]:
    """The scorecard."""
    return [Row.read(each) for each in yaml.safe_load(SCORECARD.read_text(encoding="utf-8"))]


def read(log: str, ended: int | str = 0) -> Found:
    """What the log says of each test function."""
    found = Found(ended=ended)
    for each in map(json.loads, log.splitlines()):
        found.seconds[each["test"]] += each["seconds"]
        if each["outcome"] in ("passed", "failed"):
            found.times[each["test"]] += each["times"]
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
