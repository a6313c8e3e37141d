"""spaCy is asked for what no rule knows, and for nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.privacy import person_model
from bot.settings import ROOT

ASKED = """
import sys
from bot.privacy import mask
for text in sys.argv[1:]:
    mask(text)
print("spacy" in sys.modules)
"""


def test_a_name_no_rule_knows_is_masked() -> None:
    """A rare surname inside a sentence is found."""
    text = "last year Kowalczyk treated me at home"

    assert [text[start:end] for start, end, _kind in person_model.find(text)] == ["Kowalczyk"]


@pytest.mark.parametrize(
    "text", ["Do you take Venmo", "is it far from Bryn Mawr", "I take Lovenox", "Where Are You Located", "Kowalczyk"]
)
def test_products_places_and_titles_are_left(text: str) -> None:
    """Words that merely bear a capital stay."""
    assert list(person_model.find(text)) == []


@pytest.mark.parametrize(
    ("texts", "loaded"),
    [
        (["im jen, is it safe at 30 weeks", "Is it safe? My name is Siobhan.", "IS IT SAFE"], "False"),
        (["last year Kowalczyk treated me"], "True"),
    ],
)
def test_it_is_loaded_only_when_needed(texts: list[str], loaded: str) -> None:
    """A program that reads ordinary messages never loads spaCy, and stays light."""
    command = [sys.executable, "-c", ASKED, *texts]

    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip() == loaded
