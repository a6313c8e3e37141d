"""Names that put one right that was told before: `actually its jessica moore`, `no its Ann without e`, `its P-R-I-Y-A`."""

from __future__ import annotations

import difflib
import re
import unicodedata

from actions import names

CORRECTED = re.compile(
    r"^\s*(?:(?:no|nope|actually|sorry|wait|oh|hm+|oops|my bad|(?:and|also|please)(?= put| the name| name| it'?s)"
    r"|i (?:said|meant|told you))\b[\s,.!-]*)+"
    r"(?:(?:(?:it'?s|it\s+is|i'?m|i\s+am|that'?s|make\s+(?:it|that)|put)\s+)(.+)|(?-i:([A-Z][\w'’-]+)))\W*$",
    re.I,
)
"""`actually its jessica moore`, said of a name that was given before."""
CHANGED = re.compile(r"\bname\b(?:\s+\w+)?\s+(?:to|should\s+be)\s+([^\W\d_][\w'’-]*(?-i:\s+[A-Z][\w'’-]+){0,2})", re.I)
"""`change the name to Ben`."""
SPELT = re.compile(r"\s+(?:with|without|w/?o?)\s+(?:(?:an?|the|no|one|two|\d)\b|\w\b).*$|,?\s+not\s+[\w'’-]+\W*$", re.I)
"""`John with an h`, `Ann without e`, `Louise not Lou`."""
LETTERS = re.compile(r"(?<![\w-])[^\W\d_](?:-[^\W\d_]){2,}(?![\w-])")
"""`P-R-I-Y-A`."""
LIKE = 0.6
"""How like a word of the name is to what is spelt out."""
NOT_THAT = re.compile(
    r"\W*(?:(?:no|oh|sorry|it'?s|and|ok)\b\W*)*(?P<new>[^\W\d_][\w'’-]+),? not (?P<old>[^\W\d_][\w'’-]+)\W*", re.I
)
"""`Nadya not Nadia`."""
BY_A_LETTER = re.compile(r"\W*(?:(?:no|it'?s|ok)\b\W*)*(?:spel(?:t|led) )?with an? (?P<letter>[^\W\d_])\W*", re.I)
"""`with a y`, said of a name that has one."""
AGAIN = re.compile(r"^\W*(?:(?:yes|yeah|yep|ok|right|correct|it'?s|its|that'?s|i'?m)\b\W*)+(?P<name>\D+?)\W*$", re.I)
"""`yes pat`."""
ALONE = re.compile(r"\W*(?:(?:oh|um|sorry|no|wait|actually|yes|ok|it'?s|i'?m)\b\W*)*(?P<name>\D+?)\W*", re.I)
"""`oh sorry renee o'dell`."""
SPELT_OUT = re.compile(r"\bwith (?:an?|no|one|two|\d)\b[^,]*,\s*(?P<name>(?-i:[A-Z])[\w'’-]+)\W*$", re.I)
"""`Ann with an e, Anne`: the last says how."""
MOST_CORRECTED = 3
"""Words of a name that corrects another; more than that says something else."""
NO_CORRECTIONS = frozenset(
    "right correct good fine great perfect better best true all everything nice cool done mine hers his theirs mom mum work home"
    " not incorrect off missing still just only tomorrow today morning afternoon evening noon cell landline"
    " both numbers number".split()
)
"""`no its fine` corrects nothing."""


def changed(text: str) -> str:
    """The name that a message asks to put for another, in so many words."""
    found = CHANGED.search(text)
    return _meant(found[1]) if found else ""


def corrected(text: str) -> str:
    """A name that puts another right; empty where none is told."""
    spelt = SPELT_OUT.search(text)
    if spelt:
        return _meant(spelt["name"])
    found = CORRECTED.match(SPELT.sub("", text)) or CHANGED.search(text)
    return _meant(found[found.lastindex or 0]) if found else names.told(text)


def again(text: str, before: str, alone: bool = False) -> str:
    """The name where a message says that told before once more, whole, in part or put right: `no its Ellen WOO`, `yes pat`.

    Args:
        text: what the patient wrote; where any words may be an answer others are one.
        before: the name told before.
        alone: whether the name need not be led to.
    """
    plain = SPELT.sub("", text)
    confirmed = (ALONE.fullmatch(plain) if alone else None) or AGAIN.match(plain)
    name = corrected(text) or (_meant(confirmed["name"]) if confirmed else "")
    letter = BY_A_LETTER.fullmatch(text)
    if letter and letter["letter"].casefold() in "".join(_plain(before)):
        return before
    said = _plain(re.sub(r"[^\w\s'’-]", " ", text))
    if before and said and set(said) <= set(_plain(before)):
        return before
    if set(_plain(name)) & set(_plain(before)):
        return put_right(before, name)
    other = NOT_THAT.fullmatch(text)
    if other and other["new"].casefold() in _plain(before):
        return before
    if other and other["old"].casefold() in _plain(before):
        return _in_place(before, other["old"], names.written(other["new"]))
    near = difflib.get_close_matches(name, before.split(), 1, LIKE) if plain != text and len(name.split()) == 1 else []
    return _in_place(before, near[0], name) if near else spelt_out(text, before)


def put_right(before: str, name: str) -> str:
    """The name as it is meant: who says a part of it once more, or spells it better, means the whole."""
    if set(_plain(name)) <= set(_plain(before)):
        return before
    near = difflib.get_close_matches(name, before.split(), 1, LIKE) if len(name.split()) == 1 < len(before.split()) else []
    return _in_place(before, near[0], name) if near else name


def _in_place(before: str, word: str, other: str) -> str:
    return " ".join(other if _plain(each) == _plain(word) else each for each in before.split())


def _plain(name: str) -> list[str]:
    """The words of a name without capitals and accents: who wrote `Renée` once writes `renee` next."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).split()


def spelt_out(text: str, before: str) -> str:
    """The name told before with that of its words which is spelt letter by letter; empty where none is like it."""
    letters, words = LETTERS.search(text), before.split()
    if not letters:
        return ""
    word = letters[0].replace("-", "").capitalize()
    if not words:
        return word
    near = difflib.get_close_matches(word, words, 1, LIKE)
    return " ".join(word if each in near else each for each in words) if near else ""


def _meant(words: str) -> str:
    """The name that stands where a correction puts it; `no its fine` corrects nothing."""
    name = names.find(words)
    return name if len(name.split()) <= MOST_CORRECTED and not NO_CORRECTIONS & set(name.casefold().split()) else ""
