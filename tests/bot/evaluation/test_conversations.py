"""Several questions at once, follow-ups and noise: what counts as right, and that they go the way of patients."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.evaluation.conversations import GROUPS, Talk, headline, judge_all, misses, read, table
from bot.settings import ROOT
from bot.turn import FrontDesk
from tests.talks import write_talks


@pytest.mark.parametrize(
    ("expected", "topics", "kind", "outcome"),
    [
        (("location",), ("location",), "answer", "right"),
        (("location", "not_covered"), ("location", "not_covered/price"), "answer", "right"),
        (("location", "not_covered"), ("not_covered/price", "location"), "answer", "part"),
        (("location",), ("location", "contact"), "answer", "part"),
        (("location",), ("contact",), "answer", "wrong"),
        (("location",), ("out_of_scope",), "out_of_scope", "refused"),
        (("location",), ("not_covered/other",), "not_covered", "refused"),
        (("location",), ("contact", "location"), "clarify", "right"),
        (("out_of_scope",), ("location",), "answer", "wrong"),
    ],
)
def test_what_counts_as_right(expected: tuple[str, ...], topics: tuple[str, ...], kind: str, outcome: str) -> None:
    """Right is every topic in the order asked and nothing else; a refusal is told apart from a wrong answer."""
    assert Talk("compound", ("a", "b"), expected, topics, kind).outcome == outcome


def test_talks_go_the_way_of_patients(desk: FrontDesk, tmp_path: Path) -> None:
    """Each kind of conversation is read and asked of the front desk itself; a follow-up comes after its first question."""
    found = asyncio.run(judge_all(desk, write_talks(tmp_path / "patients")))

    assert [(talk.group, talk.outcome) for talk in found] == [(group, "right") for group in GROUPS]
    assert set(headline(found).values()) == {0.0, 1.0}
    assert misses(found) == []


def test_the_table_shows_what_was_missed() -> None:
    """Each kind has its row, and a miss stands below with its words and what was made of it."""
    told = table([Talk("noisy", ("wher r u",), ("location",), ("contact",), "answer")], "first")

    assert [line.split()[:2] for line in told.splitlines() if line.startswith("noisy")] == [["noisy", "1"]]
    assert "noisy: wher r u\n      location → contact (answer)" in told


def test_the_shipped_conversations_are_enough() -> None:
    """Of each kind of conversation there are enough for a share to mean something."""
    talks = read(ROOT / "tests" / "patients")

    assert {group: sum(talk.group == group for talk in talks) >= 40 for group in GROUPS} == dict.fromkeys(GROUPS, True)
