"""Ways to write a message so that it looks odd and reads the same."""

from __future__ import annotations

import string

DISGUISES = {
    "capitals": str.upper,
    "fullwidth letters": lambda text: "".join(chr(ord(each) + 0xFEE0) if each in string.ascii_letters else each for each in text),
    "mathematical letters": lambda text: "".join(
        chr(ord(each) + 0x1D3B9) if each in string.ascii_lowercase else each for each in text
    ),
    "accents": lambda text: text.replace("e", "é").replace("i", "ï").replace("a", "à"),
    "combining marks": lambda text: "\u0336".join(text),
    "zero-width spaces": lambda text: "\u200b".join(text),
    "soft hyphens": lambda text: "\u00ad".join(text),
    "word joiners": lambda text: "\u2060".join(text),
    "right-to-left marks": lambda text: f"\u202e{text}\u202c",
    "variation selectors": lambda text: "\ufe0f".join(text),
    "byte-order marks": lambda text: "\ufeff".join(text),
    "tag characters": lambda text: "\U000e0020".join(text),
    "enclosing circles": lambda text: "".join(each + "\u20dd" if each.isalpha() else each for each in text),
    "hangul fillers": lambda text: "\u3164".join(text),
    "line ends": lambda text: text.replace(" ", "\r\n"),
    "tabs and hard spaces": lambda text: text.replace(" ", "\t\u00a0\u3000"),
}
