"""Drafts in files: only what changed changes, and what people type is never YAML."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import Content, load
from bot.content.draft import FaqDraft, Review, read
from bot.content.edit import with_contact_details, with_draft, with_fact, with_hours, with_phrases
from bot.content.load import _document, topic_of
from bot.content.model import Fact
from bot.content.wholesome import one_line
from bot.settings import ROOT

FILES = sorted((ROOT / "data" / "faq").glob("*.yml"))
NEW = FaqDraft("pets", "Pets", "Yes.", "Yes", facts=("a", "b"), phrases=("a dog", "a cat"), replaces="not_covered/pets")
typed = st.text(min_size=1, max_size=60).map(one_line).filter(bool)


def back(text: str, label: str) -> FaqDraft:
    """The draft that a file's text amounts to."""
    topic = topic_of(f"data/{label}.yml", _document(text), label.split("/")[0])
    return read(Content({label: topic}, {}, {}, {}), label)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_nobody_changed_stays_byte_for_byte(known: Content, path: Path) -> None:
    """Saving what was read writes the very same file: comments, order, quotes and line breaks."""
    draft = read(known, f"faq/{path.stem}")

    assert with_draft(path.read_text(), draft, draft) == path.read_text()


def test_only_the_changed_lines_change(known: Content) -> None:
    """A new wording changes its own lines, and a new way of asking adds one."""
    path = ROOT / "data" / "faq" / "location.yml"
    before = read(known, "faq/location")
    after = replace(before, sms="Short.", phrases=(*before.phrases, "where r u"))
    lines = difflib.ndiff(path.read_text().splitlines(), with_draft(path.read_text(), after, before).splitlines())
    changed = [line for line in lines if line[0] in "+-"]

    assert [line for line in changed if line.startswith("+")] == ['+       text: "Short."', "+       - where r u"]
    assert back(with_draft(path.read_text(), after, before), "faq/location") == after


@pytest.mark.parametrize(
    "change",
    [
        {"title": 'New: "title" \\ é'}, {"web": "Longer words. " * 20}, {"pregnant_web": "For two.", "pregnant_sms": "Two."},
        {"on": False}, {"facts": ("b",)}, {"reviewed": Review("Dr. A", "2026-01-01", "2027-01-01")}, {"sms": ""},
        {"web": "One line.\nAnother: line."}, {"phrases": ("# a", "- b", "c: d", "'e", "f" * 400)}, {"replaces": ""},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_what_is_written_is_read_back(change: dict[str, object]) -> None:
    """Each field, changed on a file that exists, comes back as it was typed."""
    text = with_draft(None, NEW, None)
    after = replace(NEW, **{name: value.strip() if isinstance(value, str) else value for name, value in change.items()})  # type: ignore[arg-type]

    assert back(text, NEW.label) == NEW
    assert back(with_draft(text, after, NEW), NEW.label) == after


def test_properties_outlive_an_edit() -> None:
    """What a topic is like stays when its words change, also what this version of the program doesn't know."""
    kept = "properties: {practical: true, of_tomorrow: [a, b]}  # why\n"
    text = with_draft(None, NEW, None).replace("nlu:", f"{kept}nlu:")

    assert kept in with_draft(text, replace(NEW, web="No.", facts=("b",), phrases=("a dog", "a hen"), on=False), NEW)
    assert kept in with_phrases(text, NEW.label, ["a hen"])


def test_properties_come_along_to_the_answer_that_takes_a_subjects_place() -> None:
    """Who answers at last what wasn't covered need not say again what it is like."""
    subject = 'version: "3.1"\nproperties: {practical: true}\n'

    assert "properties: {practical: true}\n" in with_draft(None, NEW, None, subject)
    assert "properties" not in with_draft(None, NEW, None, 'version: "3.1"\n')
    assert "properties" not in with_draft(with_draft(None, NEW, None), replace(NEW, web="No."), NEW, subject)


@given(title=typed, web=typed, phrase=typed)
def test_nothing_typed_is_yaml(title: str, web: str, phrase: str) -> None:
    """Anchors, tags, colons, quotes, dashes: whatever is typed is read back as the same words."""
    draft = replace(NEW, title=title, web=web, phrases=(phrase, "a cat"))

    found = back(with_draft(None, draft, None), NEW.label)
    assert (found.title, found.web, found.phrases) == (title, web.strip(), (phrase, "a cat"))


def test_ways_of_asking_of_any_topic(known: Content) -> None:
    """The phrases of a topic without an answer are changed with nothing else."""
    path = ROOT / "data" / "nlu" / "person.yml"
    phrases = [example.text for example in known.topics["person"].examples]
    text = with_phrases(path.read_text(), "person", [*phrases, "a human please now"])

    assert [line for line in difflib.ndiff(path.read_text().splitlines(), text.splitlines()) if line[0] in "+-"] == [
        "+       - a human please now"
    ]


def test_a_fact_says_who_and_since_when(data_copy: Path) -> None:
    """A new clinic fact stands beside the others with its source, and loads."""
    path = data_copy / "facts" / "clinic.yml"
    fact = Fact("gift-cards", "The clinic sells: gift cards", "clinic", who="Ann # owner", since="2026-01-01")
    path.write_text(with_fact(path.read_text(), fact))
    found = load(data_copy).facts["gift-cards"]

    assert (found.says, found.who, found.since, found.source) == (fact.says, fact.who, fact.since, "clinic")
    assert "gift-cards" in with_fact(None, fact)


def test_a_new_number_is_one_edit(data_copy: Path) -> None:
    """The value and the sentence of the fact have the new number, and nothing else changes."""
    path = data_copy / "facts" / "clinic.yml"
    before = path.read_text()
    path.write_text(with_contact_details(before, {"clinic_phone": "610.555.0100"}))

    changed = [line for line in difflib.ndiff(before.splitlines(), path.read_text().splitlines()) if line[0] == "+"]
    assert len(changed) == 2
    assert load(data_copy).placeholders()["clinic_phone"] == "610.555.0100"


def test_hours_are_written_where_they_stood() -> None:
    """The fact of the clinic's hours is added once and changed in place, with what stands around it."""
    told = {"timezone": "America/New_York", "monday": "09:00-17:00"}
    fact = Fact("clinic-hours", "From nine.", "clinic", who="Ann", since="2026-01-01", hours=told)
    first = with_hours("# ours\nfacts:\n  - {id: a, says: One., source: clinic}\n", fact)
    again = with_hours(first, replace(fact, hours={**told, "monday": "10:00-17:00"}))

    assert [each["id"] for each in _document(again)["facts"]] == ["a", "clinic-hours"]
    assert dict(_document(again)["facts"][1]["hours"]) == {**told, "monday": "10:00-17:00"}
    assert again.startswith("# ours")
