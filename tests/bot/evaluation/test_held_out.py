"""The measurements: what counts as right, and the figures made of it."""

from __future__ import annotations

import asyncio

import pytest

from bot.evaluation.held_out import Judged, confusions, headline, judge, table
from bot.turn import FrontDesk


def judged(label: str, kind: str, *topics: str) -> Judged:
    return Judged(f"a phrase for {label}", label, kind, topics, 0.9)


@pytest.mark.parametrize(
    ("label", "kind", "topics", "outcome"),
    [
        ("faq/location", "answer", ("location",), "right"),
        ("faq/location", "answer", ("location", "contact"), "right"),
        ("faq/booking", "handoff", ("booking",), "right"),
        ("faq/location", "answer", ("contact",), "wrong"),
        ("faq/location", "not_covered", ("not_covered/parking",), "wrong"),
        ("faq/location", "smalltalk", ("smalltalk",), "wrong"),
        ("faq/location", "emergency", ("chest_pain",), "wrong"),
        ("faq/location", "clarify", ("contact", "location"), "asked"),
        ("faq/location", "clarify", ("contact", "booking"), "refused"),
        ("faq/location", "clarify", (), "refused"),
        ("faq/location", "out_of_scope", ("out_of_scope",), "refused"),
        ("not_covered/price", "not_covered", ("not_covered/price",), "right"),
        ("not_covered/price", "not_covered", ("not_covered/other",), "wrong"),
        ("smalltalk/greet", "smalltalk", ("smalltalk",), "right"),
        ("person", "handoff", ("handoff",), "right"),
        ("out_of_scope", "out_of_scope", ("out_of_scope",), "right"),
        ("out_of_scope", "answer", ("location",), "wrong"),
    ],
)
def test_what_counts_as_right(label: str, kind: str, topics: tuple[str, ...], outcome: str) -> None:
    """A reply is right when its first topic is the one the phrase was written for; asking back and refusing are told apart."""
    assert judged(label, kind, *topics).outcome == outcome


def test_the_headline_is_made_of_shares() -> None:
    """Each figure is a share of its own group: two topics with three of four right, the worse of them half."""
    found = headline(
        [
            judged("faq/location", "answer", "location"),
            judged("faq/location", "answer", "location"),
            judged("faq/contact", "answer", "contact"),
            judged("faq/contact", "answer", "location"),
            judged("out_of_scope", "out_of_scope", "out_of_scope"),
            judged("out_of_scope", "answer", "location"),
            judged("not_covered/price", "not_covered", "not_covered/price"),
            judged("not_covered/price", "not_covered", "not_covered/other"),
            judged("not_covered/hours", "answer", "contact"),
            judged("not_covered/hours", "clarify", "contact", "not_covered/hours"),
        ]
    )

    assert found == {
        "faq_right": 0.75,
        "faq_wrong": 0.25,
        "faq_worst_topic": 0.5,
        "out_of_scope_refused": 0.5,
        "out_of_scope_answered": 0.5,
        "not_covered_recognised": 0.5,
        "not_covered_exact": 0.25,
    }


def test_nothing_judged_is_nothing_right() -> None:
    """Without phrases every figure is zero, so that a gate without data stays shut."""
    assert set(headline([]).values()) == {0.0}


def test_the_table_has_a_row_for_each_topic() -> None:
    """Each topic stands in one row with its count and shares."""
    rows = table([judged("faq/location", "answer", "location"), judged("faq/location", "answer", "contact")]).splitlines()

    assert [row.split() for row in rows if row.startswith("faq/location")] == [
        ["faq/location", "2", "50.0%", "0.0%", "0.0%", "50.0%"]
    ]


def test_confusions_show_the_phrases() -> None:
    """What was taken for another topic is listed with its words; what was right or asked back is not."""
    told = confusions(
        [
            judged("faq/location", "answer", "contact"),
            judged("faq/booking", "handoff", "booking"),
            judged("faq/causes", "clarify", "causes", "evidence"),
        ]
    )

    assert "faq/location → contact (1)\n      a phrase for faq/location" in told
    assert "booking" not in told
    assert "causes" not in told


def test_phrases_go_the_way_of_patients(desk: FrontDesk) -> None:
    """Judging asks the front desk itself, each phrase alone, in the order given."""
    phrases = {"faq/location": ["where is the clinic located"], "not_covered/price": ["how much does a session cost"]}
    found = asyncio.run(judge(desk, phrases))

    assert [(each.label, each.kind, each.outcome) for each in found] == [
        ("faq/location", "answer", "right"),
        ("not_covered/price", "not_covered", "right"),
    ]
    assert all(0 < each.confidence <= 1 for each in found)
