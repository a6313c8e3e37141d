"""The one way a message goes: red flags, the store, the brain, wording, one commit."""

from __future__ import annotations

import asyncio
import hmac
import logging
import time
import weakref
from contextlib import suppress
from dataclasses import replace

from bot import privacy
from bot.brain import Brain
from bot.content import Content
from bot.conversation.answering import Answering
from bot.conversation.callback import CallbackKeeper, Form
from bot.conversation.earlier_request import EarlierRequest
from bot.conversation.emergency_backlog import EmergencyBacklog
from bot.conversation.inbound import MAX_CHARACTERS, Inbound, SameIdOtherText, TooLong
from bot.conversation.memory import DAYS, Days, Memory
from bot.conversation.outcome import Outcome
from bot.conversation.turn_keeping import TurnKeeper
from bot.conversation.watch import Watch
from bot.conversation.wording import Reply, Wording
from bot.safety import Safety
from bot.store import Overtaken, Snapshot, Store, StoreDown, StoredTurn
from bot.threads import in_thread

EMERGENCY_SECONDS = 0.3
"""How long advice in an emergency waits for being kept; after that it goes out, and is kept when that becomes possible:
by its own turn, or by `EmergencyBacklog` where the store is down."""
logger = logging.getLogger(__name__)


class FrontDesk:
    """Takes every message of every channel.

    Args:
        content: what it answers from; `use` changes it.
        safety: the red flags.
        store: where turns are kept.
        brain: what understands.
        key: of the digests by which a message sent again is known.
        sealing_key: of what is kept raw for a moment.
        days: how long what is kept, as patients are told.
        watch: hears of turns and failures.
    """

    def __init__(
        self,
        content: Content,
        safety: Safety,
        store: Store,
        brain: Brain,
        key: str,
        sealing_key: str,
        days: Days = DAYS,
        watch: Watch | None = None,
    ) -> None:
        self.store, self.brain, self.watch = store, brain, watch or Watch()
        self._safety, self._key, self._days = safety, key.encode(), days
        self._keys = key, sealing_key
        self._forms, self.later = CallbackKeeper(sealing_key), EmergencyBacklog(store, self._key)
        self.use(content)
        self._locks: weakref.WeakValueDictionary[str, asyncio.Lock] = weakref.WeakValueDictionary()
        self._late: set[asyncio.Future[Reply]] = set()

    def use(self, content: Content) -> None:
        """Answer from other content from now on; a turn under way ends as it began or in the new words."""
        content = content.kept_for(self._days.callbacks)
        self.content, self.wording = content, Wording(content)
        privacy.spare(content.placeholders().values())
        self.memory = Memory(content, self.store, self._forms, self.later, self._key, self._days)
        self._answering = Answering(content, self._safety, self.brain, self.watch)
        self._earlier = EarlierRequest(content, self.store, self._forms)
        self._keeping = TurnKeeper(content, self.store, self._forms, self.later, self.watch, self._key)

    def emergency(self, text: str, channel: str) -> Reply | None:
        """The advice for a message that sounds like danger by itself. Needs nothing but memory."""
        return self._answering.emergency(text, channel)

    def over(self, store: Store) -> FrontDesk:
        """A desk that answers as this one does at this moment, keeps in another store, and is heard by nobody."""
        return FrontDesk(self.content, self._safety, store, self.brain, *self._keys, self._days)

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

    async def give_up(self, inbound: Inbound) -> Reply:
        """Answer a message that takes too long with the clinic's number; a reply that was kept meanwhile stands instead.

        The turn in flight finds the message answered when it ends, and sends nothing.
        """
        said = inbound.read()
        while True:
            before = await in_thread(self.store.before_turn, said.conversation_id, said.message_id)
            form = self._forms.form(before)
            if before.answered:
                return self._again(before.answered, said, form)
            try:
                return await self._keeping.keep(said, before, self._answering.unanswered(said, before, form))
            except Overtaken:
                continue

    async def erase(self, conversation_id: str, withdraw: bool) -> None:
        """Forget a chat, behind the message under way: kept after it, that one would bring the chat back.

        Args:
            conversation_id: whose chat it is.
            withdraw: whether its open call-back requests are taken back, too.

        Raises:
            StoreDown: nothing was erased.
        """
        async with self._lock(conversation_id):
            await in_thread(self.memory.erase, conversation_id, withdraw)

    async def finish(self, seconds: float) -> None:
        """Wait so long for emergencies whose advice has gone out to be kept; the log says how many could not be."""
        if self._late:
            await asyncio.wait(self._late, timeout=seconds)
        with suppress(StoreDown):
            await in_thread(self.later.write)
        if lost := len(self._late) + self.later.waiting:
            logger.error("emergencies that staff will not see: %d, the database was down", lost)

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
        error = None if turn.cancelled() else turn.exception()
        if error:
            logger.error("%s: emergency advice went out without being kept", type(error).__name__)
            self.watch.failure("store" if isinstance(error, StoreDown) else "edge")

    def _lock(self, conversation_id: str) -> asyncio.Lock:
        return self._locks.setdefault(conversation_id, asyncio.Lock())

    async def _in_order(self, said: Inbound, alone: Reply | None) -> Reply:
        async with self._lock(said.conversation_id):
            while True:
                try:
                    return await self._turn(said, alone)
                except StoreDown:
                    self.watch.failure("store")
                    if said.channel == "sms" and not alone:
                        raise
                    return await self._keeping.unkept(said, Outcome(alone, {}) if alone else await self._forgetful(said))
                except Overtaken:
                    continue  # another edge kept a turn of this conversation first: think again on what stands now

    async def _forgetful(self, said: Inbound) -> Outcome:
        """What is answered while nobody can know what was said before, or what a button stood for."""
        if said.value:
            return self._answering.unanswered(said, Snapshot(), None)
        return await self._answering.answer(said, Snapshot(), None)

    async def _turn(self, said: Inbound, alone: Reply | None) -> Reply:
        before = await in_thread(self.store.before_turn, said.conversation_id, said.message_id)
        form = self._forms.form(before)
        if before.answered:
            return self._again(before.answered, said, form)
        urgent = alone or self._answering.joined(said, before, form)
        if urgent and not self._answering.tells_the_end(said, before):
            return await self._keeping.keep(said, before, self._answering.urgent(urgent, said, before))
        wish = self.memory.wish(said.text, said.taken(before.choices), before, form)
        if wish and not await self.memory.idle(wish, said.conversation_id, before):
            return await self._remember(wish, said, before, form)
        # To find names in a message takes milliseconds, in which the brain is thinking anyway.
        outcome, masked = await asyncio.gather(self._answering.answer(said, before, form), in_thread(privacy.mask, said.text))
        if outcome.wish:
            return await self._remember(outcome.wish, said, before, form)
        outcome = await self._earlier.told(outcome, before, form, said.conversation_id, said.channel)
        return await self._keeping.keep(replace(said, masked=masked), before, outcome)

    async def _remember(self, wish: str, said: Inbound, before: Snapshot, form: Form | None) -> Reply:
        """What the patient wishes about what is kept of them; after an erasure this very turn is not kept either."""
        done = await self.memory.grant(wish, said.conversation_id, said.channel, before, form)
        if not done.kept:
            return self._keeping.forgotten(said, done.reply)
        choices = done.choices or self.memory.others(before.choices)
        state = self.memory.remembering(wish, done, before.state)
        outcome = Outcome(done.reply, state, choices, form=form.values if form else {})
        return await self._keeping.keep(said, before, outcome)

    def _again(self, answered: StoredTurn, said: Inbound, form: Form | None) -> Reply:
        if not hmac.compare_digest(answered.digest, said.digest(self._key)):
            raise SameIdOtherText
        sent = form.messages if form and form.message_id == answered.message_id else answered.messages
        return Reply(sent, answered.kind, answered.confidence)
