"""Is a response what openapi.json says it may be?"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import jsonschema

from bot.settings import ROOT


@lru_cache(maxsize=1)
def contract() -> dict[str, Any]:
    """The machine-readable contract."""
    return json.loads((ROOT / "bot" / "channels" / "openapi.json").read_text())


def kept(response: Any) -> Any:
    """The response itself, once its status is a documented one of its route and its body has the documented shape."""
    route = contract()["paths"][response.request.url.path][response.request.method.lower()]
    status = str(int(response.status_code))
    assert status in route["responses"], (status, response.text)
    documented = route["responses"][status].get("content", {}).get("application/json")
    if documented:
        assert response.headers["content-type"] == "application/json"
        jsonschema.validate(response.json(), {**documented["schema"], "components": contract()["components"]})
    else:
        assert response.content == b""
    return response


def refusal(response: Any) -> tuple[int, str]:
    """Status and code of an error, whose message is a sentence for people and tells nothing of the inside."""
    assert set(response.json()) == {"error"}
    assert set(response.json()["error"]) == {"code", "message"}
    message = response.json()["error"]["message"]
    assert message[0].isupper()
    assert message.endswith(".")
    assert not any(word in message for word in ("Error", "Traceback", "bot/", "sqlite", "{"))
    return response.status_code, response.json()["error"]["code"]


def kinds(response: Any) -> list[str]:
    """The kinds of a reply's messages."""
    assert kept(response).status_code == 200, response.text
    return [message["kind"] for message in response.json()["messages"]]
