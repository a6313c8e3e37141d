"""The hands beside the brain inside the tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.settings import ROOT
from bot.sms import opt_out
from tests.hands import Hands


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
