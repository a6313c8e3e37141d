"""The words that names are told by, read once when the first text is masked."""

from __future__ import annotations

import re
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


@lru_cache(maxsize=1)
def clinic_words() -> frozenset[str]:
    """The words and numbers of the clinic's own name, address and practitioner, in lower case: they stay readable."""
    values = re.findall(r"^\s*value:\s*(.+)$", CLINIC.read_text(encoding="utf-8"), re.MULTILINE)
    return frozenset(word for value in values for word in re.findall(r"[\w']+", value.casefold()) if len(word) > 2)


def _words(name: str) -> frozenset[str]:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
