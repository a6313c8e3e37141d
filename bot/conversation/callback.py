"""The edge's side of a call-back request: raw values sealed between turns, and all of it kept with the turn that confirms it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from bot.content.sms_text import fold
from bot.conversation.form_state import form_active
from bot.conversation.sms_reply import REST
from bot.conversation.wording import Part
from bot.sealing import Unsealable, seal, unseal
from bot.store import Also, Snapshot, StoredTurn, callbacks
from bot.store.pending import KEPT

LABELS = {"callback_name": "[name]", "callback_number": "[phone]", "callback_time": "[time]", "callback_why": "[reason]"}
"""What stands for each value where a reply is kept."""
DETAILS = "[call-back details]"
"""What stands for a message that told some of them."""
MOST_QUESTIONS = 20
REQUEST_SECONDS = 10 * 366 * 24 * 3600
"""How long a request may be opened: the store erases it long before."""
NOTHING_ASKED = {"callback_share": False}
"""What the form is told in a chat that begins with it: without questions there is nothing to ask consent for."""
ASKED = ("answer", "not_covered", "clarify")
"""Kinds of reply whose message was a question."""
ASKED_HERE = "asked_here"
"""The key of a conversation's state that says whether a question was asked in it: else there is nothing to share."""
SENT_HERE = "callback_sent_here"
"""The key that says whether a request was sent in it and not taken back since: whether it is still open the store knows."""


@dataclass(frozen=True)
class Form:
    """A form between two turns: its values, the last message, and the reply as it was sent, for a client that asks again."""

    values: dict[str, Any] = field(default_factory=dict)
    message_id: str = ""
    messages: list[dict[str, Any]] = field(default_factory=list)
    said: str = ""
    """The last message in its own words: what was dangerous may be told in two."""
    rest: list[dict[str, Any]] = field(default_factory=list)
    """What of the reply waits for MORE."""


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

    def sealed(self, state: Mapping[str, Any], form: Form) -> str:
        """What the next turn of a form in progress needs; empty without one."""
        return seal(self._key, {**form.__dict__, "rest": state.get(REST, [])}) if form_active(state) else ""

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

    def name_of(self, sealed: str) -> str:
        """The name in a request that the clinic has; empty where it can't be opened any more."""
        try:
            return str(unseal(self._key, sealed, REQUEST_SECONDS).get("name", ""))
        except Unsealable:
            return ""

    def withdrawal(self) -> str:
        """What a notice of a withdrawal says beside its key: nothing of the patient."""
        return seal(self._key, {})


def confirmed(state: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Whether the patient has just said that everything is right."""
    return values.get("callback_confirmed") is True and not form_active(state)


def told(form: Form | None, before: Snapshot) -> dict[str, Any]:
    """What the form is told of its values: a question asked in the middle of it makes consent worth asking for."""
    if form is None:
        return {} if before.state.get(ASKED_HERE, before.turns) else dict(NOTHING_ASKED)
    values = dict(form.values)
    if before.previous and before.previous.kind in ASKED and "callback_why" not in values:  # consent is asked for after that
        values.pop("callback_share", None)
    return values


def asked_here(parts: Sequence[Part], before: Snapshot) -> dict[str, bool]:
    """What the conversation is to remember of whether anything was asked in it."""
    before_this = bool(before.state.get(ASKED_HERE, before.turns))
    return {ASKED_HERE: before_this or any(part.kind in ASKED for part in parts)}


def sent_here(state: Mapping[str, Any], values: Mapping[str, Any], before: Snapshot) -> dict[str, bool]:
    """What the conversation is to remember of a request that was sent in it."""
    return {SENT_HERE: True} if before.state.get(SENT_HERE) or confirmed(state, values) else {}


def questions(turns: list[StoredTurn]) -> list[str]:
    """What was asked in a chat, masked as it is kept."""
    return [turn.text for turn in turns if turn.kind in ASKED and turn.text and turn.text != DETAILS]


def masked(turn: StoredTurn, values: Mapping[str, Any], private: bool, parted: bool = False) -> StoredTurn:
    """The turn as it may be kept: without what the patient told the form.

    Args:
        turn: as it was.
        values: what the form holds.
        private: whether the message told some of that.
        parted: whether the reply is a part of one, which may begin or end within a value: its words are not kept at all.
    """
    if parted and values:
        messages = [{**message, "text": DETAILS} for message in turn.messages]
    else:
        messages = _covered(turn.messages, values)
    return replace(turn, messages=messages, text=DETAILS if private else turn.text, guesses=[] if private else turn.guesses)


def storable(state: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The state as it may be kept: what of a form's reply waits for MORE is sealed with the form, and goes with it."""
    kept = {name: value for name, value in state.items() if name != REST}
    return kept if form_active(state) or not state.get(REST) else {**kept, REST: _covered(state[REST], values)}


def _covered(messages: list[dict[str, Any]], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The messages with a label for each value, as it was told and as a text message spells it."""
    told = {spelled: label for slot, label in LABELS.items() for spelled in _spellings(str(values.get(slot) or ""))}
    if not told:
        return [*messages]
    longest_first = "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
    whole = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")  # Al is no part of Also
    return [{**message, "text": whole.sub(lambda value: told[value[0]], message["text"])} for message in messages]


def _spellings(value: str) -> set[str]:
    return {spelled for spelled in (value, fold(value)) if spelled}
