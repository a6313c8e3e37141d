"""The clinic's contact, offered where it helps and never as a refrain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.content import topics
from bot.conversation.form_state import form_active
from bot.conversation.repeats import SAID
from bot.conversation.wording import CONTACT, Part

OFFERED = "offered"
"""The key of a conversation's state that says whether the last reply offered the contact."""
DEAD_ENDS = ("out_of_scope", "clarify")
CALL_OFFERED = frozenset((topics.PERSON, topics.CLINIC_COMPLAINT))
"""The replies that offer to have the clinic call."""
CALLBACK = topics.CALLBACK
ACCEPTS = re.compile(
    r"\W*(?:(?:ok|oh|well|yes|yeah|yep|sure|great|please|pls)\W+)*"
    r"(?:yes|yeah|yep|yup|sure|please|pls|do|do that|go ahead|that would be (?:great|good|nice)"
    r"|i(?:'?d| would) like that|let them call)\W*",
    re.I,
)


def accepted(text: str, state: Mapping[str, Any]) -> str:
    """The label of what a plain yes takes up: the call that the last reply offered; empty for nothing.

    Args:
        text: what the patient said.
        state: the conversation's, as it stood before this message.
    """
    offered = CALL_OFFERED & set(state.get(SAID, ())) and not form_active(state)
    return CALLBACK if offered and ACCEPTS.fullmatch(text) else ""


def in_measure(parts: list[Part], offered: bool, previous_kind: str, urgent: bool = False) -> tuple[list[Part], bool]:
    """The parts with their offers as they may go out, and whether this reply offers the contact.

    An answer does not offer it where the last reply did; a second dead end in a row does; nothing does in an emergency.

    Args:
        parts: what is to be said.
        offered: whether the last reply offered the contact.
        previous_kind: the kind of the last reply; empty for none.
        urgent: whether an emergency is open.
    """
    if urgent:
        return [replace(part, offer="") if part.offer == CONTACT else part for part in parts], False
    if offered:
        parts = [replace(part, offer="") if part.kind == "answer" and part.offer == CONTACT else part for part in parts]
    stuck = previous_kind in DEAD_ENDS and all(part.kind in DEAD_ENDS for part in parts)
    if stuck:
        parts = [*parts[:-1], replace(parts[-1], offer=CONTACT)]
    return parts, any(part.offer == CONTACT for part in parts)
