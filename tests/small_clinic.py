"""A running assistant over a small content, which learns in half a minute what the shipped one learns in five."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import ROOT
from tests.conftest import Assistant, assistant_in
from tests.phone import SET_UP
from tests.project import copy_project
from tests.small_content import small_copy

KEPT = ("nlu", "smalltalk")
"""Folders without which Rasa's rules have nothing to act on."""
PHRASES_LEFT, OF_THE_REST = 45, 20
"""Of a shipped FAQ or subject, which may not have fewer than 40; and of what else there is."""
TRAINING_SECONDS = 600
"""Half a minute on two cores of our own; a busy machine may take its time."""


def shorten(data: Path) -> None:
    """Leave the first ways of asking in each file: enough to tell topics apart."""
    for path in data.rglob("*.yml"):
        most = PHRASES_LEFT if path.parent.name in ("faq", "not_covered") else OF_THE_REST
        seen, kept = 0, []
        for line in path.read_text().splitlines(keepends=True):
            seen += line.startswith("      - ")
            if seen <= most or not line.startswith("      - "):
                kept.append(line)
        path.write_text("".join(kept))


@contextmanager
def small_clinic(folder: Path) -> Iterator[Assistant]:
    """A clinic with two FAQs whose guide says nothing of gift cards, started in a copy of the project in `folder`."""
    root = copy_project(folder)
    shutil.rmtree(root / "data")
    small_copy(root)
    for name in KEPT:
        shutil.copytree(ROOT / "data" / name, root / "data" / name, dirs_exist_ok=True)
    shutil.copy2(ROOT / "data" / "not_covered" / "gift_cards.yml", root / "data" / "not_covered" / "gift_cards.yml")
    shorten(root / "data")
    shutil.copytree(ROOT / "tests" / "data", root / "tests" / "data")
    for group in ("urgent", "calm"):
        (root / "tests" / "red_flags" / group).mkdir(parents=True)
        shutil.copy2(ROOT / "tests" / "red_flags" / group / "clot.yml", root / "tests" / "red_flags" / group / "clot.yml")
    (root / "models" / "assistant.tar.gz").unlink()
    with assistant_in(root, patience=TRAINING_SECONDS, **SET_UP) as running:
        yield running
