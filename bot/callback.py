"""The edge's side of a call-back request: raw values sealed between turns, and all of it kept with the turn that confirms it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from bot.aftermath import form_active
from bot.sealing import Unsealable, seal, unseal
from bot.store import Also, Snapshot, StoredTurn, callbacks
from bot.store.pending import KEPT

LABELS = {"callback_name": "[name]", "callback_number": "[phone]", "callback_time": "[time]", "callback_why": "[reason]"}
"""What stands for each value where a reply is kept."""
DETAILS = "[call-back details]"
"""What stands for a message that told some of them."""
MOST_QUESTIONS = 20
NOTHING_ASKED = {"callback_share": False}
"""What the form is told in a chat that begins with it: without questions there is nothing to ask consent for."""
ASKED = ("answer", "not_covered", "clarify")
"""Kinds of reply whose message was a question."""


@dataclass(frozen=True)
class Form:
    """A form between two turns: its values, and the last reply as it was sent, for a client that asks again."""

    values: dict[str, Any] = field(default_factory=dict)
    message_id: str = ""
    messages: list[dict[str, Any]] = field(default_factory=list)


class CallbackKeeper:
    """Seals, opens and keeps what the call-back form holds."""

    def __init__(self, key: str) -> None:
        self._key = key

    def form(self, before: Snapshot) -> Form | None:
        """The form that the last turn left; None where there is none, or where its half hour is over."""
        if not before.pending:
            return None
        try:
            return Form(**unseal(self._key, before.pending, int(KEPT.total_seconds())))
        except Unsealable:
            return None

    def sealed(self, state: Mapping[str, Any], values: Mapping[str, Any], message_id: str, messages: list[dict[str, Any]]) -> str:
        """What the next turn of a form in progress needs; empty without one."""
        if not form_active(state):
            return ""
        return seal(self._key, {"values": dict(values), "message_id": message_id, "messages": messages})

    def request(self, conversation_id: str, channel: str, values: Mapping[str, Any], asked: list[str]) -> Also:
        """Writes a confirmed request and its notice to the clinic, as part of the turn's transaction."""
        told = {
            "name": values.get("callback_name", ""),
            "phone": values.get("callback_number", ""),
            "time": values.get("callback_time", ""),
            "reason": values.get("callback_why", ""),
            "questions": asked[-MOST_QUESTIONS:],
        }
        key, sealed = secrets.token_hex(16), seal(self._key, told)
        return partial(callbacks.add, key=key, conversation_id=conversation_id, channel=channel, sealed=sealed)

    def withdrawal(self) -> str:
        """What a notice of a withdrawal says beside its key: nothing of the patient."""
        return seal(self._key, {})


def confirmed(state: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Whether the patient has just said that everything is right."""
    return values.get("callback_confirmed") is True and not form_active(state)


def questions(turns: list[StoredTurn]) -> list[str]:
    """What was asked in a chat, masked as it is kept."""
    return [turn.text for turn in turns if turn.kind in ASKED and turn.text and turn.text != DETAILS]


def masked(turn: StoredTurn, values: Mapping[str, Any], private: bool) -> StoredTurn:
    """The turn as it may be kept: without what the patient told the form."""
    told = sorted(
        ((str(values[slot]), label) for slot, label in LABELS.items() if values.get(slot)), key=lambda each: -len(each[0])
    )
    messages = []
    for message in turn.messages:
        text = message["text"]
        for value, label in told:
            text = text.replace(value, label)
        messages.append({**message, "text": text})
    return replace(turn, messages=messages, text=DETAILS if private else turn.text, guesses=[] if private else turn.guesses)
