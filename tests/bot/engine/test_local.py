"""The brain in this process."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest
from rasa.core.agent import Agent

from bot.brain import Asked, BrainDown, HttpBrain
from bot.engine import failures
from bot.engine.local import LocalBrain
from bot.settings import ROOT, Settings
from tests.processes import brain_url


@pytest.fixture
def served(assistant: Any) -> HttpBrain:
    """The brain that the running assistant has in a process of its own."""
    secret = Settings(secret_key=assistant.environment["SECRET_KEY"]).secret_for("brain")
    return HttpBrain(brain_url(assistant.process.pid), secret, 10)


@pytest.mark.parametrize("text", ["hello", "where is the clinic located", "how much is it", "who won the game", "is it safe"])
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_it_answers_as_the_one_over_http(brain: Any, served: HttpBrain, text: str, channel: str) -> None:
    """What is measured here is what patients get: the same messages as from the brain that serves."""

    async def over_http() -> dict[str, Any]:
        try:
            return await served.answer(Asked(text, channel, {}))
        finally:
            await served.close()

    here = asyncio.run(brain.answer(Asked(text, channel, {})))

    assert asyncio.run(over_http())["messages"] == here["messages"]


def test_a_loaded_brain_is_ready(brain: Any) -> None:
    """The check of a brain with a model passes."""
    assert asyncio.run(brain.check()) == ""


@pytest.mark.parametrize("call", ["check", "answer"])
def test_a_brain_without_a_model_is_down(call: str) -> None:
    """Without a model neither the check nor an answer pretends."""
    bare = LocalBrain(Agent())

    with pytest.raises(BrainDown):
        asyncio.run(bare.check() if call == "check" else bare.answer(Asked("hello", "web", {})))


def test_a_missing_model_is_not_replaced_by_another(tmp_path: Path) -> None:
    """Where the named archive isn't there, none of those that are is taken for it."""
    with pytest.raises(BrainDown):
        asyncio.run(asyncio.run(LocalBrain.load(ROOT, tmp_path / "gone.tar.gz")).check())


def test_quiet_still_hears_errors(brain: Any) -> None:
    """Silencing Rasa for `bot ask` doesn't silence the failures of a turn."""
    with failures.collected() as found:
        logging.getLogger("rasa.core.nlg").error("something")

    assert len(found) == 1
