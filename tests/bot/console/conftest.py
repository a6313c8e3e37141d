"""The console inside the test's process, over a small content of its own and an empty store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from bot.app import create_app
from bot.judging import gate
from bot.run.processes import free_port
from bot.settings import ROOT, Settings
from bot.understanding import encoder
from tests.console import Staff, signed_in, visitor
from tests.databases import put_tables

MakeApp = Callable[..., Starlette]
VECTORS: dict[str, Any] = {}
"""What phrases mean, read once for all tests: the encoder is the slowest part of a page."""


@pytest.fixture(scope="session")
def shipped_model() -> Any:
    """The model that every one of these consoles estimates with, unpacked once."""
    return gate.unpacked((ROOT / "models" / "assistant.tar.gz").read_bytes(), encoder.load(ROOT / "models" / "encoder"))


@pytest.fixture
def make_app(
    request: pytest.FixtureRequest, make_settings: Callable[..., Settings], data: Path, migrated: Path
) -> Iterator[MakeApp]:
    """`make_app(NAME="value", …)`: an edge with its console, whose brain's port is closed."""
    made: list[Starlette] = []

    def make(**environment: str) -> Starlette:
        shipped = not (data.parent / "models").exists()
        if shipped:
            (data.parent / "models").symlink_to(ROOT / "models")
        chosen = make_settings(**{"BRAIN_URL": f"http://127.0.0.1:{free_port()}", **environment})
        put_tables(migrated, chosen.database_url)
        made.append(create_app(chosen))
        suggestions = made[-1].state.console.suggestions
        suggestions._vectors = VECTORS
        if shipped:
            suggestions._model = lambda release_id: request.getfixturevalue("shipped_model")
        return made[-1]

    yield make
    for app in made:
        app.state.desk.store.close()


@pytest.fixture
def app(make_app: MakeApp) -> Starlette:
    return make_app()


@pytest.fixture
def owner(app: Starlette) -> Staff:
    return signed_in(app, "Olive", "owner")


@pytest.fixture
def editor(app: Starlette) -> Staff:
    return signed_in(app, "Edith", "editor")


@pytest.fixture
def anybody(app: Starlette) -> Staff:
    """A browser that is not signed in."""
    return visitor(app)
