"""The clinic's text line: one inbound message in, the words of one text out, or none."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
from datetime import timedelta
from functools import partial

from bot.conversation.inbound import Inbound, TooLong
from bot.conversation.wording import Reply
from bot.settings import Settings
from bot.sms.bill import bill
from bot.sms.opt_out import Ears, Heard
from bot.sms.provider import InboundText
from bot.store import StoreDown
from bot.store.opt_outs import EMERGENCY, OptOuts
from bot.store.sms_sessions import SmsSessions
from bot.store.sms_spending import ANSWER, NOTICE, Caps, SmsSpending
from bot.threads import in_thread
from bot.turn import FrontDesk

logger = logging.getLogger(__name__)
CHANNEL = "sms"
WAIT_SECONDS = 10.0
"""Providers give up at 15 seconds and call the fallback address."""
URGENT_WAIT_SECONDS = 2.0
"""So long the advice waits to be kept, so that a message sent again finds it; then it goes out all the same."""


class Line:
    """Whoever calls it has checked that the message is the provider's."""

    def __init__(self, desk: FrontDesk, ears: Ears, settings: Settings) -> None:
        caps = Caps(settings.sms_messages_per_hour, settings.sms_messages_per_day, settings.sms_daily_segments)
        engine = desk.store.engine
        self.opt_outs, self.spending, self._sessions = OptOuts(engine), SmsSpending(engine, caps), SmsSessions(engine)
        self.desk, self._ears = desk, ears
        self._gap = timedelta(hours=settings.sms_session_hours)
        self._key = settings.secret_for(CHANNEL).encode()
        self._running: set[asyncio.Task[str]] = set()

    def number_key(self, number: str) -> str:
        """What stands for a phone number in the store."""
        return hmac.new(self._key, number.encode(errors="replace"), hashlib.sha256).hexdigest()

    async def answer(self, message: InboundText) -> str:
        """The text to send back; empty for none. Sent again, a message gets the same.

        Raises:
            StoreDown: it can't be known whether the patient wants texts; advice in an emergency goes out all the same.
            SameIdOtherText: the id belongs to another message.
        """
        urgent = self.desk.emergency(message.text, CHANNEL)
        advice = str(urgent.messages[0]["text"]) if urgent else ""
        task = asyncio.ensure_future(self._advised(message, urgent) if urgent else self._answer(message, False))
        self._running.add(task)
        task.add_done_callback(self._ended)
        try:
            return await asyncio.wait_for(asyncio.shield(task), URGENT_WAIT_SECONDS if urgent else WAIT_SECONDS)
        except asyncio.TimeoutError:
            return advice or await self._give_up(message)
        except Exception as error:
            if not advice:
                raise
            logger.error("%s: emergency advice went out before it could be kept", type(error).__name__)
            return advice

    async def finish(self, seconds: float) -> None:
        """Wait so long for messages whose answer has gone out to be kept."""
        if self._running:
            await asyncio.wait(self._running, timeout=seconds)

    async def _advised(self, message: InboundText, advice: Reply) -> str:
        """An emergency, kept now, or when the store is back."""
        try:
            return await self._answer(message, True)
        except StoreDown:
            find = partial(self._sessions.conversation, self.number_key(message.sender), message.message_id, self._gap)
            said = Inbound("", CHANNEL, message.message_id, message.text).read()
            await self.desk.later.add(said, advice.under(message.message_id), find)
            raise

    async def _answer(self, message: InboundText, urgent: bool) -> str:
        key = self.number_key(message.sender)
        heard = self._ears.listen(message.text, message.opt_out)
        opened = await self._note(key, message, heard) if heard else False
        if not urgent and heard:
            return self._fixed("opted_out") if opened and heard.how == "wording" else ""
        out = await in_thread(self.opt_outs.standing, key)
        if not urgent and out:
            return ""
        allowed = ANSWER if urgent else await in_thread(self.spending.judge, key, message.message_id)
        if allowed != ANSWER:
            return self._fixed("enough_for_now") if allowed == NOTICE else ""
        said = await self._said(key, message)
        await in_thread(self.spending.spend, key, message.message_id, bill(said).segments)
        if out:
            await in_thread(self.opt_outs.note, key, message.message_id, EMERGENCY, "advice", "")
        return said

    async def _note(self, key: str, message: InboundText, heard: Heard) -> bool:
        """Whether the patient opted out by this message; HELP is the carrier's to answer and nothing to note."""
        if not heard.what:
            return False
        return await in_thread(self.opt_outs.note, key, message.message_id, heard.what, heard.how, heard.said)

    async def _said(self, key: str, message: InboundText) -> str:
        inbound = await self._inbound(key, message)
        try:
            return str((await self.desk.take(inbound)).messages[0]["text"])
        except TooLong:
            return self._fixed("error_too_long")

    async def _inbound(self, key: str, message: InboundText) -> Inbound:
        conversation_id = await in_thread(self._sessions.conversation, key, message.message_id, self._gap)
        return Inbound(
            conversation_id, CHANNEL, message.message_id, message.text, sender_number=message.sender, attachments=message.media
        )

    async def _give_up(self, message: InboundText) -> str:
        """The clinic's number, kept as this message's reply; or the reply that was kept in the last moment."""
        key = self.number_key(message.sender)
        wished = self._ears.listen(message.text, message.opt_out) is not None
        if wished or await in_thread(self.opt_outs.standing, key):
            return ""
        reply = await self.desk.give_up(await self._inbound(key, message))
        return str(reply.messages[0]["text"])

    def _fixed(self, name: str) -> str:
        return str(self.desk.wording.fixed(name, "handoff", CHANNEL).messages[0]["text"])

    def _ended(self, task: asyncio.Task[str]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()  # it was raised to whoever waited; after a give-up nobody does
