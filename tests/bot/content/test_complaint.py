"""Complaints are kinds and values, each of which the templates can word."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from bot import sentences
from bot.content.complaint import Complaint, complaint
from bot.settings import ROOT


def raised() -> Iterator[tuple[str, list[str]]]:
    """Kind and names of each complaint in the program's text."""
    for path in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "complaint" and node.args:
                kinds = [each.value for each in ast.walk(node.args[0]) if isinstance(each, ast.Constant)]
                yield from ((kind, [str(each.arg) for each in node.keywords]) for kind in kinds)


def test_every_complaint_has_its_sentence() -> None:
    """Whatever the program complains of is worded, all that the sentence names is there, and no sentence stands in vain."""
    text = (sentences.TEMPLATES / "_remark.html").read_text(encoding="utf-8")
    said = {kind: sentences.words(complaint(kind, **dict.fromkeys(names, "⁂"))) for kind, names in raised()}

    assert set(said) == set(re.findall(r'^  "(\w+)":', text, re.MULTILINE))
    assert {kind for kind, words in said.items() if not words.endswith(".")} == set()
    assert len(set(said.values())) == len(said)


def test_complaints_are_alike_by_what_they_name() -> None:
    """The same kind about the same words is the same complaint; a sentence finds what it names by name."""
    assert complaint("too_few", count=1, fewest=8) == complaint("too_few", count=1, fewest=8)
    assert complaint("too_few", count=1, fewest=8) != complaint("too_few", count=2, fewest=8)
    assert Complaint("too_few", (("count", 1),)).named == {"count": 1}
