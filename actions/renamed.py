"""Names that put one right that was told before: `actually its jessica moore`, `no its Ann without e`, `its P-R-I-Y-A`."""

from __future__ import annotations

import difflib
import re
import unicodedata

from actions import names
from bot.phrasebook.name_words import TITLE, is_name
from bot.phrasebook.times import SPAN

CORRECTED = re.compile(
    r"^\s*(?:(?:no|nope|actually|sorry|wait|oh|hm+|oops|typo|my bad|not [^\W\d_]+(?=,? it'?s)"
    r"|(?:and|also|please)(?= put| the name| name| it'?s)"
    r"|i (?:said|meant|told you))\b[\s,.!-]*)+"
    r"(?:(?:(?:it'?s|it\s+is|i'?m|i\s+am|that'?s|make\s+(?:it|that)|put|use)\s+)(.+)"
    rf"|({TITLE}\s+[^\W\d_][\w'’-]+)|(?-i:([A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){{0,2}})))\W*$",
    re.I,
)
"""`actually its jessica moore`, said of a name that was given before."""
PROPER = r"(?-i:[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){0,2})"
CHANGED = re.compile(
    r"\bname\b(?:\s+\w+)?\s+(?:to|should\s+be)\s+([^\W\d_][\w'’-]*(?-i:\s+[A-Z][\w'’-]+){0,2})"
    rf"|\bname\b[^,:.!]{{0,20}}\b(?:wrong|typo|mis-?spel\w+|incorrect)\W+(?:(?:it'?s|it is|should be)\s+)?({PROPER})"
    rf"|\bchange (?:it|that|this) to ({PROPER})\W*$|\b(?:call|ask for) ({PROPER}),? (?:not|instead of) (?:me|him|her|us)\b"
    rf"|\bwith (?:an? )?[\w ]{{1,16}}: ?({PROPER})\W*$",
    re.I,
)
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
BUT_THIS = re.compile(
    r"\W*(?:(?:no|oh|sorry|and|ok)\b\W*)*not (?P<old>[^\W\d_][\w'’-]+)\W+(?:but |it'?s |it is )?(?P<new>[^\W\d_][\w'’-]+)\W*",
    re.I,
)
"""`not karen its Karin`."""
OBJECTS = re.compile(r"\b(?:but|no|not|wrong|isn'?t|aint)\b.*\bname\b|\?\W*my name\b|\bname\b.*(?:\bnot\b|n'?t\b)", re.I | re.S)
"""The name told before is wrong as a whole: `ok but my name is Aoife`."""
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
    name = _meant(found[found.lastindex or 0]) if found else ""
    return name or names.told(text)


def whole(text: str) -> str:
    """The name that takes the place of another, whatever that was: announced by who objects, or two words of a name alone."""
    alone = text.strip(" .,!")
    if len(alone.split()) > 1 and alone[:1].isupper() and alone.split()[-1][:1].isupper() and is_name(alone):
        return _meant(alone)
    return names.told(text) if OBJECTS.search(text) else ""


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
    other = BUT_THIS.fullmatch(plain) or NOT_THAT.fullmatch(text)
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
    text = re.sub(r"(?<=\w)\s+(?:hyphen|dash)\s+(?=\w-\w)", " ", text, flags=re.I)
    spelt = [letters[0].replace("-", "").capitalize() for letters in LETTERS.finditer(text)]
    if not spelt:
        return ""
    beside = before or names.find(LETTERS.sub(" ", text).strip(" ,.:;()-"))
    if not beside:
        return " ".join(spelt)
    name, like = beside, False
    for word in spelt:
        near = difflib.get_close_matches(word, re.split(r"[\s-]+", name), 1, LIKE)
        like = like or bool(near)
        if near and _plain(near[0]) != _plain(word):
            name = re.sub(rf"(?<!\w){re.escape(near[0])}(?!\w)", word, name, count=1)
    return name if like else ""


def _meant(words: str) -> str:
    """The name that stands where a correction puts it; `no its fine` corrects nothing."""
    name = names.find(words)
    if SPAN.fullmatch(name):
        return ""
    return name if len(name.split()) <= MOST_CORRECTED and not NO_CORRECTIONS & set(name.casefold().split()) else ""
