"""Questions as a table and back; a broken table is named by its row."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.content.draft import FaqDraft, drafts
from bot.editing.faq_tables import BrokenTable, as_csv, as_yaml, drafted, rows_of


@pytest.mark.parametrize(("kind", "write"), [("csv", as_csv), ("yaml", as_yaml)])
def test_every_question_comes_back_as_it_went(known: Content, kind: str, write: object) -> None:
    """Exported and read again, each question is the same in every field."""
    every = drafts(known)
    rows = rows_of(write(every), kind)  # type: ignore[operator]

    assert [drafted(row, draft) for (_, row), draft in zip(rows, every)] == every
    assert [row["topic"] for _, row in rows] == [draft.topic for draft in every]


def test_a_spreadsheet_runs_nothing() -> None:
    """Words that a spreadsheet would take for a formula stay words, and come back without the mark."""
    draft = FaqDraft("x", "=HYPERLINK(1)", "+1", "-", phrases=("@a", "b"))
    text = as_csv([draft])

    assert "'=HYPERLINK(1)" in text
    assert drafted(rows_of(text, "csv")[0][1], FaqDraft("x")) == draft


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("", "csv", "row 1: the table is empty"),
        ("topic,title\nx,y,z\n", "csv", "row 2: 3 cells"),
        ('topic,title\nx,"y\n', "csv", "this isn't a table"),
        ("topic,titel\nx,y\n", "csv", "row 2: there is no column 'titel'"),
        ("topic,on\nx,perhaps\n", "csv", "row 2: `on` must be yes or no"),
        ("faqs: [", "yaml", "line 1: this isn't valid YAML"),
        ("faqs: {a: b}", "yaml", "in a list under `faqs:`"),
        ("- a", "yaml", "in a list under `faqs:`"),
        ("faqs:\n  - title: a\n  - b\n", "yaml", "row 2: each question must hold"),
        ("faqs:\n  - title: !!python/object/apply:os.system [ls]\n", "yaml", "this isn't valid YAML"),
    ],
)
def test_a_broken_table_is_named_by_its_row(text: str, kind: str, words: str) -> None:
    """What can't be read says where and what to do."""
    with pytest.raises(BrokenTable, match=words.replace("[", r"\[")):
        rows_of(text, kind)
