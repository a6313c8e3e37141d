"""What a text message can carry: the GSM-7 alphabet (3GPP TS 23.038) and the plain letters that stand in for others."""

from __future__ import annotations

import re
import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("^{}\\[~]|€")
"""These take two places each."""
RAISED = ("<super>", "<sub>", "<circle>")
"""Digits and letters that mean something else on the line: 10² is not 102."""
PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...", "•": "-", "\u00a0": " ", "\t": " "}
)


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


def length(text: str) -> int:
    """Places the folded text takes in the GSM-7 alphabet."""
    return sum(2 if character in EXTENDED else 1 for character in fold(text))


def segments(text: str) -> int:
    """Text messages that the folded text is sent and paid as: one of 160 places, or several of 153."""
    places = length(text)
    return 1 if places <= 160 else -(-places // 153)


def unsupported(text: str) -> str:
    """Characters of the text that folding would drop or turn into something else than their plain twin."""
    lost = {each for each in text if not fold(each) or unicodedata.decomposition(each).startswith(RAISED)}
    return "".join(sorted(lost))
