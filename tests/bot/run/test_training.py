"""Training by `rasa train`, and telling whether a trained archive can serve."""

from __future__ import annotations

import io
import json
import os
import tarfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.run import training
from bot.run.training import DiskFull, TrainingError, find_model, out_of_date, problem
from bot.settings import ROOT, Settings
from bot.understanding import FORMAT, encoder
from tests.project import copy_project, put

FINGERPRINT = "f" * 64
ABOUT = "components/train_topics/understanding.json"
EXAMPLES = 8
WHOLE = {ABOUT: {"format": FORMAT, "encoder": FINGERPRINT}, "components/train_topics/understanding.npz": list(range(3000))}


def archive(members: Mapping[str, Any]) -> bytes:
    """A model archive as Rasa packs one."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as file:
        for name, value in members.items():
            told = json.dumps(value).encode()
            member = tarfile.TarInfo(name)
            member.size = len(told)
            file.addfile(member, io.BytesIO(told))
    return packed.getvalue()


def shortened(data: Path) -> None:
    """Leave each label a few ways of asking, so that training takes seconds."""
    for path in data.rglob("*.yml"):
        head, found, examples = path.read_text(encoding="utf-8").partition("    examples: |\n")
        if found:
            put(path, head + found + "\n".join(examples.splitlines()[:EXAMPLES]) + "\n")


@pytest.fixture
def project(tmp_path: Path) -> Settings:
    """A small project of the test's own, without a model and without var/."""
    root = copy_project(tmp_path / "project")
    (root / "models" / "assistant.tar.gz").unlink()
    shortened(root / "data")
    return Settings(root=root, secret_key="k" * 40)


def test_training_makes_a_model_that_can_serve(project: Settings) -> None:
    """A first training on a fresh clone tells what it is doing and leaves a sound model, newer than all it learned from."""
    told: list[str] = []
    model = training.train(project, told.append)

    assert find_model(project) == model
    assert problem(model, encoder.load(ROOT / "models" / "encoder").fingerprint) == ""
    assert not out_of_date(project, model)
    assert any("phrases" in line for line in told)


def test_a_failed_training_leaves_the_old_model(project: Settings) -> None:
    """Where Rasa gives up, the sentence names the log with its words, and the model that served still does."""
    project.var.mkdir()
    old = project.models / "assistant.tar.gz"
    put(old, "the old model")
    config = project.root / "config.yml"
    put(config, config.read_text().replace("bot.engine.topic_classifier.TopicClassifier", "no.such.Component"))

    with pytest.raises(TrainingError, match="train.log"):
        training.train(project, lambda told: None)
    assert old.read_text() == "the old model"
    assert "No module named" in (project.var / "train.log").read_text()


def test_a_training_without_room_is_told_from_any_other(project: Settings) -> None:
    """Where Rasa's own last words are the system's for a full disk, that is what is said, and not to look into a log."""
    config = project.root / "config.yml"
    put(config, config.read_text().replace("bot.engine.topic_classifier.TopicClassifier", "No space left on device"))

    with pytest.raises(DiskFull, match="free some space"):
        training.train(project, lambda told: None)


def test_without_a_model_there_is_none_to_find(project: Settings) -> None:
    """A fresh clone has no model, and nothing else in models/ is taken for it."""
    put(project.models / "another.tar.gz", "x")

    assert find_model(project) is None


def test_a_sound_archive_has_no_problem(tmp_path: Path) -> None:
    """An archive of ours, trained on the encoder at hand, can serve."""
    put(tmp_path / "model.tar.gz", archive(WHOLE))

    assert problem(tmp_path / "model.tar.gz", FINGERPRINT) == ""


def test_the_shipped_model_has_no_problem() -> None:
    """The model in models/ belongs to the encoder in models/."""
    model = find_model(replace(Settings(), root=ROOT))

    assert model is not None
    assert problem(model, encoder.load(ROOT / "models" / "encoder").fingerprint) == ""


@pytest.mark.parametrize(
    ("packed", "expected"),
    [
        (b"", "is damaged"),
        (b"not an archive", "is damaged"),
        (archive(WHOLE)[:-200], "is damaged"),
        (archive({}), "was not made by this program"),
        (archive({"metadata.json": {}}), "was not made by this program"),
        (archive({ABOUT: []}), "was not made by this program"),
        (archive({ABOUT: {"encoder": FINGERPRINT}}), "was made by another version of this program"),
        (archive({ABOUT: {"format": FORMAT - 1, "encoder": FINGERPRINT}}), "was made by another version of this program"),
        (archive({ABOUT: {"format": FORMAT}}), "belongs to another sentence encoder"),
        (archive({ABOUT: {"format": FORMAT, "encoder": "0" * 64}}), "belongs to another sentence encoder"),
    ],
    ids=[
        *("empty", "no archive", "cut off", "nothing in it", "another program's", "a list"),
        *("no format named", "an earlier format", "no encoder named", "another encoder"),
    ],
)
def test_an_archive_that_cannot_serve_says_why(tmp_path: Path, packed: bytes, expected: str) -> None:
    """What is wrong with an archive is one sentence that names it and what to do."""
    model = tmp_path / "model.tar.gz"
    put(model, packed)
    said = problem(model, FINGERPRINT)

    assert said.startswith(f"{model} {expected}")
    assert said.endswith("run `make train`.")


@given(position=st.integers(0, len(archive(WHOLE)) - 1), byte=st.integers(0, 255))
def test_a_changed_byte_never_breaks_the_check(tmp_path_factory: pytest.TempPathFactory, position: int, byte: int) -> None:
    """Whichever byte of an archive is changed, the check says so in a sentence or the archive reads as before."""
    model = tmp_path_factory.getbasetemp() / "changed.tar.gz"
    packed = bytearray(archive(WHOLE))
    packed[position] = byte
    model.write_bytes(packed)

    assert problem(model, FINGERPRINT) in ("", f"{model} is damaged: delete it and run `make train`.")


@pytest.mark.parametrize(
    "name", ["data/faq/location.yml", "data/not_covered/price.yml", "data/rules/answer.yml", "config.yml", "domain.yml"]
)
def test_what_is_learned_from_ages_the_model(project: Settings, name: str) -> None:
    """Whoever edits something the model learned from is told that it has to be trained again."""
    model = project.models / "assistant.tar.gz"
    put(model, "a model")
    before = out_of_date(project, model)
    later = model.stat().st_mtime + 1
    os.utime(project.root / name, (later, later))

    assert (before, out_of_date(project, model)) == (False, True)
