"""The edge inside the test's process, for what a shared assistant can't show: other settings, parts that are gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.app import create_app
from bot.run.processes import free_port
from bot.settings import Settings
from tests.conftest import Chat
from tests.databases import put_tables

MakeEdge = Callable[..., TestClient]


@pytest.fixture
def make_edge(make_settings: Callable[..., Settings], data_copy: Path, migrated: Path) -> Iterator[MakeEdge]:
    """`make_edge(NAME="value", …)`: an edge with these settings, whose brain's port is closed."""
    with ExitStack() as opened:

        def make(**environment: str) -> TestClient:
            chosen = make_settings(**{"BRAIN_URL": f"http://127.0.0.1:{free_port()}", **environment})
            put_tables(migrated, chosen.database_url)
            return opened.enter_context(TestClient(create_app(chosen), raise_server_exceptions=False))

        yield make


@pytest.fixture
def edge(make_edge: MakeEdge) -> TestClient:
    return make_edge()


@pytest.fixture
def edge_chat(edge: TestClient) -> Chat:
    """A patient of the edge in this process."""
    return Chat(edge).open()
