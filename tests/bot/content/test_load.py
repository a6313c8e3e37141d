"""Reading data/: what can't be understood is refused with its file, line and reason; the rest keeps its lines."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot import content
from bot.content import ContentError
from bot.content.load import TOPIC_FOLDERS
from tests.broken_content import BROKEN, OWN_REFERENCE, SHAPES
from tests.small_content import FACTS, TOPIC, TOPIC_TEXT, edit, line_of, refusals, write

CASES = [(file, name) for file, cases in BROKEN.items() for name in cases]


@pytest.mark.parametrize(("file", "name"), CASES, ids=[f"{Path(file).stem}: {name}" for file, name in CASES])
def test_broken_file_is_refused(small: Path, file: str, name: str) -> None:
    """What can't be understood is refused with the file, the line and the reason, never with a Python error."""
    old, new, where, reason = BROKEN[file][name]
    edit(small, file, old, new)

    with pytest.raises(ContentError) as refused:
        content.load(small)

    assert refused.value.file == file
    assert not where or refused.value.line == line_of(small, file, where)
    assert reason in refused.value.reason


@pytest.mark.parametrize("name", SHAPES)
def test_part_of_another_shape_is_refused(small: Path, name: str) -> None:
    """A list where a mapping must be, a word or nothing at all: refused like the rest, never with a Python error."""
    edit(small, *SHAPES[name])

    assert refusals(small) != []


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "must hold `key: value`"), ("- a\n- b\n", "must hold `key: value`"), ("just words", "must hold `key: value`"),
     (TOPIC_TEXT.replace("may", "m\xe4y").encode("latin-1"), "isn't UTF-8"), (TOPIC_TEXT.encode("utf-16"), "isn't UTF-8"),
     (TOPIC_TEXT.replace("may", "m\x00ay"), "isn't valid YAML"),
     (TOPIC_TEXT[: TOPIC_TEXT.index("stretch-page]")], "isn't valid YAML")],
    ids=["empty", "a list", "words", "Latin-1", "UTF-16", "a null byte", "cut short"],
)  # fmt: skip
def test_file_of_another_kind_is_refused(small: Path, text: str | bytes, reason: str) -> None:
    """A file that is no YAML of ours in UTF-8 is refused by its name."""
    write(small, TOPIC, text)

    with pytest.raises(ContentError, match=f"{TOPIC}, line [0-9]+: .*{reason}"):
        content.load(small)


@pytest.mark.parametrize("folder", ["facts", "replies", *TOPIC_FOLDERS])
def test_missing_folder_is_refused(small: Path, folder: str) -> None:
    """A folder that is missing or empty is refused by its name."""
    shutil.rmtree(small / folder)

    with pytest.raises(ContentError, match=f"data/{folder}.* the folder is missing or holds no .yml file"):
        content.load(small)


@pytest.mark.parametrize(
    "text", [TOPIC_TEXT.replace("\n", "\r\n"), "\ufeff" + TOPIC_TEXT], ids=["Windows line ends", "byte-order mark"]
)
def test_editor_of_another_system_does_no_harm(small: Path, text: str) -> None:
    """A file saved by a Windows editor reads like any other."""
    expected = content.load(small)
    write(small, TOPIC, text)

    assert content.load(small) == expected


def test_topic_keeps_its_lines(small: Path) -> None:
    """Every question and wording knows the line it stands on, empty lines between them or not."""
    topic = content.load(small).topics["faq/stretching"]
    marks = ["- should i", "- is stret", "- stretches", "- which", "- can you", "- bendy", "- how do i", "- limbering"]

    assert [each.line for each in topic.examples] == [line_of(small, TOPIC, mark) for mark in marks]
    assert [each.line for each in topic.responses] == [line_of(small, TOPIC, mark) for mark in ("- text", "- channel")]
    assert (topic.file, topic.label, topic.group, topic.name, topic.title) == (
        TOPIC,
        "faq/stretching",
        "faq",
        "stretching",
        "Stretching",
    )


def test_fact_is_read_whole(small: Path) -> None:
    """A fact knows its words, where they come from and where it stands."""
    fact = content.load(small).facts["stretch-page"]

    assert (fact.source, fact.references, fact.placeholder) == ("document", ("wang-2012",), "stretch_page")
    assert fact.text == "The stretching line is 610.555.0100, the page www.example.org/stretch. www.example.org/stretch"
    assert (fact.file, fact.line) == (FACTS, line_of(small, FACTS, "id: stretch-page"))


@pytest.mark.parametrize(("word", "expected"), [("no", False), ("false", False), ("yes", True), ("true", True)])
def test_unverified_reference_is_unverified(small: Path, word: str, expected: bool) -> None:
    """`verified: no` means no."""
    write(small, "data/facts/own.yml", OWN_REFERENCE.replace("jornal: Notes", f"verified: {word}"))

    assert content.load(small).references["own-2020"].verified is expected


def test_phrases_are_read_by_intent(tmp_path: Path) -> None:
    """Held-out phrasings come as lists under their intent, from folders of any depth."""
    for name, intent in (("a.yml", "person"), ("faq/b.yml", "faq/b"), ("faq/c.yml", "faq/b")):
        write(tmp_path, f"{tmp_path.name}/{name}", f"nlu:\n  - intent: {intent}\n    examples: |\n      - ask {name}\n")

    assert content.phrases(tmp_path) == {"person": ["ask a.yml"], "faq/b": ["ask faq/b.yml", "ask faq/c.yml"]}
