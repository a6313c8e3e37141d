"""Segments as carriers count them."""

from __future__ import annotations

import pytest

from bot.sms.bill import Bill, bill


@pytest.mark.parametrize(
    ("text", "encoding", "places", "segments"),
    [
        ("", "GSM-7", 0, 1),
        ("x" * 160, "GSM-7", 160, 1),
        ("x" * 161, "GSM-7", 161, 2),
        ("x" * 306, "GSM-7", 306, 2),
        ("x" * 307, "GSM-7", 307, 3),
        ("x" * 459, "GSM-7", 459, 3),
        ("€" * 80, "GSM-7", 160, 1),
        ("x" * 152 + "€" + "x" * 152, "GSM-7", 306, 3),
        ("x" * 69 + "’", "UCS-2", 70, 1),
        ("x" * 70 + "’", "UCS-2", 71, 2),
        ("🙂" * 35, "UCS-2", 70, 1),
        ("x" * 66 + "🙂" + "x" * 66, "UCS-2", 134, 3),
        ("é\n£@", "GSM-7", 4, 1),
    ],
    ids=lambda value: str(value)[:8],
)
def test_a_text_is_counted_as_carriers_do(text: str, encoding: str, places: int, segments: int) -> None:
    """One letter outside the alphabet halves the room, some letters take two places, none is cut in two."""
    assert bill(text) == Bill(encoding, places, segments, 0.0)


def test_the_price_is_by_segment() -> None:
    """Two segments cost twice as much as one."""
    assert [bill("x" * places, 0.25).dollars for places in (160, 161, 307)] == [0.25, 0.5, 0.75]
