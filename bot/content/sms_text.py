"""What a text message can carry and takes: the GSM-7 alphabet (3GPP TS 23.038), plain letters for all others, segments."""

from __future__ import annotations

import re
import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("^{}\\[~]|€")
"""These take two places each."""
ALONE = {"GSM-7": 160, "UCS-2": 70}
JOINED = {"GSM-7": 153, "UCS-2": 67}
"""Places in each segment where there are several: the rest says how they belong together."""
MOST_SEGMENTS = 2
"""What one answer may take below the line of a first contact."""
RAISED = ("<super>", "<sub>", "<circle>")
"""Digits and letters that mean something else on the line: 10² is not 102."""
PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "•": "-",
        "đ": "d",
        "Đ": "D",
        "\u00a0": " ",
        "\t": " ",
    }
)


OTHER_LETTERS = re.compile(r"[\u0400-\u052f\u0600-\u06ff\u0900-\u097f\u4e00-\u9fff\uac00-\ud7a3]")
"""Letters that have no plain twin and are sent as they stand: Russian, Arabic, Hindi, Chinese, Korean."""
AFTER_A_NUMBER = re.compile(r"(?<=\d)(?=[\u00bc-\u00be\u2150-\u215e])")


def fold(text: str) -> str:
    """The text in letters a text message can carry: quotes, dashes and accents made plain, the rest dropped."""
    folded = []
    for character in AFTER_A_NUMBER.sub(" ", text).translate(PLAIN):
        if character in BASIC or character in EXTENDED:
            folded.append(character)
        else:
            bare = unicodedata.normalize("NFKD", character).replace("\u2044", "/")
            folded.append("".join(each for each in bare if each in BASIC))
    return "".join(folded)


def carried(text: str) -> str:
    """The text as a text message carries it to whoever reads it in letters of their own; folded where there are none."""
    return text if OTHER_LETTERS.search(text) else fold(text)


def length(text: str) -> int:
    """Places the folded text takes in the GSM-7 alphabet."""
    return sum(widths(fold(text)))


def encoding(text: str) -> str:
    """`GSM-7`, or `UCS-2` as soon as one character of the text is in no GSM alphabet."""
    return "GSM-7" if set(text) <= BASIC | EXTENDED else "UCS-2"


def widths(text: str) -> list[int]:
    """Places that each character of the text takes in its encoding, as it stands."""
    if encoding(text) == "GSM-7":
        return [2 if character in EXTENDED else 1 for character in text]
    return [len(character.encode("utf-16-be", errors="replace")) // 2 for character in text]


def segments(text: str) -> int:
    """Text messages that the text is sent and paid as, as carriers count it as it stands: fold it first."""
    taken, alphabet = widths(text), encoding(text)
    return 1 if sum(taken) <= ALONE[alphabet] else _joined(taken, JOINED[alphabet])


def _joined(taken: list[int], room: int) -> int:
    """Segments in which no character is cut in two."""
    count, filled = 1, 0
    for width in taken:
        if filled + width > room:
            count, filled = count + 1, 0
        filled += width
    return count


def unsupported(text: str) -> str:
    """Characters of the text that folding would drop or turn into something else than their plain twin."""
    lost = {each for each in text if not fold(each) or unicodedata.decomposition(each).startswith(RAISED)}
    return "".join(sorted(lost))
