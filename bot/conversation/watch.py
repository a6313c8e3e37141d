"""What a front desk tells whoever counts; nobody listens unless asked to."""

from __future__ import annotations


class Watch:
    """Hears of turns and failures, and does nothing about them."""

    def turn(self, channel: str, kind: str, seconds: float) -> None:
        """A message was answered."""

    def failure(self, part: str) -> None:
        """A part failed in the middle of something: `brain`, `store` or, by our own mistake, `edge`."""
