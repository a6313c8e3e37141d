"""`python -m bot faq …`, called as the shell calls it."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.store import open_store
from bot.verbs import faq as verb
from tests.content_office import library_of
from tests.small_content import TOPIC, edit

ADD = ["add", "--title", "Pets", "--web", "Stretching may take 20 minutes.", "--fact", "stretch-time"]
PHRASES = [word for animal in "dog cat horse parrot hamster rabbit goat turtle".split() for word in ("--phrase", f"my {animal}")]


@pytest.fixture
def chosen(data: Path, tmp_path: Path) -> Settings:
    return Settings(root=data.parent, database_url=f"sqlite:///{tmp_path}/bot.db")


def faq(chosen: Settings, *words: str) -> int:
    parser = argparse.ArgumentParser()
    verb.add_arguments(parser)
    return verb.run(chosen, parser.parse_args(words))


def files(chosen: Settings) -> dict[str, str]:
    return {path.name: path.read_text() for path in (chosen.data / "faq").glob("*.yml")}


def test_a_question_is_added_listed_and_shown(chosen: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    """What is added is listed by its id and shown whole."""
    done = faq(chosen, *ADD, *PHRASES), faq(chosen, "list"), faq(chosen, "show", "pets")
    said = capsys.readouterr().out

    assert done == (0, 0, 0)
    assert "my turtle" in said
    assert "stretching" in said


@pytest.mark.parametrize(("words", "published"), [(["list"], False), (["show", "stretching"], False), ([*ADD, *PHRASES], True)])
def test_who_only_reads_publishes_nothing(chosen: Settings, words: list[str], published: bool) -> None:
    """An edited file is taken by a verb that changes something, and left alone by one that reads."""
    store = open_store(chosen.database_url)
    library = library_of(chosen.data, store)
    edit(chosen.data, TOPIC, "20 minutes. See", "30 minutes. See")
    done = faq(chosen, *words)
    live = library.texts()[TOPIC]
    store.close()

    assert (done, "30 minutes. See" in live) == (0, published)


def test_what_is_refused_says_why(chosen: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    """Too few ways of asking, or an id that isn't there, is one sentence and an exit status."""
    done = faq(chosen, *ADD, "--phrase", "my dog"), faq(chosen, "show", "../nowhere")
    said = capsys.readouterr().err

    assert done == (1, 1)
    assert "phrases: Too few ways of asking (1 of 8)" in said
    assert "no question" in said


def test_an_import_takes_all_or_nothing(chosen: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One bad row, and nothing of the table is taken; mended, all of it is, and the history says from where."""
    faq(chosen, "export")
    table, before = tmp_path / "table.csv", files(chosen)
    good = capsys.readouterr().out.replace("Stretching may take 20 minutes.", "Stretching may take 30 minutes.")
    table.write_text(good.replace("How often", "${SECRET_KEY}") if "How often" in good else good + ",,,,,,,,\n")
    bad = faq(chosen, "import", str(table))
    unchanged = files(chosen) == before
    table.write_text(good)

    assert (bad, unchanged, faq(chosen, "import", str(table))) == (1, True, 0)
    assert "30 minutes" in files(chosen)["stretching.yml"]
    assert "row " in capsys.readouterr().err


@pytest.mark.parametrize("broken", [b"\xff\xfe", b'topic,title\n"x', b"topic,title\nnowhere,x\n"])
def test_a_broken_file_loses_nothing(chosen: Settings, tmp_path: Path, broken: bytes) -> None:
    """What can't be read changes no file."""
    before = files(chosen)
    (tmp_path / "table.csv").write_bytes(broken)

    assert faq(chosen, "import", str(tmp_path / "table.csv")) == 1
    assert files(chosen) == before
