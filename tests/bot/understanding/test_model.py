"""The whole of understanding: text in, verdict out, the same after a save, and never anything but plain arrays."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.encoder import Encoder
from bot.understanding.judgement import OUT_OF_SCOPE
from bot.understanding.model import ABOUT_FILE, ARRAYS_FILE, ModelError, Understanding, clean
from tests.broken_model import DAMAGE, Marker, change, write
from tests.small_training import LABELS, TEXTS

MESSAGES = [*TEXTS, "", "👍", "how much and how long", "WHAT DOES IT COST??", "needles", "xqz", "long " * 100]


@pytest.fixture
def folder(trained: Understanding, tmp_path: Path) -> Path:
    """A saved model."""
    trained.save(tmp_path)
    return tmp_path


def test_saved_model_gives_the_same_verdicts(trained: Understanding, folder: Path, encoder: Encoder) -> None:
    """What was saved and read again decides as before for every message, as sure to the third digit."""
    again = Understanding.load(folder, encoder)

    for text in MESSAGES:
        before, after = trained.verdict(text)[0], again.verdict(text)[0]
        assert (after.outcome, after.label, after.choices) == (before.outcome, before.label, before.choices)
        assert after.confidence == pytest.approx(before.confidence, abs=1e-3)


def test_second_save_changes_nothing(folder: Path, encoder: Encoder, tmp_path: Path) -> None:
    """From the first save on, verdicts are the same to the last digit."""
    first = Understanding.load(folder, encoder)
    first.save(tmp_path)
    second = Understanding.load(tmp_path, encoder)

    assert [second.verdict(text) for text in MESSAGES] == [first.verdict(text) for text in MESSAGES]


def test_ranking_holds_every_label(trained: Understanding) -> None:
    """Beside the verdict stands every label with its score, the verdict's first."""
    verdict, ranking = trained.verdict("how much does it cost")

    assert sorted(label for label, _ in ranking) == trained.classifier.labels
    assert [score for _, score in ranking] == sorted((score for _, score in ranking), reverse=True)
    assert ranking[0][0] == verdict.label == "not_covered/price"


def test_training_tells_what_it_does(encoder: Encoder) -> None:
    """Whoever waits hears how many phrases are read and what is learned."""
    told: list[str] = []
    Understanding.train(encoder, TEXTS, LABELS, told.append)

    assert told == [
        f"reading {len(TEXTS) + len(set(LABELS) - {OUT_OF_SCOPE})} phrases",
        "learning the topics",
        "learning when to refuse",
        "learning what danger sounds like",
    ]


def test_other_encoder_is_refused(folder: Path) -> None:
    """A model trained on another encoder's vectors is refused with what to do."""
    other: Any = SimpleNamespace(fingerprint="another")

    with pytest.raises(ModelError, match="belongs to another sentence encoder than models/encoder: run `make train`"):
        Understanding.load(folder, other)


def test_other_format_is_refused(folder: Path, encoder: Encoder) -> None:
    """A model of another version of the program is refused with what to do."""
    about = json.loads((folder / ABOUT_FILE).read_text())
    (folder / ABOUT_FILE).write_text(json.dumps({**about, "format": about["format"] + 1}))

    with pytest.raises(ModelError, match="of another version of this program: run `make train`"):
        Understanding.load(folder, encoder)


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_model_is_refused(folder: Path, encoder: Encoder, name: str) -> None:
    """A damaged model is refused when it is read, with what to do, never by an error in front of a patient."""
    DAMAGE[name](folder)

    with pytest.raises(ModelError, match="The trained model is damaged: run `make train`"):
        Understanding.load(folder, encoder)


def test_no_pickle_is_ever_opened(folder: Path, encoder: Encoder, tmp_path: Path) -> None:
    """Neither a pickled array in the file nor a pickle in its place is run."""
    mark = tmp_path / "ran"
    hidden = np.array([Marker(mark)], dtype=object)
    for breaks in (
        change(lambda arrays: arrays.update({"classifier.bias": hidden})),
        write(ARRAYS_FILE, pickle.dumps(Marker(mark))),
    ):
        breaks(folder)
        with pytest.raises(ModelError):
            Understanding.load(folder, encoder)

    assert not mark.exists()


def test_saved_model_is_plain_arrays(folder: Path) -> None:
    """A saved model is two files, and its arrays open without pickle."""
    with np.load(folder / ARRAYS_FILE, allow_pickle=False) as file:
        kinds = {file[name].dtype.kind for name in file.files}

    assert sorted(path.name for path in folder.iterdir()) == sorted([ABOUT_FILE, ARRAYS_FILE])
    assert kinds <= set("Uifu")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("  How\tLong\n is it ", "how long is it"), ("don’t ‘ask’", "don't 'ask'"), ("Ｈｏｗ", "how"), ("ﬁne", "fine"),
     ("STRASSE ß", "strasse ss"), ("20–30", "20–30"), ("", "")],
)  # fmt: skip
def test_text_is_cleaned(text: str, expected: str) -> None:
    """What looks the same is read the same."""
    assert clean(text) == expected


@settings(deadline=None)
@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """A cleaned text is clean."""
    assert clean(clean(text)) == clean(text)


def test_spelling_does_not_change_the_verdict(trained: Understanding) -> None:
    """Case, spaces and the width of letters make no difference."""
    assert trained.verdict("  WHAT does\nｉｔ ｃｏｓｔ") == trained.verdict("what does it cost")
