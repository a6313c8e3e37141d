"""Sentences of the console for whoever sits at a shell."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

import pytest

from bot import sentences
from bot.content import Problem
from bot.content.complaint import BEYOND_STAFF, complaint
from bot.content.remarks import Remark
from bot.judging.gate_report import Report
from bot.publishing.kept import Publication
from bot.publishing.lane import WHY

FAILED = Publication(1, "failed", 100, "", "", "ann", datetime.now(timezone.utc), Report())


@pytest.mark.parametrize("why", WHY)
def test_each_end_of_a_publishing_has_its_own_sentence(why: str) -> None:
    """Whatever a publishing comes to nothing by is worded, without a path, and says that patients notice nothing."""
    said = sentences.ended(replace(FAILED, why=why))

    assert "Patients are answered as before." in said
    assert len(said.split(". ")) > 1
    assert "/" not in said


def test_a_topic_at_fault_is_named_as_it_is_called() -> None:
    """A title stands there as plain text, whatever signs it has; where nothing went wrong nothing is said."""
    said = sentences.ended(replace(FAILED, why="content", about="Pets & <you>"))

    assert said.startswith("“Pets & <you>” has to be mended first")
    assert sentences.ended(FAILED) == ""


@pytest.mark.parametrize("kind", ["busy", "nothing", "emergencies", "overtaken", "no_version", "damaged"])
def test_each_refusal_has_its_sentence(kind: str) -> None:
    """Why one can't publish now, or not so, is worded for each kind."""
    assert sentences.cannot(kind).endswith(".")


def test_a_remark_is_said_as_on_the_page() -> None:
    """What stands in the way reads in a shell as in the console, as plain text, with the question it is about."""
    taken = Remark("phrases", complaint("taken_phrase", phrase="is it <safe> & 100%", title="It’s safe"), about="Pets")

    assert sentences.said(taken) == "“Pets”: “is it <safe> & 100%” is a way of asking “It’s safe” already: keep one."


def test_what_only_a_developer_can_mend_is_said_to_developers() -> None:
    """A shell says file and line, and a developer's own sentence where there is one, or else what staff read."""
    own = Problem("data/faq/a.yml", 4, "mend this.", complaint("no_fact"))

    assert sentences.said(Remark("", BEYOND_STAFF, what="data/faq/a.yml, line 4: mend this.")).startswith("data/faq/a.yml")
    assert "whoever looks after the program" in sentences.said(Remark("", BEYOND_STAFF))
    assert sentences.mended_by(own) == "mend this."
    assert sentences.mended_by(replace(own, what="")) == "Choose at least one fact that the answer rests on, or add a new one."
