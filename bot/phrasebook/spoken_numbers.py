"""Phone numbers told in words, or half in words, written in digits: `six one oh, five five five, oh one two three`."""

from __future__ import annotations

import re

ONES = {word: str(value) for value, word in enumerate("zero one two three four five six seven eight nine".split())}
ONES |= {"oh": "0", "o": "0", "nought": "0", "ate": "8", "niner": "9"}
TEENS = {
    word: str(value)
    for value, word in enumerate("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10)
}
TENS = {word: str(value) for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
TIMES = {"double": 2, "triple": 3}
WORD = "|".join(sorted((*ONES, *TEENS, *TENS, *TIMES, "hundred"), key=len, reverse=True))
GLUED = "|".join(sorted((word for word in (*ONES, *TEENS, *TENS) if len(word) > 2), key=len, reverse=True))
PIECE = rf"(?:\d+|(?:(?:{GLUED})+|{WORD})(?![^\W\d_]))"
RUN = re.compile(rf"(?<![^\W_])\+?\(?{PIECE}(?:[\s,.()/-]{{0,3}}{PIECE}){{1,15}}", re.I)
"""Bounded: what is told in more pieces is no phone number."""
SINGLE = re.compile(rf"\d+|{WORD}", re.I)
COUNTING = "".join(map(str, range(1, 21)))
"""`one two three four …` counts, and is nobody's number."""
WHOLE = 10
"""Digits of an American number."""


def in_digits(text: str) -> str:
    """The text with each such number in digits; everything else stays as it is."""
    return RUN.sub(lambda found: _written(found[0]), text)


def _written(run: str) -> str:
    """The run in digits where it is a whole number told in words."""
    if not re.search(r"[^\W\d_]", run):
        return run
    words = [word.casefold() for word in SINGLE.findall(run)]
    plain, filled = _digits(words), _digits(words, filling=True)
    digits = filled if len(plain) > WHOLE + 1 else plain
    if plain in COUNTING:
        return run
    if len(digits) == WHOLE + 1 and digits[0] in "01":  # the country's 1, or the `oh` that people begin with
        digits = digits[1:]
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == WHOLE else run


def _digits(words: list[str], filling: bool = False) -> str:
    """What the words amount to: `six ten` is 610, `eighty four` 84, `double five` 55, `nine hundred` 900.

    Args:
        words: the words, each a figure or digits.
        filling: whether `ten` behind `six hundred` makes 610 of it.
    """
    digits, times, tens, before = "", 1, False, ""
    for word in words:
        one = word if word.isdigit() else ONES.get(word, "")
        if filling and before == "hundred" and word in (*TEENS, *TENS):
            digits = digits[:-2]
        if word == "hundred":
            digits += "00"
        elif word in TENS:
            digits += f"{TENS[word]}0"
        elif word in TEENS:
            digits += TEENS[word]
        elif tens and len(one) == 1 and one != "0":  # `eighty four`
            digits = digits[:-1] + one
        else:
            digits += one * times
        times, tens, before = TIMES.get(word, 1), word in TENS, word
    return digits
