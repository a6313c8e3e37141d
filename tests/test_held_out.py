"""The gate: how well the shipped assistant understands phrasings that it was never shown."""

from __future__ import annotations

import asyncio

import pytest

from bot import content
from bot.content import Content
from bot.evaluation.held_out import confusions, headline, judge
from bot.settings import ROOT
from bot.turn import FrontDesk

AT_LEAST = {"faq_right": 0.95, "faq_worst_topic": 0.80, "out_of_scope_refused": 0.95, "not_covered_recognised": 0.90}
AT_MOST = {"faq_wrong": 0.03, "out_of_scope_answered": 0.03}
FEWEST = {"faq": 15, "not_covered": 8, "out_of_scope": 150}
"""Phrasings for each label of a group, so that a share of them means something."""


@pytest.fixture(scope="module")
def held_out() -> dict[str, list[str]]:
    """The phrasings in tests/data by what they were written for."""
    return content.phrases(ROOT / "tests" / "data")


def test_held_out_phrasings_are_understood(desk: FrontDesk, held_out: dict[str, list[str]]) -> None:
    """Through the path that serves patients, held-out phrasings are answered, refused and owned up to as often as promised."""
    judged = asyncio.run(judge(desk, held_out))
    figures = headline(judged)
    short = {name: figures[name] for name, least in AT_LEAST.items() if figures[name] < least}
    over = {name: figures[name] for name, most in AT_MOST.items() if figures[name] > most}

    assert (short, over) == ({}, {}), confusions(judged)


def test_every_label_has_held_out_phrasings(known: Content, held_out: dict[str, list[str]]) -> None:
    """No FAQ and no uncovered subject escapes the gate for want of phrasings."""
    wanted = {label: FEWEST[topic.group] for label, topic in known.topics.items() if topic.group in FEWEST}

    assert [label for label, fewest in wanted.items() if len(held_out.get(label, [])) < fewest] == []


def test_no_held_out_phrasing_was_trained_on(known: Content, held_out: dict[str, list[str]]) -> None:
    """A phrasing the model has seen proves nothing, so none is among the training examples, be it in other case or spacing."""
    trained = {_bare(example.text) for topic in known.topics.values() for example in topic.examples}

    assert [text for texts in held_out.values() for text in texts if _bare(text) in trained] == []


def _bare(text: str) -> str:
    return " ".join("".join(each for each in text.casefold() if each.isalnum() or each.isspace()).split())
