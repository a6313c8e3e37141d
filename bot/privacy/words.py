"""The words that names are told by, read once when the first text is masked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
CLINIC = Path(__file__).resolve().parents[2] / "data" / "facts" / "clinic.yml"


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """First names, in lower case, that are nothing else."""
    return _words("first_names") - names_also_words()


@lru_cache(maxsize=1)
def names_also_words() -> frozenset[str]:
    """First names, in lower case, that are words as well."""
    return _words("also_words")


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words, in lower case, that stand where a name could and are none."""
    return _words("common_words")


def clinic_words() -> frozenset[str]:
    """The words and numbers of the clinic's own name, address and practitioner, in lower case: they stay readable."""
    return _told or _shipped()


def spare(values: Iterable[str]) -> None:
    """From now on leave readable what the clinic itself is called by now, in place of what it was called when it was shipped."""
    global _told
    _told = _words_of(values)


_told: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def _shipped() -> frozenset[str]:
    """For whoever masks without any content at hand."""
    return _words_of(re.findall(r"^\s*value:\s*(.+)$", CLINIC.read_text(encoding="utf-8"), re.MULTILINE))


def _words_of(values: Iterable[str]) -> frozenset[str]:
    words = (word for value in values for word in re.findall(r"[\w']+", value.casefold()))
    return frozenset(word for word in words if len(word) > 2 or word.isdigit())


def _words(name: str) -> frozenset[str]:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
