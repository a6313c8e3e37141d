"""Messages as strings of codes, one character a word: what is misspelt, run together or disguised gets the code it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

END, PAUSE, OTHER = ".", ",", "x"
NUMBERS = {"NUMBER": "NEWPTY", "WEEK": "EW", "EARLY": "E", "PRESSURE": "P", "FEVER": "T", "YEAR": "Y"}
"""How patterns name numbers: any, one that can be a week of pregnancy, an early one, a high blood pressure, a fever, a year."""
FIRST_CODE = 0x4E00
SHORTEST_NEAR_MISS = 6
LONGEST_WORD, LONGEST_RUN_TOGETHER = 24, 60
TOKEN = re.compile(r"\d+\.\d+|[a-z0-9@$*]+(?:![a-z0-9@$*]+)?|[.!?;]+|[,:/()&+-]")
SPACED_OUT = re.compile(r"(?<![a-z0-9])[a-z](?:[ ._*-]{1,2}[a-z](?![a-z0-9])){3,}")
LEET = str.maketrans("013457@$!", "oieastasi")
REPEATED = re.compile(r"(.)\1+")
STRETCHED = re.compile(r"(.)\1{2,}")
PIECES = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
SOUNDS = (("ph", "f"), ("ck", "k"), ("tion", "sn"), ("sion", "sn"), ("sh", "s"), ("ss", "s"))
SOUND_OF = str.maketrans("cqzxvaeiouyhw", "kkskf\0\0\0\0\0\0\0\0")


class Words:
    """Every word that any pattern names, with its code."""

    def __init__(self, named: Iterable[str], fillers: str = "", real: str = "") -> None:
        """Know the words and stems (`bleed*`) that are named, those that mean nothing, and real ones that are no misspelling."""
        codes = {word: chr(FIRST_CODE + place) for place, word in enumerate(sorted(set(named)))}
        self.fillers = frozenset(fillers.split())
        self._stems = {word[:-1]: code for word, code in codes.items() if word.endswith("*")}
        self._codes = {word: code for word, code in codes.items() if not word.endswith("*")}
        self._code_of = {**dict.fromkeys(real.split(), OTHER), **self._codes, **dict.fromkeys(self.fillers, "")}
        self._wholes: dict[str, str] = {}
        self._learn_near_misses()

    def spell(self, variants: Mapping[str, str]) -> None:
        """Take other spellings for the words they stand for; `blood-pressure` is one of two words."""
        apart = []
        for meant, written in variants.items():
            codes = "".join(self._code_of.get(word, OTHER) for word in meant.split())
            self._code_of.update({each: codes for each in written.split() if "-" not in each})
            apart += [(each.split("-"), codes) for each in written.split() if "-" in each]
        self._wholes = {"".join(self._code_of.get(word, OTHER) for word in parts): codes for parts, codes in apart}
        self._learn_near_misses()

    def _learn_near_misses(self) -> None:
        long = [word for word, code in self._code_of.items() if len(word) >= SHORTEST_NEAR_MISS and word.isalpha() and code != OTHER]
        self._near = {near: self._code_of[word] for word in long for near in _shorter(word)}
        self._sounding = {sound: self._code_of[word] for word in long if (sound := _sound(word))}

    def class_of(self, word: str) -> str:
        """The codes a pattern's word may meet: its own; for a stem, those of every word that begins with it."""
        if word in NUMBERS:
            return NUMBERS[word]
        if not word.endswith("*"):
            return self._code_of[word]
        known = {**self._code_of, **self._stems}
        return "".join({code for each, code in known.items() if each.startswith(word[:-1]) and len(code) == 1 and code != OTHER})

    def encode(self, plain: str) -> str:
        """The message, one code a word."""
        seen: dict[str, str] = {}
        codes = []
        for token in TOKEN.findall(SPACED_OUT.sub(_closed_up, plain)):
            code = seen.get(token)
            if code is None:
                code = seen[token] = self._read(token)
            codes.append(code)
        message = "".join(codes)
        for parts, whole in self._wholes.items():
            message = message.replace(parts, whole)
        return message

    def _read(self, token: str) -> str:
        if token in self._code_of:
            return self._code_of[token]
        if token.isalpha():
            return self._word(token)
        if token[0] in ".!?;":
            return PAUSE if token[0] == "." and 2 <= len(token) <= 4 else END
        if token[0] in ",:/()&+-":
            return PAUSE
        if token.replace(".", "").isdigit():
            return _number(token)
        pieces = PIECES.findall(token)
        measured = len(pieces) == 2 and token[0].isdigit() and pieces[1] in self._code_of
        found = "" if measured else self._meant(token.translate(LEET).replace("*", ""))
        return found or "".join(self._read(piece) for piece in pieces) or OTHER

    def _word(self, token: str) -> str:
        return self._meant(token) or (self._run_together(token, 6) if 4 <= len(token) <= LONGEST_RUN_TOGETHER else "") or OTHER

    def _meant(self, token: str) -> str:
        """The code of the word that a token is, begins with, stretches, misspells or sounds like; empty if none."""
        for spelt in (token, STRETCHED.sub(r"\1\1", token), REPEATED.sub(r"\1", token)):
            if spelt in self._code_of and (spelt == token or len(spelt) > 1):
                return self._code_of[spelt]
        if len(token) > LONGEST_WORD:
            return ""
        for end in range(len(token), 2, -1):
            if token[:end] in self._stems:
                return self._stems[token[:end]]
        if len(token) < SHORTEST_NEAR_MISS - 1:
            return ""
        near = next((self._near[each] for each in (token, *_shorter(token)) if each in self._near), "")
        return near or self._sounding.get(_sound(token), "")

    def _run_together(self, token: str, parts: int) -> str:
        """The codes of the words that were written as one; empty if it isn't made of known words."""
        for end in range(len(token) - 1, 0, -1):
            first, rest = token[:end], token[end:]
            if first in self._code_of and (end > 2 or first in ("a", "i", "im", "my", "no", "is", "in", "it", "he", "to")):
                last = self._code_of.get(rest) if len(rest) > 2 or rest in ("me", "up", "it", "im") else None
                if last is None and parts > 2:
                    last = self._run_together(rest, parts - 1) or None
                if last is not None:
                    return self._code_of[first] + last
        return ""


def _closed_up(spaced: re.Match[str]) -> str:
    return re.sub(r"[^a-z]", "", spaced[0])


def _shorter(word: str) -> list[str]:
    """The word less one letter, in every way."""
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


def _sound(word: str) -> str:
    """The word's consonants as they sound; empty where too few to tell words apart."""
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    heard = REPEATED.sub(r"\1", word[1:].translate(SOUND_OF).replace("\0", ""))
    return word[0] + heard if len(heard) >= 3 else ""


def _number(token: str) -> str:
    value = float(token[:9])
    if 140 <= value <= 260:
        return "P"
    if 100.3 < value < 109 or (38 <= value < 43 and "." in token):
        return "T"
    if 1900 <= value <= 2100:
        return "Y"
    return "E" if 4 <= value <= 12 else "W" if 13 <= value <= 43 else "N"
