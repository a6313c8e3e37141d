"""`What do you know about me` and `forget me`: told from the store, erased in the store, and what stays is said."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass, field, replace
from typing import Any

from bot.content import Content, topics
from bot.conversation.about_the_call import MISSED, NEXT, OF_THE_REQUEST, WHEN
from bot.conversation.alarm_state import URGENT
from bot.conversation.callback import LABELS, SENT_HERE, CallbackKeeper, Form
from bot.conversation.emergency_backlog import EmergencyBacklog
from bot.conversation.form_state import WITHDRAWN, without_form
from bot.conversation.repeats import SAID
from bot.conversation.wishes import (
    AGAIN,
    CALL_STAYS,
    CHART,
    ERASE,
    ERASE_ALL,
    HOW_LONG,
    KEEP,
    KNOWN,
    NEVER_CAME,
    READERS,
    STANDS,
    STATUS,
    SURE,
    TOLD_OF_IT,
    WHO_SEES,
    WITHDRAW,
    back,
    wished,
)
from bot.conversation.wording import Part, Reply, Wording
from bot.store import Snapshot, Store
from bot.store.callbacks import Callbacks
from bot.store.erasure import erase, messages_kept
from bot.threads import in_thread

CHOICE = "memory:"
OFFERS = {"what_you_know": KNOWN, "forget_me": SURE}
"""The metadata `offer:` of an answer that only the front desk can give; what only sounds like it is asked about first."""
TOLD = {
    CHART: "memory_chart",
    READERS: "memory_readers",
    AGAIN: "memory_again",
    HOW_LONG: "memory_how_long",
    WHO_SEES: "memory_who_sees",
}
"""What is only told."""
OF_WHAT_IS_KEPT = (READERS, KNOWN, HOW_LONG, WHO_SEES)
"""Behind these `for how long` and `who` ask on about what is kept."""
OF_THE_CALL = (WHEN, NEXT, MISSED, STANDS, NEVER_CAME, *OF_THE_REQUEST)
"""What is asked, or may be meant, of a call that the clinic is to make, each with a reply of its name."""
SMALLTALK, PRIVACY = "smalltalk", topics.PRIVACY
YES = re.compile(r"(?:yes|yeah|yep|yup|y|ok|okay|sure)(?: please| do)?[\s.!]*", re.I)
COURTESY = re.compile(
    r"\W*(?:(?:ok|okay|k|cool|great|alright|all right|good|fine|perfect|got it|awesome|nice|cheers|thanks?|thank (?:you|u)"
    r"|ty|thx|tysm)"
    r"\b[\s,.!]*(?:so much|a lot|then)?[\s,.!]*)+",
    re.I,
)
"""Answers no question: who says `ok ty` may think that it is done."""
STILL_OPEN = "still_open"
BOTH = re.compile(
    r"(?:(?:yes|yeah|yep|ok|please|pls)[\s,.!]+)*(?:both|all(?: of (?:it|them))?|that (?:one )?too)\b[\s.!]*(?:please|pls)?\W*",
    re.I,
)
LEAVES = re.compile(
    r"(?:(?:no|nope|nah|just|please|pls)[\s,.!]+)*(?:leave|keep)(?: (?:it|that|that one|the (?:first|other|old) one|mine))?"
    r"(?:[\s,.!]+(?:please|pls|thanks|as it is))*\W*",
    re.I,
)
"""Said to whether an earlier request is to be taken back, too."""
NO = re.compile(r"(?:no|nope|nah|n|keep it)(?: thanks| thank you)?[\s.!]*", re.I)


@dataclass(frozen=True)
class Remembered:
    """What is said to a wish about memory; not `kept` where the chat that it would be kept in is gone."""

    reply: Reply
    choices: dict[str, str] = field(default_factory=dict)
    kept: bool = True
    taken_back: bool = False
    """Whether a request for a call is no longer with the clinic."""


@dataclass(frozen=True)
class Days:
    """How long what is kept, in days."""

    conversations: int = 30
    callbacks: int = 180


DAYS = Days()


class Memory:
    """Answers and grants what patients wish about what is kept of them."""

    def __init__(
        self, content: Content, store: Store, keeper: CallbackKeeper, later: EmergencyBacklog, key: bytes, days: Days
    ) -> None:
        self._content, self._wording, self._store, self._keeper = content, Wording(content), store, keeper
        self._later, self._key, self._days, self._callbacks = later, key, days, Callbacks(store.engine)

    def wish(self, text: str, choice: str, before: Snapshot, form: Form | None = None) -> str:
        """What the message wishes, by its own words or by the choice it took; empty for nothing about memory."""
        if choice.startswith(CHOICE):
            return choice.removeprefix(CHOICE)
        offered = [label.removeprefix(CHOICE) for label in before.choices.values() if label.startswith(CHOICE)]
        if len(offered) == 2 and (YES.fullmatch(text) or NO.fullmatch(text)):
            return offered[0] if YES.fullmatch(text) else offered[1]
        told, sent = TOLD_OF_IT in before.state.get(SAID, ()), bool(before.state.get(SENT_HERE))
        if WITHDRAW in offered and (BOTH.fullmatch(text) or back(text, right_behind=True)):
            return WITHDRAW
        if WITHDRAW in offered and (COURTESY.fullmatch(text) or LEAVES.fullmatch(text)):
            return CALL_STAYS if LEAVES.fullmatch(text) else STANDS
        if before.pending and sent and not _begun(form) and back(text, right_behind=False):
            return WITHDRAW
        if len(offered) == 2 and STILL_OPEN not in before.state.get(SAID, ()) and COURTESY.fullmatch(text):
            return "" if before.state.get(URGENT) else STILL_OPEN
        return wished(text, bool(before.pending), before.state.get("topic", ""), bool(before.state.get(URGENT)), told, sent)

    async def idle(self, wish: str, conversation_id: str, before: Snapshot) -> bool:
        """Whether a wish is none, because the request that it may mean is no longer open. Raises StoreDown."""
        of_it = wish == STANDS or (wish == WITHDRAW and before.pending)
        return bool(of_it) and not await in_thread(self.waits_for_call, conversation_id)

    def remembering(self, wish: str, done: Remembered, state: dict[str, Any]) -> dict[str, Any]:
        """The conversation's state behind a wish: what is taken back is no longer with the clinic, whatever is said of it next.

        `For how long` asks on about what is kept where that was told right before, and nowhere else.
        """
        told = [TOLD_OF_IT] if wish in OF_WHAT_IS_KEPT else [wish] if wish == STILL_OPEN else []
        state = without_form(state) if done.taken_back else state
        return {**state, SAID: told, **({"topic": WITHDRAWN, SENT_HERE: False} if done.taken_back else {})}

    def others(self, choices: dict[str, str]) -> dict[str, str]:
        """The choices of a form that a wish about memory came between: they stay open."""
        return {value: label for value, label in choices.items() if not label.startswith(CHOICE)}

    async def grant(self, wish: str, conversation_id: str, channel: str, before: Snapshot, form: Form | None) -> Remembered:
        """Do it and say what was done. Raises StoreDown."""
        if wish in (KEEP, CALL_STAYS):
            return self._say(["memory_kept" if wish == KEEP else "memory_call_stays"], channel)
        if wish in (SURE, STILL_OPEN) and not (wish == STILL_OPEN and _offered(before)):
            name = "memory_sure" if wish == SURE else "memory_still_open"
            return self._say([name], channel, (("memory_erase", ERASE), ("memory_keep", KEEP)))
        if wish in TOLD:
            return self._say([TOLD[wish]], channel, topic=PRIVACY)
        if wish in OF_THE_CALL:
            return self._say([wish], channel)
        waiting = await in_thread(self.waits_for_call, conversation_id)
        if wish == KNOWN:
            kept = await in_thread(messages_kept, self._store.engine, conversation_id)
            return self._known(channel, kept, form, waiting)
        if wish == STILL_OPEN or (wish == ERASE and waiting and not _offered(before)):
            name = "memory_still_open_call" if wish == STILL_OPEN else "memory_ask_withdraw"
            return self._say([name], channel, (("memory_erase_all", ERASE_ALL), ("memory_erase_chat", ERASE)))
        # What was sent in this chat and what was taken back is known from the store, not from what was said of it.
        if wish == STATUS or (wish == WITHDRAW and not waiting):
            gone = "memory_withdrawn" if before.state.get("topic") == WITHDRAWN else "memory_no_call"
            return self._say(["memory_known_call" if waiting else gone], channel)
        if wish == WITHDRAW:
            await in_thread(self.withdraw, conversation_id)
            return replace(self._say(["memory_withdrawn"], channel), taken_back=True)
        withdrawn = await in_thread(self.erase, conversation_id, wish == ERASE_ALL)
        call = "memory_withdrawn" if withdrawn else "memory_call_stays" if waiting else "memory_form_gone" if form else ""
        done = ["memory_erased", *filter(None, [call]), "memory_stays"]
        return Remembered(self._say(done, channel).reply, kept=False)

    def waits_for_call(self, conversation_id: str) -> bool:
        """Whether a call-back request of this chat is still open. Raises StoreDown."""
        return bool(self._callbacks.open_of(conversation_id))

    def erase(self, conversation_id: str, withdraw: bool) -> int:
        """Forget a chat; how many call-back requests were withdrawn with it. Raises StoreDown."""
        self._later.write()  # what still waits to be kept must not come after the erasure
        withdrawal = self._keeper.withdrawal() if withdraw else ""
        return erase(self._store.engine, conversation_id, self._subject(conversation_id), withdrawal)

    def withdraw(self, conversation_id: str) -> int:
        """Take back a patient's open call-back requests and keep the chat. Raises StoreDown."""
        return self._callbacks.withdraw(conversation_id, self._subject(conversation_id), self._keeper.withdrawal())

    def _subject(self, conversation_id: str) -> str:
        """By what the audit names a chat: enough to recognise it with the id in hand, nothing to find a patient by."""
        return hmac.new(self._key, conversation_id.encode(), hashlib.sha256).hexdigest()[:16]

    def _known(self, channel: str, kept: int, form: Form | None, waiting: bool) -> Remembered:
        names = ["memory_known" if kept else "memory_known_nothing"]
        names += ["memory_known_form"] if form else []
        names += ["memory_known_call"] if waiting else []
        return self._say([*names, "memory_how_to_erase"], channel, turns=kept)

    def _say(
        self, names: list[str], channel: str, choices: tuple[tuple[str, str], ...] = (), turns: int = 0, topic: str = SMALLTALK
    ) -> Remembered:
        values = {"{turns}": str(turns), "{days}": str(self._days.conversations), "{callback_days}": str(self._days.callbacks)}
        text = " ".join(self._content.reply(name, channel) for name in names)
        for placeholder, value in values.items():
            text = text.replace(placeholder, value)
        offered = tuple({"title": self._content.reply(title, channel), "label": f"{CHOICE}{wish}"} for title, wish in choices)
        return Remembered(
            *self._wording.reply([Part(text, topic.split("/")[0], (topic,), choices=offered, confidence=1.0)], channel)
        )


def _offered(before: Snapshot) -> bool:
    """Whether the question about the call-back was asked just before."""
    return f"{CHOICE}{ERASE_ALL}" in before.choices.values()


def _begun(form: Form | None) -> bool:
    """Whether anything was told for a form yet: else words that take a call back mean the one that was sent."""
    return form is not None and any(form.values.get(slot) for slot in LABELS)
