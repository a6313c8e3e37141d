"""A talk about a call back, as the tests of the form hold it."""

from __future__ import annotations

from typing import Any

from bot.conversation.wording import Reply
from bot.sealing import unseal
from bot.store.callbacks import Callbacks
from bot.turn import FrontDesk
from tests.turns import take

SAVED = "We have it"
TOLD = ("jen, 484 555 0123, tmrw after 5", "skip")
PHONE = "(484) 555-0123"


def said(reply: Reply) -> str:
    return " ".join(message["text"] for message in reply.messages)


def talk(desk: FrontDesk, *texts: str, **given: str) -> Reply:
    """The last reply."""
    return [take(desk, text, **given) for text in texts][-1]


def press(desk: FrontDesk, reply: Reply, number: int) -> Reply:
    """Take a choice by its button."""
    buttons = [button for button in reply.messages[-1]["buttons"] if "value" in button]
    return take(desk, value=buttons[number]["value"])


def requests(desk: FrontDesk) -> list[dict[str, Any]]:
    """What the clinic has, opened."""
    return [unseal(desk._forms._key, found.sealed, 60) for found in Callbacks(desk.store.engine).listed()]
