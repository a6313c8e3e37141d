"""`python -m bot publish` where nothing can be trained."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from bot.publishing.publication import Parts
from bot.settings import Settings
from bot.store import open_store
from bot.verbs import publish


def test_a_second_publishing_is_told_to_wait(data_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While one runs, the verb says so and exits with a status; nothing is begun."""
    chosen = Settings(root=tmp_path, secret_key="k" * 40, database_url=f"sqlite:///{tmp_path}/bot.db")
    store = open_store(chosen.database_url)
    Parts.over(chosen, store).publications.begin("ann")
    store.close()

    assert publish.run(chosen, argparse.Namespace(id=0)) == 1
    assert "under way already" in capsys.readouterr().err


def test_why_nothing_came_of_it_is_said_as_in_the_console(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the content is broken, the verb ends with the sentence that the owner would read."""
    chosen = Settings(root=tmp_path, secret_key="k" * 40, database_url=f"sqlite:///{tmp_path}/bot.db")
    (tmp_path / "data").mkdir()
    store = open_store(chosen.database_url)
    begun = Parts.over(chosen, store).publications.begin("ann")
    store.close()

    assert publish.run(chosen, argparse.Namespace(id=begun)) == 1
    assert "Something in the content has to be mended first. Patients are answered as before." in capsys.readouterr().err
