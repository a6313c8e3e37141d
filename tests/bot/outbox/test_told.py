"""What every receiver has in common."""

from __future__ import annotations

from bot.outbox.mail import Mail
from bot.outbox.told import Receiver
from bot.outbox.webhook import Webhook


def test_receivers_are_told_apart_by_name() -> None:
    """The outbox remembers by one word who has a notice already, so no two share it."""
    receivers: list[Receiver] = [Mail("smtp://localhost", "desk@example.org"), Webhook("http://localhost", "s" * 16)]

    names = [receiver.name for receiver in receivers]

    assert len(set(names)) == len(names)
    assert all(name.isidentifier() for name in names)
