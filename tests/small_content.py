"""A small copy of data/ with a topic of the tests' own, which a test may break in one place."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot import content
from bot.sentences import mended_by
from bot.settings import ROOT

KEPT = {"faq": "frequency", "not_covered": "price", "smalltalk": "thanks", "nlu": "person"}
"""What is left of the folders with many topics."""
TOPIC = "data/faq/stretching.yml"
FACTS = "data/facts/house.yml"
FACTS_TEXT = """# facts of the tests' own
facts:
  - id: stretch-time
    says: Stretching may take 20–30 minutes, 3 sessions a week, says Dr. Ada Byron of Harrow.
    source: clinic
  - id: stretch-page
    says: The stretching line is 610.555.0100, the page www.example.org/stretch.
    source: document
    references: [wang-2012]
    placeholder: stretch_page
    value: www.example.org/stretch
"""
TOPIC_TEXT = """version: "3.1"
responses:
  utter_faq/stretching:
    - text: >-
        Stretching may take 20 minutes. See {stretch_page}.
      metadata: {title: Stretching, facts: [stretch-time, stretch-page]}
    - channel: sms
      text: Stretching may take 20 minutes.
      metadata: {facts: [stretch-time]}
nlu:
  - intent: faq/stretching
    examples: |
      - should i stretch
      - is stretching good for me
      - stretches please
      - which stretch is best
      - can you show me a stretch

      - bendy moves for my hips
      - how do i loosen up
      - limbering up
"""


def small_copy(folder: Path) -> Path:
    """`folder`/data: a copy of data/ with one topic of each big folder, and ours."""
    data = folder / "data"
    shutil.copytree(ROOT / "data", data, ignore=_left_out)
    write(data, FACTS, FACTS_TEXT)
    write(data, TOPIC, TOPIC_TEXT)
    return data


def _left_out(folder: str, names: list[str]) -> list[str]:
    kept = KEPT.get(Path(folder).name)
    return [name for name in names if kept and Path(name).stem != kept]


def write(data: Path, name: str, text: str | bytes) -> None:
    """Put a file in the copy; `name` begins with data/."""
    path = data.parent / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def edit(data: Path, name: str, old: str, new: str) -> None:
    """Change the one place of a file where `old` stands first."""
    text = (data.parent / name).read_text()
    assert old in text, f"{name} does not hold {old!r}"
    write(data, name, text.replace(old, new, 1))


def line_of(data: Path, name: str, words: str) -> int:
    """The first line of a file that holds `words`."""
    return next(number for number, line in enumerate((data.parent / name).read_text().splitlines(), 1) if words in line)


def refusals(data: Path) -> list[tuple[str, int, str]]:
    """File, line and words of all that `check` refuses, be it while reading or while judging."""
    try:
        return [(problem.file, problem.line, mended_by(problem)) for problem in content.check(content.load(data))]
    except content.ContentError as error:
        return [(error.file, error.line, error.reason)]
