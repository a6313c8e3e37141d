"""What a text message costs: its segments in the alphabet it needs, and their price."""

from __future__ import annotations

from dataclasses import dataclass

from bot.content.sms_text import BASIC, EXTENDED

ALONE = {"GSM-7": 160, "UCS-2": 70}
JOINED = {"GSM-7": 153, "UCS-2": 67}
"""Places in each segment where there are several: the rest says how they belong together."""


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
    encoding = "GSM-7" if set(text) <= BASIC | EXTENDED else "UCS-2"
    widths = [_width(character, encoding) for character in text]
    places = sum(widths)
    segments = 1 if places <= ALONE[encoding] else _joined(widths, JOINED[encoding])
    return Bill(encoding, places, segments, segments * segment_price)


def _width(character: str, encoding: str) -> int:
    if encoding == "GSM-7":
        return 2 if character in EXTENDED else 1
    return len(character.encode("utf-16-be", errors="replace")) // 2


def _joined(widths: list[int], room: int) -> int:
    """Segments in which no character is cut in two."""
    segments, filled = 1, 0
    for width in widths:
        if filled + width > room:
            segments, filled = segments + 1, 0
        filled += width
    return segments
