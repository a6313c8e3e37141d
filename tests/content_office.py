"""A small content of a test's own in a store and on a disk, and an editor of it."""

from __future__ import annotations

from pathlib import Path

from bot.content.draft import FaqDraft
from bot.editing.editor import Editor
from bot.editing.library import Library
from bot.store import Store
from bot.store.revisions import Revisions
from tests.small_content import TOPIC

LABEL = "faq/stretching"
FILE = TOPIC
PHRASES = tuple(f"may i bring my {animal}" for animal in "dog cat horse parrot hamster rabbit goat turtle".split())
NEW = FaqDraft(title="Bringing a pet", web="Stretching may take 20 minutes.", facts=("stretch-time",), phrases=PHRASES)
"""A new question that nothing can be said against."""


def library_of(data: Path, store: Store) -> Library:
    """The library over a folder, as after a start."""
    found = Library(data, Revisions(store.engine))
    found.reconcile()
    return found


def editor_of(data: Path, store: Store) -> Editor:
    """An editor over a folder, as after a start."""
    return Editor(library_of(data, store))
