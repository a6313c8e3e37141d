"""The one way a message goes: red flags, the store, the brain, wording, one commit."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import time
import weakref
from dataclasses import replace
from typing import Any

from bot import aftermath, callback, live_words, offers, privacy
from bot.brain import Asked, Brain, BrainDown
from bot.callback import CallbackKeeper, Form
from bot.content import Content
from bot.inbound import MAX_CHARACTERS, Inbound, SameIdOtherText, TooLong
from bot.kept_later import KeptLater
from bot.memory import DAYS, OFFERS, Days, Memory
from bot.outcome import Outcome, staying
from bot.record import record
from bot.safety import Safety
from bot.sms import one_text
from bot.store import Also, Overtaken, Snapshot, Store, StoreDown, StoredTurn
from bot.threads import in_thread
from bot.watch import Watch
from bot.wording import Part, Reply, Wording

EMERGENCY_SECONDS = 0.3
"""How long advice in an emergency waits for being kept; after that it goes out, and is kept when that becomes possible:
by its own turn, or by `KeptLater` where the store is down."""


class FrontDesk:
    """Takes every message of every channel."""

    def __init__(
        self, content: Content, safety: Safety, store: Store, brain: Brain, key: str, sealing_key: str = "", days: Days = DAYS
    ) -> None:
        self.store, self.brain, self.watch = store, brain, Watch()
        self._safety, self._key, self._days = safety, key.encode(), days
        self._keeper = CallbackKeeper(sealing_key or hmac.new(self._key, b"sealing", hashlib.sha256).hexdigest())
        self.later = KeptLater(store, self._key)
        self.use(content)
        self._locks: weakref.WeakValueDictionary[str, asyncio.Lock] = weakref.WeakValueDictionary()
        self._late: set[asyncio.Future[Reply]] = set()

    def use(self, content: Content) -> None:
        """Answer from other content from now on; a turn under way ends as it began or in the new words."""
        content = content.kept_for(self._days.callbacks)
        self.content, self.wording = content, Wording(content)
        self.memory = Memory(content, self.store, self._keeper, self.later, self._key, self._days)
        self._aftermath = aftermath.Aftermath(content, self._safety)
        self._one_text = one_text.OneText(content)

    @property
    def keeping(self) -> int:
        """How many turns are still being kept whose advice has gone out."""
        return len(self._late)

    def emergency(self, text: str, channel: str) -> Reply | None:
        """The advice for a message that sounds like danger by itself. Needs nothing but memory."""
        flag = self._safety.check(text)
        return self.wording.reply([self.wording.advice(flag, channel)], channel)[0] if flag else None

    async def preview(self, text: str, channel: str) -> Reply:
        """The reply that a patient who never wrote before would get; nothing is kept."""
        said = Inbound("preview", channel, "preview", text).read()
        return self.emergency(text, channel) or (await self._answer(said, Snapshot(), None)).reply

    async def take(self, inbound: Inbound) -> Reply:
        """Answer a message and keep the turn; sent again under the same id, the kept reply comes back.

        Raises:
            TooLong: the text is over the channel's limit and isn't an emergency.
            SameIdOtherText: the id belongs to another message of this conversation.
            UnknownChoice: the value was not offered.
            StoreDown: it can't be known whether the patient may be texted; advice in an emergency is sent all the same.
        """
        began = time.perf_counter()
        reply = await self._taken_in_turn(inbound)
        self.watch.turn(inbound.channel, reply.kind, time.perf_counter() - began)
        return reply

    async def _taken_in_turn(self, inbound: Inbound) -> Reply:
        alone = self.emergency(inbound.text, inbound.channel)
        if alone is None and len(inbound.text) > MAX_CHARACTERS[inbound.channel]:
            raise TooLong
        said = inbound.read()
        if alone is None:
            return await self._in_order(said, None)
        turn = asyncio.ensure_future(self._in_order(said, alone))
        if (await asyncio.wait({turn}, timeout=EMERGENCY_SECONDS))[0]:
            return turn.result()
        self._late.add(turn)
        turn.add_done_callback(self._kept_late)
        return alone.under(said.message_id)

    def _kept_late(self, turn: asyncio.Future[Reply]) -> None:
        self._late.discard(turn)
        if not turn.cancelled() and turn.exception():
            self.watch.failure("store")

    async def _in_order(self, said: Inbound, alone: Reply | None) -> Reply:
        lock = self._locks.setdefault(said.conversation_id, asyncio.Lock())
        async with lock:
            while True:
                try:
                    return await self._turn(said, alone)
                except StoreDown:
                    self.watch.failure("store")
                    if said.channel == "sms" and not alone:
                        raise
                    return await self._unkept(said, Outcome(alone, {}) if alone else await self._answer(said, Snapshot(), None))
                except Overtaken:
                    continue  # another edge kept a turn of this conversation first: think again on what stands now

    async def give_up(self, inbound: Inbound) -> Reply:
        """Answer a message that takes too long with the clinic's number; a reply that was kept meanwhile stands instead.

        The turn in flight finds the message answered when it ends, and sends nothing.
        """
        said = inbound.read()
        while True:
            before = await in_thread(self.store.before_turn, said.conversation_id, said.message_id)
            form = self._keeper.form(before)
            if before.answered:
                return self._again(before.answered, said, form)
            try:
                return await self._keep(said, before, self._brain_down(said, before, staying(before, form)))
            except Overtaken:
                continue

    async def _turn(self, said: Inbound, alone: Reply | None) -> Reply:
        before = await in_thread(self.store.before_turn, said.conversation_id, said.message_id)
        form = self._keeper.form(before)
        if before.answered:
            return self._again(before.answered, said, form)
        urgent = alone or self._joined(said, before, form)
        if urgent:
            state = {**aftermath.without_form(before.state), aftermath.URGENT: urgent.topics[0]}
            return await self._keep(said, before, Outcome(urgent, state))
        wish = self.memory.wish(said.text, said.taken(before.choices), before)
        if wish:
            return await self._remember(wish, said, before, form)
        # To find names in a message takes milliseconds, in which the brain is thinking anyway.
        outcome, masked = await asyncio.gather(self._answer(said, before, form), in_thread(privacy.mask, said.text))
        if outcome.wish:
            return await self._remember(outcome.wish, said, before, form)
        return await self._keep(replace(said, masked=masked), before, outcome)

    async def _remember(self, wish: str, said: Inbound, before: Snapshot, form: Form | None) -> Reply:
        """What the patient wishes about what is kept of them; after an erasure this very turn is not kept either."""
        done = await self.memory.grant(wish, said.conversation_id, said.channel, before, form)
        if not done.kept:
            reply = self._one_text.joined(done.reply) if said.channel == "sms" else done.reply
            return reply.under(said.message_id)
        choices = done.choices or self.memory.others(before.choices)
        return await self._keep(said, before, Outcome(done.reply, before.state, choices, form=form.values if form else {}))

    def _again(self, answered: StoredTurn, said: Inbound, form: Form | None) -> Reply:
        if not hmac.compare_digest(answered.digest, said.digest(self._key)):
            raise SameIdOtherText
        sent = form.messages if form and form.message_id == answered.message_id else answered.messages
        return Reply(sent, answered.kind, answered.confidence)

    def _joined(self, said: Inbound, before: Snapshot, form: Form | None) -> Reply | None:
        """Danger told in two messages: this one read after the last, unless that one was already answered so."""
        if before.previous is None or before.previous.kind == "emergency":
            return None
        told = before.previous.text
        if form and told == callback.DETAILS:
            told = f"{form.values.get('callback_why', '')} . {form.said}"
        return self.emergency(f"{told} . {said.text}", said.channel)

    async def _answer(self, said: Inbound, before: Snapshot, form: Form | None) -> Outcome:
        choice = said.taken(before.choices)
        lapsed = form is None and aftermath.form_active(before.state)
        values = callback.told(form, before)
        stays = staying(before, form)
        rest = one_text.waiting(said.text, {one_text.REST: form.rest} if form else before.state)
        if rest:
            return replace(stays, reply=rest, parted=True)
        if not any(character.isalnum() for character in said.text) and not choice:
            return self._fixed(said, before, stays, "text_only" if said.attachments else "nothing_said", "clarify")
        try:
            last = before.previous.text if before.previous and before.previous.kind != "emergency" else ""
            asked = Asked(said.text, said.channel, stays.state, choice, values, said.sender_number, last)
            answered = await self.brain.answer(asked)
        except BrainDown:
            self.watch.failure("brain")
            return self._brain_down(said, before, stays)
        outcome = self._worded(said, before, answered)
        return replace(
            outcome,
            choice=choice,
            reply=self.wording.after("callback_lapsed", outcome.reply, said.channel) if lapsed else outcome.reply,
        )

    def _brain_down(self, said: Inbound, before: Snapshot, stays: Outcome) -> Outcome:
        """The clinic's number; in a form nobody can tell whether the message held some of its details: it counts as private."""
        name = "brain_down_urgent" if before.state.get(aftermath.URGENT) else "brain_down"
        return replace(self._fixed(said, before, stays, name, "handoff"), private=aftermath.form_active(stays.state))

    def _fixed(self, said: Inbound, before: Snapshot, stays: Outcome, name: str, kind: str) -> Outcome:
        parts, _ = self._in_measure(
            [self.wording.fixed_part(name, kind, said.channel)], before, before.state.get(aftermath.URGENT, "")
        )
        return replace(stays, reply=self.wording.reply(parts, said.channel)[0])

    def _in_measure(self, parts: list[Part], before: Snapshot, urgent: str) -> tuple[list[Part], bool]:
        previous = before.previous.kind if before.previous else ""
        return offers.in_measure(parts, before.state.get(offers.OFFERED, False), previous, bool(urgent))

    def _worded(self, said: Inbound, before: Snapshot, answered: dict[str, Any]) -> Outcome:
        """The brain's answer as it may go out, with what the conversation is to remember of it."""
        understood = [Part(**each) for each in answered["messages"]]
        told = self._doubted(live_words.of_today(understood, self.content, said.channel), said.text)
        wish = next((OFFERS[part.offer] for part in told if part.offer in OFFERS), "")
        parts, urgent = self._aftermath.after(told, before.state.get(aftermath.URGENT, ""), said.channel)
        state, form = answered["state"], answered["form"]
        if urgent and aftermath.form_active(state):  # first the danger, then the telephone
            parts, state, form = parts[:1], aftermath.without_form(state), {}
        parts, offered = self._in_measure(parts, before, urgent)
        reply, choices = self.wording.reply(parts, said.channel)
        state = {**state, aftermath.URGENT: urgent, offers.OFFERED: offered}
        return Outcome(reply, state, choices, form=form, private=answered["private"], wish=wish)

    def _doubted(self, parts: list[Part], text: str) -> list[Part]:
        """The parts, the last with a word on when to call where the patterns leave a doubt; never said twice."""
        if any(part.doubt for part in parts) or not self._safety.doubtful(text):
            return parts
        return [*parts[:-1], replace(parts[-1], doubt=True)]

    async def _keep(self, said: Inbound, before: Snapshot, outcome: Outcome) -> Reply:
        if said.channel == "sms":
            outcome = self._in_one_text(outcome, before)
        reply = outcome.reply.under(said.message_id)
        try:
            also = await self._request(said, outcome)
            await in_thread(self._commit, said, before, outcome, reply, also)
        except StoreDown:
            if said.channel == "sms" and outcome.reply.kind != "emergency":
                raise
            self.watch.failure("store")
            return await self._unkept(said, outcome)
        return replace(reply, guesses=())

    def _commit(self, said: Inbound, before: Snapshot, outcome: Outcome, reply: Reply, also: Also | None) -> None:
        """Mask and keep the turn; raises Overtaken where another edge was faster with the same message, and StoreDown."""
        guesses = [list(guess) for guess in reply.guesses]
        turn = replace(record(said, reply, self._key), guesses=guesses, choice=outcome.choice)
        kept = callback.masked(turn, outcome.form, outcome.private, outcome.parted)
        pending = self._keeper.sealed(outcome.state, Form(outcome.form, said.message_id, reply.messages, said.text))
        state = callback.storable(outcome.state, outcome.form)
        given = (said.conversation_id, said.channel, kept, state, outcome.choices, before.turns)
        if self.store.commit_turn(*given, keep_pending=pending, also=also) is not kept:
            raise Overtaken

    def _in_one_text(self, outcome: Outcome, before: Snapshot) -> Outcome:
        reply, state = self._one_text.of(outcome.reply, outcome.state, before.state)
        return replace(outcome, reply=reply, state=state, parted=outcome.parted or one_text.REST in state)

    async def _request(self, said: Inbound, outcome: Outcome) -> Also | None:
        """What keeps the request that this turn confirms; None where it confirms none."""
        if not callback.confirmed(outcome.state, outcome.form):
            return None
        consents = bool(outcome.form.get("callback_share"))
        asked = callback.questions(await in_thread(self.store.history, said.conversation_id)) if consents else []
        return self._keeper.request(said.conversation_id, said.channel, outcome.form, asked)

    async def _unkept(self, said: Inbound, outcome: Outcome) -> Reply:
        """What goes out where nothing can be kept: an answer with a word about that, and never that a request was taken."""
        reply = outcome.reply
        if outcome.asks_call:
            reply = self.wording.fixed("callback_not_saved", "handoff", said.channel)
        elif reply.kind == "emergency":
            await self.later.add(said, reply.under(said.message_id))
        else:
            reply = self.wording.without_memory(reply, said.channel)
        return reply.under(said.message_id)
