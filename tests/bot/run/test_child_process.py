"""What a process of ours runs with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.run.child_process import HUGE_PAGES, environment
from bot.settings import Settings


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    return Settings(root=tmp_path, secret_key="k" * 40)


def test_a_process_of_rasa_is_quiet_and_ours(chosen: Settings) -> None:
    """Rasa's processes find our code, share the secret and send no telemetry."""
    found = environment(chosen)

    assert found["PYTHONPATH"].split(os.pathsep)[0] == str(chosen.root)
    assert (found["RASA_TELEMETRY_ENABLED"], found["SECRET_KEY"]) == ("false", chosen.secret_key)


def test_an_operators_word_on_memory_stands(chosen: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Huge pages where nobody has said otherwise; what the environment says of the allocator is left as it is."""
    monkeypatch.delenv("GLIBC_TUNABLES", raising=False)
    before = environment(chosen)["GLIBC_TUNABLES"]
    monkeypatch.setenv("GLIBC_TUNABLES", "glibc.malloc.check=3")

    assert (before, environment(chosen)["GLIBC_TUNABLES"]) == (HUGE_PAGES, "glibc.malloc.check=3")
