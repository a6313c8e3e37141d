"""Facts and contact details stand once, and every answer follows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.content.clinic_facts import NewFact
from bot.editing.editor import Editor
from bot.editing.keeping import Refused
from tests.content_office import NEW


def test_a_clinic_fact_can_be_rested_on(editor: Editor) -> None:
    """A fact made on the spot carries its figures into an answer; without words or a source it is refused."""
    made = editor.add_fact(NewFact("A pet stays 45 minutes at most.", "Ann", "2026-01-01"), "ann")
    saved = editor.save(replace(NEW, web="A pet may stay 45 minutes.", facts=(made.id,)), "ann")

    assert (made.source, made.who, made.since) == ("clinic", "Ann", "2026-01-01")
    assert saved.facts == (made.id,)
    for fact in (NewFact("", "Ann", "2026-01-01"), NewFact("It holds.", "Ann", ""), NewFact("${HOME}", "Ann", "2026-01-01")):
        with pytest.raises(Refused):
            editor.add_fact(fact, "ann")


def test_contact_details_change_everywhere(editor: Editor) -> None:
    """A new phone number stands for its placeholder at once; an empty one or braces are refused."""
    editor.save_contact_details({"clinic_phone": "610.555.0100", "unknown": "x"}, "ann")

    assert editor.contact_details()["clinic_phone"] == "610.555.0100"
    for value in ("", "{x}"):
        with pytest.raises(Refused):
            editor.save_contact_details({"clinic_phone": value}, "ann")


def test_hours_stand_where_they_stood(editor: Editor) -> None:
    """The clinic's hours are one fact: changed, it is the same one, and the facts around it stay."""
    known = len(editor.facts())
    for ends in ("17:00", "18:00"):
        editor.save_hours({"timezone": "America/New_York", "monday": f"09:00-{ends}"}, "Ann", "2026-01-01", "ann")
    kept = editor.hours()

    assert kept
    assert dict(kept.hours) == {"timezone": "America/New_York", "monday": "09:00-18:00"}
    assert len(editor.facts()) == known + 1
    with pytest.raises(Refused):
        editor.save_hours({"timezone": "America/New_York"}, "Ann", "2026-01-01", "ann")
