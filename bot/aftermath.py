"""After an emergency: no offers until the patient says that help is arranged; asked to book, the advice comes first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.content import Content
from bot.content.model import fill
from bot.form_state import without_form
from bot.safety import Safety
from bot.wording import Part, Wording

URGENT = "urgent"
"""The key of a conversation's state under which the id of what was urgent stays until help is arranged."""
HELP_ARRANGED = "help_arranged"
"""What the metadata `offer:` of an answer says that settles an emergency."""


class Aftermath:
    """What an emergency changes in the answers that follow it."""

    def __init__(self, content: Content, safety: Safety, wording: Wording) -> None:
        self._content, self._wording = content, wording
        self._flags = {flag.id: flag for flag in safety.flags}

    def after(self, parts: list[Part], urgent: str, channel: str) -> tuple[list[Part], str]:
        """The parts as they may go out, and what is still urgent after them.

        Args:
            parts: the brain's answer.
            urgent: the id of what was urgent before this message; empty for nothing.
            channel: `web` or `sms`.
        """
        alarms = [part.topics[0] for part in parts if part.kind == "emergency"]
        if alarms:
            return [part for part in parts if part.kind == "emergency"], alarms[0]
        if not urgent or any(part.offer == HELP_ARRANGED for part in parts):
            return parts, ""
        quiet = [replace(part, offer="", choices=() if part.kind == "handoff" else part.choices) for part in parts]
        asked_to_book = any(part.kind == "handoff" for part in parts)
        return ([self._advice(urgent, channel), *quiet] if asked_to_book else quiet), urgent

    def _advice(self, urgent: str, channel: str) -> Part:
        flag = self._flags.get(urgent)
        if flag:
            return self._wording.advice(flag, channel)
        wordings = {response.channel: response.text for response in self._content.topics["emergency"].responses}
        text = fill(wordings.get(channel, wordings[""]), self._content.placeholders())
        return Part(text, "emergency", (urgent,), confidence=1.0)


def urgent_state(state: dict[str, Any], topic: str) -> dict[str, Any]:
    """The state of a conversation in which something is urgent now: no form goes on.

    Args:
        state: as it stood before.
        topic: the id of what is urgent.
    """
    return {**without_form(state), URGENT: topic}
