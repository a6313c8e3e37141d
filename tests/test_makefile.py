"""The verbs of the Makefile work from a fresh clone: what each needs is made before it."""

from __future__ import annotations

import os
import re
import subprocess

import pytest

from bot.settings import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
VERBS = MAKEFILE.partition(".PHONY:")[2].partition("\n")[0].split()


@pytest.mark.parametrize("verb", [verb for verb in VERBS if re.match("test|bench", verb)])
def test_what_measures_has_a_model_first(verb: str) -> None:
    """The encoder is fetched, and a model trained where there is none, before anything is run on them."""
    steps = subprocess.run(["make", "-n", verb], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert re.search(r"-m bot encoder.*-m bot train.*-m (?:pytest|tests\.benchmarks\.)", steps, re.DOTALL)


def test_what_python_compiles_is_kept() -> None:
    """Also where the environment says not to: each start would compile TensorFlow anew."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    command = ["make", "--silent", "--eval", "shown: ; @env", "shown"]
    shown = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout

    assert "RASA_TELEMETRY_ENABLED=false" in shown
    assert "PYTHONDONTWRITEBYTECODE" not in shown


def test_it_is_read_in_one_sitting() -> None:
    """Under sixty lines."""
    assert len(MAKEFILE.splitlines()) < 60
