"""The only way into the brain: a loopback call with a shared secret. Registered in credentials.yml."""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import settings
from bot.brain import Asked
from bot.engine import brain, failures, following

logger = logging.getLogger(__name__)


class EdgeChannel(InputChannel):
    """Takes what `brain.turn` takes and gives what it gives; a failed turn is a 5xx, never an empty 200."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    @classmethod
    def name(cls) -> str:
        """The part of the URL: /webhooks/edge/…"""
        return "edge"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        """The secret is derived from SECRET_KEY, so that credentials.yml holds none."""
        return cls(settings.load().secret_for("brain"))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Routes `turn` and `ready`."""
        failures.listen()
        blueprint = Blueprint("edge", url_prefix="/")

        @blueprint.route("/turn", methods=["POST"])
        async def turn(request: Request) -> HTTPResponse:
            if not hmac.compare_digest((request.token or "").encode(), self._secret.encode()):
                return response.json({"error": "secret"}, status=403)
            asked = _asked(request.body)
            if asked is None:
                return response.json({"error": "shape"}, status=422)
            try:
                answer = await brain.turn(request.app.ctx.agent, asked)
            except failures.TurnFailed as failed:
                logger.error("A turn failed in: %s", failed)
                return response.json({"error": str(failed)}, status=503)
            return response.json(answer)

        @blueprint.route("/ready", methods=["GET"])
        async def ready(request: Request) -> HTTPResponse:
            return _readiness(request.app)

        @blueprint.listener("after_server_start")
        async def follow_releases(app: Sanic, _loop: Any) -> None:
            # By its name Sanic ends it at a stop: else the loop's end would be told as an error each time.
            app.add_task(following.follow(app, settings.load()), name="following")

        return blueprint


def _readiness(app: Sanic) -> HTTPResponse:
    """The model that answers, and the release it came with; 503 without one."""
    agent = getattr(app.ctx, "agent", None)
    if agent is None or not agent.is_ready():
        return response.json({"model": None}, status=503)
    return response.json({"model": agent.model_id, "release": following.digest_of(app)})


def _asked(body: bytes) -> Asked | None:
    """The message in a body, or None where there is none."""
    try:
        found = json.loads(body)
    except ValueError:
        return None
    shape = {"text": str, "channel": str, "state": dict, "choice": str, "form": dict, "sender_number": str, "before": str}
    given = {"choice": "", "form": {}, "sender_number": "", "before": "", **found} if isinstance(found, dict) else {}
    fits = set(given) == set(shape) and all(isinstance(given[name], kind) for name, kind in shape.items())
    return Asked(**given) if fits else None
