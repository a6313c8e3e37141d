"""What a company that carries text messages must be able to do for us; each is one file beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class NotAuthentic(Exception):
    """The request was not made by the provider for our account, or can't be read as one of its messages."""


@dataclass(frozen=True)
class InboundText:
    """One text message of a patient, as the provider vouches for it."""

    message_id: str
    """The provider's own id: the same when it sends the message again."""
    sender: str
    text: str = ""
    media: int = 0
    """How many pictures or recordings came with it; they are never fetched."""
    opt_out: str = ""
    """`STOP`, `START` or `HELP` where the provider says that it has taken the message for that."""


class Provider(Protocol):
    """Verify, read and answer a provider's requests; and make one as it would, to try the set-up with."""

    path: str
    """Where it posts messages, below PUBLIC_URL."""
    media_type: str
    """Of its answers."""

    def verify(self, raw: bytes, headers: Mapping[str, str], url: str) -> InboundText | None:
        """The message in a request, or None where the request isn't a patient's message.

        Args:
            raw: the body as it came.
            headers: by lower-case name.
            url: the address as it is configured at the provider, never one rebuilt from the request.

        Raises:
            NotAuthentic: the signature is missing or wrong, or another account's.
        """

    def render(self, text: str) -> str:
        """The answer that sends one text message; an empty text sends none."""

    def compose(self, message: InboundText, recipient: str, url: str) -> tuple[bytes, dict[str, str]]:
        """Body and headers of a correctly signed request that brings the message."""

    def read(self, answer: str) -> str:
        """The text that an answer of `render` sends; empty for none."""
