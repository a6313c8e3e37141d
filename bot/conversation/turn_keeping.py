"""How a turn is kept, and what goes out where it can't be."""

from __future__ import annotations

from dataclasses import replace

from bot.content import Content
from bot.conversation import callback, sms_reply
from bot.conversation.callback import CallbackKeeper, Form
from bot.conversation.emergency_backlog import EmergencyBacklog
from bot.conversation.inbound import Inbound
from bot.conversation.outcome import Outcome
from bot.conversation.record import record
from bot.conversation.watch import Watch
from bot.conversation.wording import Reply, Wording
from bot.store import Also, Forgotten, Snapshot, Store, StoreDown
from bot.threads import in_thread


class TurnKeeper:
    """Masks, seals and commits; `later` takes the emergencies that the store can't."""

    def __init__(
        self, content: Content, store: Store, forms: CallbackKeeper, later: EmergencyBacklog, watch: Watch, key: bytes
    ) -> None:
        self._store, self._forms, self._later, self._watch, self._key = store, forms, later, watch, key
        self._wording, self._sms_replies = Wording(content), sms_reply.SmsReplies(content)

    async def keep(self, said: Inbound, before: Snapshot, outcome: Outcome) -> Reply:
        """The reply as it goes out, its turn kept.

        Raises:
            Overtaken: another edge kept a turn of this conversation first.
            StoreDown: it can't be known whether this number may be texted.
        """
        whole = outcome.reply
        if said.channel == "sms":
            reply, state = self._sms_replies.of(outcome.reply, outcome.state, before.state)
            outcome = replace(outcome, reply=reply, state=state, parted=outcome.parted or sms_reply.REST in state)
        reply = outcome.reply.under(said.message_id)
        try:
            also = await self._request(said, outcome)
            await in_thread(self._commit, said, before, outcome, reply, also)
        except Forgotten:
            return self.forgotten(said, self._not_saved(said) if outcome.asks_call else whole)
        except StoreDown:
            if said.channel == "sms" and outcome.reply.kind != "emergency":
                raise
            self._watch.failure("store")
            return await self.unkept(said, outcome)
        return replace(reply, guesses=())

    async def unkept(self, said: Inbound, outcome: Outcome) -> Reply:
        """What goes out where nothing can be kept: an answer with a word about that, and never that a request was taken."""
        reply = outcome.reply
        if outcome.asks_call:
            reply = self._not_saved(said)
        elif reply.kind == "emergency":
            await self._later.add(said, reply.under(said.message_id))
        else:
            reply = self._wording.without_memory(reply, said.channel)
        return reply.under(said.message_id)

    def forgotten(self, said: Inbound, reply: Reply) -> Reply:
        """What goes out where nothing may be kept, because the patient has had the chat erased."""
        return (self._sms_replies.joined(reply) if said.channel == "sms" else reply).under(said.message_id)

    def _commit(self, said: Inbound, before: Snapshot, outcome: Outcome, reply: Reply, also: Also | None) -> None:
        guesses = [list(guess) for guess in reply.guesses]
        turn = replace(record(said, reply, self._key), guesses=guesses, choice=outcome.choice)
        kept = callback.masked(turn, outcome.form, outcome.private, outcome.parted)
        pending = self._forms.sealed(outcome.state, Form(outcome.form, said.message_id, reply.messages, said.text))
        state = callback.storable(outcome.state, outcome.form)
        given = (said.conversation_id, said.channel, kept, state, outcome.choices, before.turns)
        self._store.commit_turn(*given, keep_pending=pending, also=also)

    async def _request(self, said: Inbound, outcome: Outcome) -> Also | None:
        """What keeps the request that this turn confirms; None where it confirms none."""
        if not callback.confirmed(outcome.state, outcome.form):
            return None
        consents = bool(outcome.form.get("callback_share"))
        asked = callback.questions(await in_thread(self._store.history, said.conversation_id)) if consents else []
        return self._forms.request(said.conversation_id, said.channel, outcome.form, asked)

    def _not_saved(self, said: Inbound) -> Reply:
        return self._wording.fixed("callback_not_saved", "handoff", said.channel)
