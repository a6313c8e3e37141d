"""The hands beside the brain inside the tests, and an editor of a small content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.editing.editor import Editor
from bot.settings import ROOT
from bot.sms import opt_out
from tests.content_office import editor_of
from tests.databases import opened
from tests.hands import Hands
from tests.small_content import small_copy


@pytest.fixture(scope="session")
def running_hands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hands]:
    started = Hands.start(tmp_path_factory.mktemp("hands") / "log")
    yield started
    started.stop()


@pytest.fixture
def hands(running_hands: Hands, brain: Any) -> Hands:
    """The hands, called by the brain of this process."""
    running_hands.held_by(brain)
    return running_hands


@pytest.fixture(scope="session")
def ears() -> opt_out.Ears:
    """The shipped words and patterns."""
    return opt_out.load(ROOT / "data" / "sms" / "opt_out.yml")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small content to edit."""
    return small_copy(tmp_path)


@pytest.fixture
def editor(data: Path, migrated: Path, tmp_path: Path) -> Iterator[Editor]:
    """An editor of that content, over a store of its own."""
    store = opened(migrated, tmp_path / "editor.db")
    yield editor_of(data, store)
    store.close()
