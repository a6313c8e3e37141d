"""What must not stand in words that people type: signs that Rasa, YAML or a phone would take for something else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from bot.content.complaint import Complaint, complaint

PHRASE_SIGNS = "[](){}"
LONGEST_PHRASE, LONGEST_TITLE, LONGEST_ANSWER = 500, 80, 1500
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
SLUG_LENGTH = 40


def one_line(text: str) -> str:
    """The text on one line, composed, without control or invisible characters."""
    composed = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    visible = "".join(" " if unicodedata.category(each) in ("Cc", "Zl", "Zp") else each for each in composed)
    return " ".join("".join(each for each in visible if unicodedata.category(each) not in ("Cf", "Cs", "Co", "Cn")).split())


def phrase_complaint(phrase: str) -> Complaint | None:
    """Why a way of asking can't be kept as it is, with what to write instead; None where it can."""
    if not any(character.isalnum() for character in phrase):
        return complaint("wordless_phrase", phrase=phrase)
    if len(phrase) > LONGEST_PHRASE:
        return complaint("long_phrase", begins=phrase[:40], length=len(phrase), most=LONGEST_PHRASE)
    plain = plain_phrase(phrase)
    return complaint("misread_phrase", instead=plain, phrase=phrase) if plain != phrase else None


def plain_phrase(phrase: str) -> str:
    """The phrase without the signs that would be misread: `is it [safe](x)` is `is it safe x`."""
    bare = "".join(" " if each in PHRASE_SIGNS else each for each in phrase.replace("${", " ")).split()
    joined = re.sub(r"\s+([,.?!;:])", r"\1", " ".join(bare))
    while joined != (joined := joined.strip().lstrip("/")):
        pass
    return joined


def title_complaint(title: str) -> Complaint | None:
    """Why a title can't be kept; None where it can."""
    if not any(character.isalnum() for character in title):
        return complaint("no_title")
    if len(title) > LONGEST_TITLE:
        return complaint("long_title", length=len(title), most=LONGEST_TITLE)
    if title.startswith("/") or any(each in title for each in "[]{}"):
        return complaint("misread_title")
    return None


def answer_complaint(text: str, placeholders: Iterable[str]) -> Complaint | None:
    """Why an answer can't be kept; None where it can."""
    if len(text) > LONGEST_ANSWER:
        return complaint("long_answer", length=len(text), most=LONGEST_ANSWER)
    known = set(placeholders)
    bare = PLACEHOLDER.sub(lambda found: "" if found[1] in known else found[0], text)
    if "${" in text or any(each in bare for each in "{}"):
        names = ", ".join(f"{{{name}}}" for name in sorted(known))
        return complaint("braces", known=names) if names else complaint("no_braces")
    if text.startswith("/") or any(each in text for each in "[]"):
        return complaint("misread_answer")
    return None


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
