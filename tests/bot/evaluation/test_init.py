"""The evaluation as it is run."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from bot.evaluation import evaluate
from bot.turn import FrontDesk
from tests.project import put
from tests.talks import write_talks

HELD_OUT = """version: "3.1"
nlu:
  - intent: {label}
    examples: |
      - {text}
"""


def test_an_evaluation_is_written_for_people_and_programs(
    desk: FrontDesk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tables are printed, the figures with what was missed stand in results/evaluation.json, the page beside it."""
    (tmp_path / "tests" / "data" / "faq").mkdir(parents=True)
    for label, text in (("faq/location", "where is the clinic located"), ("faq/contact", "how much does a session cost")):
        put(tmp_path / "tests" / "data" / f"{label}.yml", HELD_OUT.format(label=label, text=text))
    write_talks(tmp_path / "tests" / "patients")
    code = asyncio.run(evaluate(desk, tmp_path))
    written = json.loads((tmp_path / "results" / "evaluation.json").read_text())
    told = capsys.readouterr().out

    assert code == 0
    assert written["faq_right"] == 0.5
    assert [miss["text"] for miss in written["misses"]] == ["how much does a session cost"]
    assert all(words in told for words in ("all faq", "what patients type", "calibration error"))
    assert "how much does a session cost" in (tmp_path / "results" / "evaluation.html").read_text()
