"""What a text message costs: its segments in the alphabet it needs, and their price."""

from __future__ import annotations

from dataclasses import dataclass

from bot.content import sms_text


@dataclass(frozen=True)
class Bill:
    """One text as the carriers count it."""

    encoding: str
    """`GSM-7`, or `UCS-2` as soon as one character is in no GSM alphabet."""
    places: int
    segments: int
    dollars: float


def bill(text: str, segment_price: float = 0.0) -> Bill:
    """What the text costs as it stands; fold it first.

    Args:
        text: as it is sent.
        segment_price: dollars for each segment.
    """
    segments = sms_text.segments(text)
    return Bill(sms_text.encoding(text), sum(sms_text.widths(text)), segments, segments * segment_price)
