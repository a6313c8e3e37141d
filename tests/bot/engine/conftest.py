"""A tiny assistant with a form: the shipped one asks nothing back, and a form is what a lost state would break."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "synthetic"


@pytest.fixture(scope="session")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A Rasa agent on `synthetic/`, its tracker store ours."""
    from rasa.core.agent import load_agent
    from rasa.core.utils import AvailableEndpoints
    from rasa.model_training import train
    from rasa.utils.endpoints import EndpointConfig

    from bot.engine import failures
    from bot.engine.local import quiet

    quiet()
    failures.listen()
    folder = str(tmp_path_factory.mktemp("synthetic"))
    model = train(str(HERE / "domain.yml"), str(HERE / "config.yml"), [str(HERE / "rules.yml")], output=folder).model
    endpoints = AvailableEndpoints(tracker_store=EndpointConfig(type="bot.engine.tracker_store.TravellingTrackerStore"))
    return asyncio.run(load_agent(model_path=model, endpoints=endpoints))
