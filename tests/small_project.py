"""A small project of a test's own: few topics, few ways of asking, trained in seconds, its database and var/ in its folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot.publishing.publication import Parts
from bot.settings import ROOT, Settings
from bot.store import Store, open_store
from tests.project import copy_project, put

EXAMPLES = 8
TOPICS = {
    "faq": ("session_length", "needles_pain", "location", "booking"),
    "not_covered": ("gift_cards", "price", "other"),
    "smalltalk": ("greet", "thanks", "unsure", "capabilities"),
}
"""Topics that are left; the folders that aren't named keep theirs."""
TESTS = ("data/person.yml", "data/smalltalk/greet.yml", "red_flags/urgent/clot.yml", "red_flags/calm/clot.yml")
"""Files of test questions that are left."""


def small_project(folder: Path) -> Settings:
    """A project without a model, its secret key and database its own, with few test questions."""
    root = copy_project(folder / "project")
    (root / "models" / "assistant.tar.gz").unlink()
    for group in ("faq", "not_covered", "smalltalk", "nlu"):
        for path in (root / "data" / group).glob("*.yml"):
            if path.stem not in TOPICS.get(group, (path.stem,)):
                path.unlink()
            else:
                _shorten(path)
    vocabulary = root / "data" / "facts" / "vocabulary.yml"
    put(vocabulary, vocabulary.read_text().partition("shipped_topics:")[0])
    for name in TESTS:
        (root / "tests" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / "tests" / name, root / "tests" / name)
    return settings_in(folder)


def settings_in(folder: Path) -> Settings:
    """Of such a project."""
    return Settings(root=folder / "project", secret_key="k" * 40, database_url=f"sqlite:///{folder}/bot.db")


def parts_of(settings: Settings) -> tuple[Parts, Store]:
    """The parts of a publishing over the project's own database, its content in it."""
    store = open_store(settings.database_url)
    parts = Parts.over(settings, store)
    parts.library.reconcile()
    return parts, store


def _shorten(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    examples = [line for line in lines if line.startswith("      - ")]
    most = 3 * EXAMPLES if path.stem in ("out_of_scope", "emergency") else EXAMPLES
    put(path, "\n".join(line for line in lines if line not in examples[most:]) + "\n")
