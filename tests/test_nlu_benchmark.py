"""The understanding benchmark: public files read as published, answers counted as the tables say, Rasa given the same phrases."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import yaml

from bot.understanding.judgement import OUT_OF_SCOPE
from tests.benchmarks import nlu_data, nlu_report, nlu_stock
from tests.benchmarks.nlu_data import Split
from tests.benchmarks.nlu_pace import Pace
from tests.benchmarks.nlu_report import Result
from tests.benchmarks.nlu_score import Answer, score
from tests.benchmarks.program import Failed

TRAIN = [("do you pay in parts, or\nat once?", "EMI"), ("where is it", "ORDER")]
TEST = [("instalments", "EMI"), ("hi", "NO_NODES_DETECTED")]
INSIDE = [Answer("a", "a"), Answer("a", OUT_OF_SCOPE), Answer("b", "b"), Answer("b", "b")]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with two tiny sets."""
    for name, rows in (("hint3_sofmattress_train", TRAIN), ("hint3_sofmattress_test", TEST)):
        with open(tmp_path / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("sentence", "label"), *rows])
    parts = {"train": [["hi", "greet"]], "val": [["yo", "greet"]], "test": [["hey", "greet"]]}
    strange = {f"oos_{part}": [[f"{part} of mars", "oos"]] for part in parts}
    (tmp_path / "clinc150_full.json").write_text(json.dumps({**parts, **strange}))
    return tmp_path


def test_published_files_are_read(data: Path) -> None:
    """Quoted commas and line breaks stay in the text, and what is out of scope gets our name for it."""
    split = nlu_data.read(data, "hint3_sofmattress")

    assert split.train == TRAIN
    assert split.test == [("instalments", "EMI"), ("hi", OUT_OF_SCOPE)]


def test_full_set_learns_out_of_scope_and_never_its_validation_part(data: Path) -> None:
    """CLINC150 full is trained on its training parts alone, strangers among them."""
    split = nlu_data.read(data, nlu_data.FULL)

    assert split.train == [("hi", "greet"), ("train of mars", OUT_OF_SCOPE)]
    assert split.test == [("hey", "greet"), ("test of mars", OUT_OF_SCOPE)]


@pytest.mark.parametrize("name", ["banking77_5", nlu_data.FULL])
def test_missing_file_is_named(tmp_path: Path, name: str) -> None:
    """Whoever lacks a file is told which."""
    with pytest.raises(Failed, match=r"banking77_train_5\.csv|clinc150_full\.json"):
        nlu_data.read(tmp_path, name)


def test_likeliest_intent_counts_where_all_is_in_scope() -> None:
    """As few-shot tables are counted: a refusal takes nothing from it."""
    assert score(["a", "a", "b", "a"], INSIDE, 1.0).flat() == {"best": 75.0, "milliseconds": 1.0}


def test_refusals_count_where_some_is_out_of_scope() -> None:
    """In scope only a right answer counts, out of scope only a refusal."""
    labels, answers = ["a", "a", "b", "a", OUT_OF_SCOPE, OUT_OF_SCOPE], [*INSIDE, Answer("a", OUT_OF_SCOPE), Answer("a", "a")]
    figures = score(labels, answers, 1.0)

    assert (figures.best, figures.in_scope, figures.out_of_scope, figures.all) == (75.0, 50.0, 50.0, 50.0)


@pytest.mark.parametrize(("kind", "classifier"), [("diet", "DIETClassifier"), ("lr", "LogisticRegressionClassifier")])
def test_rasa_gets_the_same_phrases(data: Path, tmp_path: Path, kind: str, classifier: str) -> None:
    """Every phrase stands under its intent, in the pipeline that `rasa init` sets, with the classifier in question."""
    split = nlu_data.read(data, "hint3_sofmattress")
    nlu_stock.write(tmp_path, split, kind)
    names = [each["name"] for each in yaml.safe_load((tmp_path / "config.yml").read_text())["pipeline"]]
    taught = {each["intent"]: each["examples"] for each in yaml.safe_load((tmp_path / "nlu.yml").read_text())["nlu"]}

    assert taught == {"EMI": "- do you pay in parts, or at once?\n", "ORDER": "- where is it\n"}
    assert [name for name in names if name.endswith("Classifier")] == [classifier, "FallbackClassifier"]
    assert "CountVectorsFeaturizer" in names


def test_fallback_of_rasa_is_a_refusal() -> None:
    """Its likeliest intent is the first that is one."""
    ranking = [{"name": "nlu_fallback"}, {"name": OUT_OF_SCOPE}, {"name": "EMI"}]

    assert nlu_stock.answer({"intent": {"name": "nlu_fallback"}, "intent_ranking": ranking}) == Answer("EMI", OUT_OF_SCOPE)


def test_time_on_a_large_set_is_foreseen() -> None:
    """What a pipeline took on a small set tells what a large one would take: DIET by its phrases, LR by its labels too."""
    small = Split("small", "", [("a", "x"), ("b", "y")], [])
    large = Split("large", "", [(f"{each}", f"{each % 4}") for each in range(20)], [])
    paces = [Pace(kind) for kind in ("diet", "lr")]
    for pace in paces:
        pace.note(small, 60.0)

    assert [pace.minutes(large) for pace in paces] == [10.0, 20.0]
    assert Pace("lr").minutes(large) == 0.0


def test_table_shows_every_side_and_what_was_left_out(tmp_path: Path) -> None:
    """The floor stands beside the figures, a side that was not run says why, and the JSON holds the same."""
    sides = {"ours": {"best": 81.2, "milliseconds": 9.5}, "lr": {"best": 60.4}}
    result = Result("BANKING77", sides, 5.0, {"diet": "left out, would take over 30 minutes"})
    table = nlu_report.table({"banking77_5": result})
    nlu_report.save({"banking77_5": result}, {"rasa": "3.6"}, tmp_path / "made" / "bench-nlu.json")
    saved = json.loads((tmp_path / "made" / "bench-nlu.json").read_text())

    assert ["81.2", "-", "60.4", "80.3"] in [line.split()[-4:] for line in table.splitlines()]
    assert "Rasa DIET: left out, would take over 30 minutes" in table
    assert ["alone", "1.90"] in [line.split()[-2:] for line in table.splitlines()]
    assert saved["sets"]["banking77_5"]["ours"] == sides["ours"]
    assert saved["rasa"] == "3.6"
