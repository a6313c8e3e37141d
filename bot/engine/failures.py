"""Rasa logs errors of actions and wordings and goes on as if nothing had happened. Here a turn learns of them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_failures: ContextVar[list[str] | None] = ContextVar("failures", default=None)


class TurnFailed(Exception):
    """Something in the turn went wrong; the message names the failing part, never what the patient said."""


class _Listener(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        found = _failures.get()
        if found is not None:
            found.append(f"{record.name}:{record.lineno}")


def listen() -> None:
    """Hear every error that anything below the logger `rasa` logs from now on."""
    logger = logging.getLogger("rasa")
    if not any(isinstance(handler, _Listener) for handler in logger.handlers):
        logger.addHandler(_Listener(level=logging.ERROR))


def note(part: str) -> None:
    """Something failed that the turn may be able to go on without; outside a turn nobody needs to know."""
    found = _failures.get()
    if found is not None:
        found.append(part)


@contextmanager
def collected() -> Iterator[list[str]]:
    """Where each error logged inside the block came from."""
    found: list[str] = []
    token = _failures.set(found)
    try:
        yield found
    finally:
        _failures.reset(token)
