"""The figures a release is judged by."""

from __future__ import annotations

import pytest

from bot.evaluation import Judged, confusions, headline, table

JUDGED = [
    Judged("where", "faq/location", "answer", ("location",), 0.9),
    Judged("how long", "faq/session_length", "answer", ("frequency",), 0.6),
    Judged("how much", "not_covered/price", "not_covered", ("not_covered/price",), 0.9),
    Judged("paris", "out_of_scope", "out_of_scope", ("out_of_scope",), 0.9),
    Judged("dmv", "out_of_scope", "answer", ("location",), 0.6),
]


@pytest.mark.parametrize(
    ("kind", "topics", "outcome"),
    [
        ("answer", ("location",), "right"),
        ("answer", ("contact",), "wrong"),
        ("clarify", ("contact", "location"), "asked"),
        ("clarify", ("contact", "booking"), "refused"),
        ("out_of_scope", ("out_of_scope",), "refused"),
    ],
)
def test_each_reply_is_judged_by_what_was_meant(kind: str, topics: tuple[str, ...], outcome: str) -> None:
    """Right, asked back with the right choice, refused, or wrong: nothing in between."""
    assert Judged("where r u", "faq/location", kind, topics, 0.5).outcome == outcome


def test_the_headline_counts_what_it_says() -> None:
    """Each share of the headline is counted over its own group."""
    assert headline(JUDGED) == {
        "faq_right": 0.5,
        "faq_wrong": 0.5,
        "faq_worst_topic": 0.0,
        "out_of_scope_refused": 0.5,
        "out_of_scope_answered": 0.5,
        "not_covered_recognised": 1.0,
        "not_covered_exact": 1.0,
    }


def test_tables_show_topics_and_confusions() -> None:
    """The printed tables name each topic and each phrase that was taken for another."""
    assert "faq/session_length" in table(JUDGED)
    assert "faq/session_length → frequency (1)\n      how long" in confusions(JUDGED)
