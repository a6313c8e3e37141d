"""What a text message can carry: the GSM-7 alphabet (3GPP TS 23.038) and the plain letters that stand in for others."""

from __future__ import annotations

import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("^{}\\[~]|€")
"""These take two places each."""
PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...", "•": "-", "\u00a0": " ", "\t": " "}
)


def fold(text: str) -> str:
    """The text in letters a text message can carry: quotes, dashes and accents made plain, the rest dropped."""
    folded = []
    for character in text.translate(PLAIN):
        if character in BASIC or character in EXTENDED:
            folded.append(character)
        else:
            bare = "".join(each for each in unicodedata.normalize("NFKD", character) if not unicodedata.combining(each))
            folded.append("".join(each for each in bare if each in BASIC))
    return "".join(folded)


def length(text: str) -> int:
    """Places the folded text takes in the GSM-7 alphabet."""
    return sum(2 if character in EXTENDED else 1 for character in fold(text))


def unsupported(text: str) -> str:
    """Characters of the text that folding would drop or turn into something else than their plain twin."""
    return "".join(sorted({each for each in text if not fold(each)}))
