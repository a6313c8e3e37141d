"""Every reply as one text message: first contact, several answers in one, and MORE for what doesn't fit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bot.content import Content
from bot.content.model import KINDS
from bot.content.sms_text import JOINED, fold, length
from bot.conversation.wording import Reply

MOST_PLACES = 3 * JOINED["GSM-7"]
"""Three segments. One answer below the first-contact line fits in two (`python -m bot check`)."""
INTRODUCED, REST = "introduced", "more"
"""Keys of a conversation's state: whether the first contact was made, and the messages that wait for MORE."""
MORE = re.compile(r"(?:reply |send |the |tell me |show me )?(?:more|rest)(?: please| pls)?[.!]*", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<!\bDr)[.!?]\s+|\n")

Messages = list[dict[str, Any]]
State = dict[str, Any]


class SmsReplies:
    """Makes one text of a reply, and keeps in the conversation's state what is to follow."""

    def __init__(self, content: Content) -> None:
        self._first = fold(content.reply("first_contact", "sms"))
        self._hint = fold(content.reply("more_follows", "sms"))

    def of(self, reply: Reply, state: State, before: State) -> tuple[Reply, State]:
        """The reply as one message, and the state with what follows from that.

        Args:
            reply: with a message for each of its parts. Emergency advice comes first and whole, without an introduction.
            state: what the conversation was to go on from.
            before: the state before this message, which tells whether the patient was introduced.
        """
        known = bool(before.get(INTRODUCED))
        first = [] if known or reply.kind == "emergency" else [self._first]
        now, rest = self._cut(reply.messages, first)
        text = "\n".join([*first, *(message["text"] for message in now), *([self._hint] if rest else [])])
        goes_on = {name: value for name, value in state.items() if name not in (INTRODUCED, REST)}
        goes_on |= {INTRODUCED: True} if known or first else {}
        goes_on |= {REST: rest} if rest else {}
        return replace(reply, messages=[{**_joined(now), "text": text}]), goes_on

    def joined(self, reply: Reply) -> Reply:
        """The reply as one message where no conversation is left to introduce it to or to keep a rest in."""
        text = "\n".join(message["text"] for message in reply.messages)
        return replace(reply, messages=[{**_joined(reply.messages), "text": text}])

    def _cut(self, messages: Messages, first: list[str]) -> tuple[Messages, Messages]:
        """What goes out now, and what waits: whole answers where that is possible, else whole sentences."""
        if length("\n".join([*first, *(message["text"] for message in messages)])) <= MOST_PLACES:
            return messages, []
        room = MOST_PLACES - sum(length(line) + 1 for line in (*first, self._hint))
        now: Messages = []
        for index, message in enumerate(messages):
            if length(message["text"]) <= room or message["kind"] == "emergency":  # advice is never cut
                now.append(message)
                room -= length(message["text"]) + 1
                continue
            if now:
                return now, messages[index:]
            end = _last_end(message["text"], room)
            parts = (message["text"][:end].rstrip(), message["text"][end:].lstrip())
            return [{**message, "text": parts[0]}], [{**message, "text": parts[1]}, *messages[index + 1 :]]
        return now, []


def waiting(text: str, state: State) -> Reply | None:
    """What waits for MORE, when that is what the patient says."""
    rest = state.get(REST)
    if not rest or not MORE.fullmatch(text.strip()):
        return None
    return Reply(rest, _kind(rest), 1.0)


def _joined(messages: Messages) -> dict[str, Any]:
    topics = list(dict.fromkeys(topic for message in messages for topic in message["topics"]))
    return {**messages[0], "kind": _kind(messages), "topics": topics, "sources": [], "buttons": []}


def _kind(messages: Messages) -> str:
    kinds = {message["kind"] for message in messages}
    return next(kind for kind in KINDS if kind in kinds)


def _last_end(text: str, room: int) -> int:
    """Where the text is best cut within so many places: after a sentence, else after a word."""
    for boundary in (SENTENCE_END, re.compile(r"\s+")):
        fitting = [found.end() for found in boundary.finditer(text) if length(text[: found.end()].rstrip()) <= room]
        if fitting:
            return fitting[-1]
    return next(end for end in range(len(text), 0, -1) if length(text[:end]) <= room)
