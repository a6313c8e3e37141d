"""A hint to teach is given where there is something to teach, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot import content
from bot.publishing.unlearned import unlearned
from bot.settings import Settings
from bot.store import Store, open_store
from bot.store.releases import Releases
from tests.content_office import LABEL, editor_of
from tests.small_content import small_copy

LONG_AGO = 1_000_000_000


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    """A small project, its model as new as its files."""
    small_copy(tmp_path)
    (tmp_path / "models").mkdir()
    for name in ("config.yml", "domain.yml", "models/assistant.tar.gz"):
        (tmp_path / name).write_text("")
    (tmp_path / "data" / "rules").mkdir(exist_ok=True)
    (tmp_path / "data" / "rules" / "own.yml").write_text("rules: []\n")
    for path in tmp_path.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return Settings(root=tmp_path, secret_key="k" * 40, database_url=f"sqlite:///{tmp_path}/bot.db")


def hinted(chosen: Settings) -> bool:
    return unlearned(chosen, chosen.models / "assistant.tar.gz", content.load(chosen.data))


def opened(chosen: Settings) -> Store:
    return open_store(chosen.database_url)


def test_a_switch_in_the_console_is_nothing_to_teach(chosen: Settings) -> None:
    """Wording and on/off are live: after such a change nobody is told to train; after a new way of asking they are."""
    store = opened(chosen)
    editor = editor_of(chosen.data, store)
    before = hinted(chosen)
    editor.switch(LABEL, False, "ann")
    switched = hinted(chosen)
    editor.add_phrases(LABEL, ["may one bend and stretch a bit"], "ann")
    asked = hinted(chosen)
    store.close()

    assert (before, switched, asked) == (False, False, True)


def test_what_the_release_has_learned_is_not_asked_for_again(chosen: Settings) -> None:
    """Once a release that learned it answers, the older model on the disk is nobody's concern."""
    store = opened(chosen)
    editor = editor_of(chosen.data, store)
    editor.add_phrases(LABEL, ["may one bend and stretch a bit"], "ann")
    before = hinted(chosen)
    Releases(store.engine, chosen.secret_for("releases")).add(b"a model", "ann", editor._library.version(), {}, choose=True)
    store.close()

    assert (before, hinted(chosen)) == (True, False)


@pytest.mark.parametrize("name", ["config.yml", "domain.yml", "data/rules/own.yml"])
def test_what_developers_edit_has_to_be_trained(chosen: Settings, name: str) -> None:
    """Pipeline, domain and rules are learned whatever the store says."""
    opened(chosen).close()
    os.utime(chosen.root / name)

    assert hinted(chosen)


def test_without_a_database_the_files_decide(chosen: Settings) -> None:
    """Before the first start there is nothing to compare with, and none is made."""
    os.utime(chosen.data / "faq" / "stretching.yml")

    assert hinted(chosen)
    assert not (chosen.root / "bot.db").exists()
