"""How many years of school a text asks for, by the Flesch-Kincaid formula."""

from __future__ import annotations

import re

LEFT_ASIDE = frozenset(
    # the words that the answers are about, which every patient who asks has met …
    "acupuncture acupuncturist pregnancy pregnant practitioner sacroiliac pelvis pelvic needle needles"
    # … terms explained where they stand or written on every referral …
    " endorphins relaxin hormones inflammation arthritis chiropractic physical therapy posture meta-analysis"
    # … and the names of works and bodies that an answer cites
    " healthline national center for complementary and integrative health".split()
)
"""Medical terms and names that a shorter word can't replace: they count neither as words nor as syllables."""
WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
SILENT = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouy]l)e(?=$|(?:ment|less|ful|ly|line|thing|where)s?$)"  # place, movement, but not muscle
    r"|(?<=[^aeiouycgsxz])(?<![^aeiouy]l)(?<!ch)(?<!sh)e(?=s$)"  # times, but not pieces
    r"|(?<=[^aeiouytd])e(?=d$)"  # used, but not needed
)
VOWELS = re.compile(r"[aeiouy]+")
APART = re.compile(r"(?<![cgstx])i[ao]|(?<![qg])ua|(?<![tcr])ie(?=n|t)|rie(?=n)|yi|ei(?=ng)|(?<=[rd])ea$|(?<=[sd])n$")
"""Vowels that stand side by side and are spoken apart: period, usually, experience, being, idea, doesn('t)."""


def sentences(text: str) -> int:
    """How many sentences end in the text."""
    return len(SENTENCE_END.findall(text))


def syllables(word: str) -> int:
    """An estimate: runs of vowels, without a silent e."""
    parts = [re.sub("qu", "q", part) for part in re.split(r"[-'’]", word) if VOWELS.search(part)]
    return sum(max(1, len(VOWELS.findall(SILENT.sub("", part))) + len(APART.findall(part))) for part in parts) or 1


def grade(text: str) -> float:
    """The Flesch-Kincaid grade; a placeholder reads as one short word, for phone numbers and links are looked at, not read."""
    plain = re.sub(r"\{\w+\}", "this", text).casefold()
    words = [word for word in WORD.findall(plain) if word not in LEFT_ASIDE]
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / max(sentences(plain), 1) + 11.8 * spoken / max(len(words), 1) - 15.59
