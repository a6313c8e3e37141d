"""The way to the hands: a short wait, and a failure that the turn learns of by name."""

from __future__ import annotations

from typing import Any

from rasa.core.agent import Agent
from rasa.utils.endpoints import EndpointConfig

from bot import settings
from bot.engine import failures

NAME = "hands"
SECONDS = 3.0
"""Rasa would wait five minutes for them, and the patient with it."""


class Hands(EndpointConfig):
    """The action server as Rasa calls it."""

    async def request(self, *arguments: Any, **kwargs: Any) -> Any:
        """See EndpointConfig; whatever goes wrong, or is no JSON object, is noted as a failure of the hands."""
        try:
            answered = await super().request(*arguments, **{**kwargs, "timeout": SECONDS})
            if not isinstance(answered, dict):
                raise ValueError("the hands answered with something else than a JSON object")
            return answered
        except Exception:
            failures.note(NAME)
            raise


def at(url: str) -> Hands:
    """The hands that listen at an address such as http://127.0.0.1:5055."""
    return Hands(f"{url}/webhook", enable_selective_domain=True)


def attach(agent: Agent) -> None:
    """Have the agent, and every model it loads later, call the hands through us, at HANDS_URL, else where endpoints.yml says."""
    given = agent.action_endpoint
    if not isinstance(given, Hands):
        url = settings.load().hands_url
        elsewhere = getattr(given, "url", None)
        agent.action_endpoint = given = at(url) if url else Hands(elsewhere, enable_selective_domain=True)
    if agent.processor:
        agent.processor.action_endpoint = given
