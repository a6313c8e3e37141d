"""The one way a message goes: red flags, the store, the brain, wording, one commit."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
import unicodedata
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from bot import aftermath, live_words, privacy
from bot.brain import Brain, BrainDown
from bot.content import Content
from bot.safety import Safety
from bot.store import Overtaken, Snapshot, Store, StoreDown, StoredTurn
from bot.wording import Part, Reply, Wording

MAX_CHARACTERS = {"web": 1000, "sms": 1600}
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
CHOICE = re.compile(r"(?:the |option |number |no\.? ?|#)?(\d|[a-z]+)(?:st|nd|rd)?(?: one| please)?[.!)]?")
NUMBER_WORDS = {"one": 1, "first": 1, "two": 2, "second": 2, "three": 3, "third": 3}
Result = TypeVar("Result")


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


@dataclass(frozen=True)
class Outcome:
    """A reply with what the conversation is to remember."""

    reply: Reply
    state: dict[str, Any]
    choices: dict[str, str] = field(default_factory=dict)
    choice: str = ""
    """The label of the offered choice that the message took."""


class FrontDesk:
    """Takes every message of every channel."""

    def __init__(self, content: Content, safety: Safety, store: Store, brain: Brain, key: str) -> None:
        self.content, self.store, self.brain, self.wording = content, store, brain, Wording(content)
        self._safety, self._key = safety, key.encode()
        self._aftermath = aftermath.Aftermath(content, safety)
        self._locks: weakref.WeakValueDictionary[str, asyncio.Lock] = weakref.WeakValueDictionary()

    def use(self, content: Content) -> None:
        """Answer from other content from now on; a turn under way ends as it began or in the new words."""
        self.content, self.wording = content, Wording(content)
        self._aftermath = aftermath.Aftermath(content, self._safety)

    def emergency(self, text: str, channel: str) -> Reply | None:
        """The advice for a message that sounds like danger by itself. Needs nothing but memory."""
        flag = self._safety.check(text)
        return self.wording.reply([self.wording.advice(flag, channel)], channel)[0] if flag else None

    async def take(self, inbound: Inbound) -> Reply:
        """Answer a message and keep the turn; sent again under the same id, the kept reply comes back.

        Raises:
            TooLong: the text is over the channel's limit and isn't an emergency.
            SameIdOtherText: the id belongs to another message of this conversation.
            UnknownChoice: the value was not offered.
        """
        alone = self.emergency(inbound.text, inbound.channel)
        if alone is None and len(inbound.text) > MAX_CHARACTERS[inbound.channel]:
            raise TooLong
        said = replace(inbound, text=normalised(inbound.text)[: MAX_CHARACTERS[inbound.channel]])
        lock = self._locks.setdefault(inbound.conversation_id, asyncio.Lock())
        async with lock:
            while True:
                try:
                    return await self._turn(said, alone)
                except StoreDown:
                    reply = alone or (await self._answer(said, Snapshot())).reply
                    return _numbered(said, self._unkept(reply, said.channel))
                except Overtaken:
                    continue  # another edge kept a turn of this conversation first: think again on what stands now

    async def _turn(self, said: Inbound, alone: Reply | None) -> Reply:
        before = await in_thread(self.store.before_turn, said.conversation_id, said.message_id)
        if before.answered:
            return self._again(before.answered, said)
        urgent = alone or self._joined(said, before)
        if urgent:
            state = {**aftermath.without_form(before.state), aftermath.URGENT: urgent.topics[0]}
            return await self._keep(said, before, Outcome(urgent, state))
        return await self._keep(said, before, await self._answer(said, before))

    def _again(self, answered: StoredTurn, said: Inbound) -> Reply:
        if not hmac.compare_digest(answered.digest, self._digest(said)):
            raise SameIdOtherText
        return Reply(answered.messages, answered.kind, answered.confidence)

    def _joined(self, said: Inbound, before: Snapshot) -> Reply | None:
        """Danger told in two messages: this one read after the last, unless that one was already answered so."""
        if before.previous is None or before.previous.kind == "emergency":
            return None
        return self.emergency(f"{before.previous.text} . {said.text}", said.channel)

    async def _answer(self, said: Inbound, before: Snapshot) -> Outcome:
        choice = _taken(said, before.choices)
        if not any(character.isalnum() for character in said.text) and not choice:
            return Outcome(self.wording.fixed("nothing_said", "clarify", said.channel), before.state, before.choices)
        try:
            answered = await self.brain.answer(said.text, said.channel, before.state, choice)
        except BrainDown:
            return Outcome(self.wording.fixed("brain_down", "handoff", said.channel), before.state, before.choices)
        understood = [Part(**each) for each in answered["messages"]]
        parts, urgent = self._aftermath.after(
            live_words.of_today(understood, self.content, said.channel), before.state.get(aftermath.URGENT, ""), said.channel
        )
        reply, choices = self.wording.reply(parts, said.channel)
        return Outcome(reply, {**answered["state"], aftermath.URGENT: urgent}, choices, choice)

    async def _keep(self, said: Inbound, before: Snapshot, outcome: Outcome) -> Reply:
        reply = _numbered(said, outcome.reply)
        turn = StoredTurn(
            message_id=said.message_id,
            digest=self._digest(said),
            text=privacy.mask(said.text),
            messages=reply.messages,
            kind=reply.kind,
            confidence=reply.confidence,
            guesses=[list(guess) for guess in reply.guesses],
            choice=outcome.choice,
        )
        kept = (said.conversation_id, said.channel, turn, outcome.state, outcome.choices, before.turns)
        try:
            return self._again(await in_thread(self.store.commit_turn, *kept), said)
        except StoreDown:
            return _numbered(said, self._unkept(outcome.reply, said.channel))

    def _unkept(self, reply: Reply, channel: str) -> Reply:
        return reply if reply.kind == "emergency" else self.wording.without_memory(reply, channel)

    def _digest(self, said: Inbound) -> str:
        """Tells whether two messages are the same without keeping what they say."""
        return hmac.new(self._key, f"{said.text}\0{said.value}".encode(errors="replace"), hashlib.sha256).hexdigest()


def normalised(text: str) -> str:
    """What a patient meant to type: composed letters, no control characters, no leading slash that Rasa would obey."""
    composed = unicodedata.normalize("NFC", CONTROL.sub(" ", text.replace("\r\n", "\n")))
    while composed != (composed := composed.strip().lstrip("/")):
        pass
    return composed


def choice_number(text: str) -> int:
    """The number a patient answered a list with: `2`, `2.`, `#2`, `two`, `the second one`; 0 for anything else."""
    said = CHOICE.fullmatch(text.casefold().strip())
    if not said:
        return 0
    return int(said[1]) if said[1].isdigit() else NUMBER_WORDS.get(said[1], 0)


def _numbered(said: Inbound, reply: Reply) -> Reply:
    """The reply with an id for each message, by which feedback names it."""
    messages = [{**each, "id": f"{said.message_id}.{index}"} for index, each in enumerate(reply.messages)]
    return replace(reply, messages=messages)


def _taken(said: Inbound, choices: dict[str, str]) -> str:
    """The label of the offered choice that the patient took, by button or by number."""
    if said.value:
        if said.value not in choices:
            raise UnknownChoice
        return choices[said.value]
    number, labels = choice_number(said.text), list(choices.values())
    return labels[number - 1] if 0 < number <= len(labels) else ""


async def in_thread(function: Callable[..., Result], *arguments: Any) -> Result:
    """A blocking call off the event loop, carried through even when the caller is gone: no commit is cut in half."""
    return await asyncio.shield(asyncio.get_running_loop().run_in_executor(None, function, *arguments))
