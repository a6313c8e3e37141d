"""One message of a patient, whatever channel it came by, and what may be wrong with it."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field, replace

from bot.conversation.typed_text import choice_number, normalised

MAX_CHARACTERS = {"web": 1000, "sms": 1600}


class TooLong(Exception):
    """The text is longer than the channel allows."""


class SameIdOtherText(Exception):
    """The message id was used before, for another message."""


class UnknownChoice(Exception):
    """The button's value isn't one that this conversation was offered last."""


@dataclass(frozen=True)
class Inbound:
    """One message of a patient, already known to be theirs."""

    conversation_id: str
    channel: str
    message_id: str
    text: str = ""
    value: str = ""
    sender_number: str = field(default="", repr=False)
    """Where a text message came from: offered as the number to call, and kept only if it is taken."""
    attachments: int = 0
    masked: str | None = field(default=None, repr=False)
    """The text as it may be kept, where that was worked out already."""

    def read(self) -> Inbound:
        """The message as it is understood: one spelling of its characters, and no more of them than the channel allows."""
        return replace(self, text=normalised(self.text)[: MAX_CHARACTERS[self.channel]])

    def taken(self, choices: dict[str, str]) -> str:
        """The label of the offered choice that the patient took, by button or by number; empty for none.

        Raises:
            UnknownChoice: the button's value is not among the choices.
        """
        if self.value:
            if self.value not in choices:
                raise UnknownChoice
            return choices[self.value]
        number, labels = choice_number(self.text), list(choices.values())
        return labels[number - 1] if 0 < number <= len(labels) else ""

    def digest(self, key: bytes) -> str:
        """Tells whether two messages are the same without keeping what they say."""
        return hmac.new(key, f"{self.text}\0{self.value}".encode(errors="replace"), hashlib.sha256).hexdigest()
