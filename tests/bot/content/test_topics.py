"""The topics that the program knows by name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from bot.content import Content, gone, load, topics
from bot.settings import ROOT
from tests.small_content import TOPIC, edit, line_of, small_copy


def words_in(path: Path) -> Iterator[tuple[str, int]]:
    """Every string of a module, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, node.lineno


def test_each_is_a_topic(known: Content) -> None:
    """A topic that is renamed in its file is renamed here as well, and wherever another leads to it."""
    assert gone(known) == []
    assert len(set(topics.LABELS)) == len(topics.LABELS) == len(topics.lines())


def test_no_other_module_names_one(known: Content) -> None:
    """Whoever renames a topic has one place in the code to look at."""
    groups = tuple(f"{group}/" for group in {topic.group for topic in known.topics.values()})
    modules = [path for folder in ("bot", "actions") for path in sorted((ROOT / folder).rglob("*.py"))]
    others = [path for path in modules if str(path.relative_to(ROOT)) != topics.FILE]
    named = [
        (path.name, line) for path in others for text, line in words_in(path) if text in known.topics and text.startswith(groups)
    ]

    assert named == []


def test_what_is_gone_is_told(small: Path) -> None:
    """Where its name stands, what to do about it, and which answers still lead to it."""
    edit(small, TOPIC, "nlu:", "properties: {more: faq/bending}\nnlu:")
    found = {(problem.file, problem.line): problem.what for problem in gone(load(small))}

    assert "`more: faq/bending` leads to no topic" in found[TOPIC, line_of(small, TOPIC, "more:")]
    assert "no topic is called faq/booking" in found[topics.FILE, topics.lines()["faq/booking"]]
    assert (topics.FILE, topics.lines()["faq/frequency"]) not in found


def test_a_subject_that_an_answer_took_the_place_of_is_not_gone(tmp_path: Path) -> None:
    """Staff who answer at last what wasn't covered leave nothing for a developer to mend."""
    data = small_copy(tmp_path)
    (data / "not_covered" / "price.yml").rename(tmp_path / "price.yml")
    before = {problem.what for problem in gone(load_without_subjects(data))}
    edit(data, TOPIC, "nlu:", "replaces: not_covered/price\nnlu:")

    assert [what for what in before if "not_covered/price" in what]
    assert not [problem for problem in gone(load_without_subjects(data)) if "not_covered/price" in problem.what]


def load_without_subjects(data: Path) -> Content:
    """The content though the folder of subjects, which must not be empty, holds another one."""
    (data / "not_covered" / "men.yml").write_text((ROOT / "data" / "not_covered" / "men.yml").read_text())
    return load(data)
