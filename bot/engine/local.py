"""A brain in this very process, for `bot ask` and the measurements: the same function that serves over HTTP."""

from __future__ import annotations

import logging
import warnings
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent, load_agent
from rasa.core.utils import AvailableEndpoints
from rasa.utils.log_utils import configure_structlog

from bot.brain import Asked, BrainDown
from bot.engine import brain, failures, hands


class LocalBrain:
    """See bot.brain.Brain."""

    def __init__(self, agent: Agent) -> None:
        failures.listen()
        self._agent = agent

    @classmethod
    async def load(cls, root: Path, model: Path, hands_url: str = "") -> LocalBrain:
        """The agent that `rasa run` would serve; its forms need hands that listen at `hands_url`."""
        endpoints = AvailableEndpoints.read_endpoints(str(root / "endpoints.yml"))
        if hands_url:
            endpoints.action = hands.at(hands_url)
        return cls(await load_agent(model_path=str(model), endpoints=endpoints))

    async def answer(self, asked: Asked) -> dict[str, Any]:
        """See bot.brain.Brain."""
        try:
            return await brain.turn(self._agent, asked)
        except failures.TurnFailed as error:
            raise BrainDown(str(error)) from error

    async def check(self) -> str:
        """See bot.brain.Brain."""
        if not self._agent.is_ready():
            raise BrainDown("model")
        return ""


def quiet() -> None:
    """Rasa's own lines would stand between the answers; errors still reach `failures`."""
    warnings.filterwarnings("ignore")
    logging.getLogger("rasa").setLevel(logging.ERROR)
    configure_structlog(logging.ERROR)
