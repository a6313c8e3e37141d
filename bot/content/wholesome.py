"""What must not stand in words that people type: signs that Rasa, YAML or a phone would take for something else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

PHRASE_SIGNS = "[](){}"
LONGEST_PHRASE, LONGEST_TITLE, LONGEST_ANSWER = 500, 80, 1500
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
SLUG_LENGTH = 40


def one_line(text: str) -> str:
    """The text on one line, composed, without control or invisible characters."""
    composed = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    visible = "".join(" " if unicodedata.category(each) in ("Cc", "Zl", "Zp") else each for each in composed)
    return " ".join("".join(each for each in visible if unicodedata.category(each) not in ("Cf", "Cs", "Co", "Cn")).split())


def phrase_complaint(phrase: str) -> str:
    """Why a way of asking can't be kept as it is, with what to write instead; empty where it can."""
    if not any(character.isalnum() for character in phrase):
        return f"“{phrase}” has no words in it: leave it out."
    if len(phrase) > LONGEST_PHRASE:
        return f"“{phrase[:40]}…” is too long for one way of asking ({len(phrase)} of {LONGEST_PHRASE} characters)."
    plain = plain_phrase(phrase)
    if plain != phrase:
        return f"Please write “{plain}” instead of “{phrase}”: brackets, braces and a leading slash would be misread."
    return ""


def plain_phrase(phrase: str) -> str:
    """The phrase without the signs that would be misread: `is it [safe](x)` is `is it safe x`."""
    bare = "".join(" " if each in PHRASE_SIGNS else each for each in phrase.replace("${", " ")).split()
    joined = re.sub(r"\s+([,.?!;:])", r"\1", " ".join(bare))
    while joined != (joined := joined.strip().lstrip("/")):
        pass
    return joined


def title_complaint(title: str) -> str:
    """Why a title can't be kept; empty where it can."""
    if not any(character.isalnum() for character in title):
        return "Please give it a title."
    if len(title) > LONGEST_TITLE:
        return f"The title is too long ({len(title)} of {LONGEST_TITLE} characters)."
    if title.startswith("/") or any(each in title for each in "[]{}"):
        return "Please leave brackets, braces and a leading slash out of the title."
    return ""


def answer_complaint(text: str, placeholders: Iterable[str]) -> str:
    """Why an answer can't be kept; empty where it can."""
    if len(text) > LONGEST_ANSWER:
        return f"The answer is too long ({len(text)} of {LONGEST_ANSWER} characters)."
    known = set(placeholders)
    bare = PLACEHOLDER.sub(lambda found: "" if found[1] in known else found[0], text)
    if "${" in text or any(each in bare for each in "{}"):
        names = ", ".join(f"{{{name}}}" for name in sorted(known))
        return f"Please leave braces out of the answer; only these stand for a contact detail: {names}."
    if text.startswith("/") or any(each in text for each in "[]"):
        return "Please leave square brackets and a leading slash out of the answer: patients would see them as they stand."
    return ""


def slug(title: str, taken: Iterable[str], mark: str = "_") -> str:
    """An id from a title, unlike every taken one: letters and digits only, whatever the title holds."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    words = mark.join(re.findall(r"[a-z0-9]+", plain))[:SLUG_LENGTH].strip(mark) or "question"
    base = words if words[0].isalpha() else f"q{mark}{words}"
    known, number, found = set(taken), 1, base
    while found in known:
        number += 1
        found = f"{base}{mark}{number}"
    return found
