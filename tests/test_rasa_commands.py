"""The project is a Rasa project: Rasa's own commands work on it as they stand."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot import settings
from bot.content import Content
from bot.run.child_process import environment as environment_of
from bot.run.processes import free_port
from bot.settings import ROOT
from tests.project import copy_project, put

MODEL = "models/assistant.tar.gz"
MORE_THAN_FIVE = re.compile(r"((?:^ +- .*\n){5})(?:^ +- .*\n)+", re.MULTILINE)
"""Phrases of one intent behind its first five."""


def rasa(*arguments: str, stdin: str = "", folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """`rasa …` in the project's folder."""
    return subprocess.run(
        [sys.executable, "-m", "rasa", *arguments], cwd=folder, env=environment_of(settings.load()), input=stdin,
        capture_output=True, text=True, timeout=150, check=False,
    )  # fmt: skip


def test_rasa_finds_the_data_valid(tmp_path: Path) -> None:
    """`rasa data validate` has nothing to refuse in intents, answers, rules, forms and slots, with five phrases of each."""
    project = copy_project(tmp_path)
    for file in (project / "data").rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        if "nlu:" in text:
            put(file, MORE_THAN_FIVE.sub(r"\1", text))
    done = rasa("data", "validate", folder=project)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.long
def test_rasa_finds_all_of_the_data_valid() -> None:
    """Nor with every phrase."""
    done = rasa("data", "validate")

    assert done.returncode == 0, done.stdout + done.stderr


def test_conversations_go_as_written(tmp_path: Path) -> None:
    """`rasa test core` plays every conversation of tests/conversations on the shipped model without a failed step."""
    where = ["--stories", "tests/conversations", "--out", str(tmp_path)]
    done = rasa("test", "core", "--model", MODEL, "--endpoints", "endpoints.yml", "--fail-on-prediction-errors", *where)
    told = json.loads((tmp_path / "story_report.json").read_text())["conversation_accuracy"]

    assert (tmp_path / "failed_test_stories.yml").read_text().strip() == "# None of the test stories failed - all good!"
    assert done.returncode == 0
    assert (told["correct"], told["with_warnings"]) == (told["total"], 0)
    assert told["total"] == sum(file.read_text().count("- story:") for file in (ROOT / "tests" / "conversations").glob("*.yml"))


def test_rasa_shell_answers(known: Content) -> None:
    """`rasa shell` answers a line typed into it with the words of the content, as patients get them."""
    done = rasa("shell", "--quiet", "--model", MODEL, "--port", str(free_port()), stdin="where is the clinic located\n/stop\n")

    assert known.placeholders()["clinic_address"] in done.stdout
    assert done.returncode == 0
