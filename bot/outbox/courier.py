"""Takes one notice after the other out of the outbox and hands it to every receiver, until each has it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta

from bot.outbox.mail import Mail
from bot.outbox.told import LONGEST_SECONDS, NotDelivered, Receiver, Told
from bot.outbox.webhook import Webhook
from bot.sealing import REQUEST_SECONDS, Unsealable, unseal
from bot.settings import Settings
from bot.store import StoreDown
from bot.store.outbox import Notice, Outbox
from bot.threads import in_thread

LEASE = timedelta(seconds=LONGEST_SECONDS + 10)
"""How long a notice is one program's alone: longer than any attempt, short enough after a program was killed."""
LOOK_SECONDS = 2.0
"""Also how soon after the database is back its notices are delivered."""
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=1), timedelta(minutes=1)
"""For one notice: a receiver is somebody else's server, which nobody may knock at every few seconds for hours; to look costs it a
whole delivery. Nothing waits for it but the clinic's hearing, and the request is in the console from its first moment."""
log = logging.getLogger(__name__)


class Courier:
    """Delivers what lies in the outbox; several programs may each run one."""

    def __init__(self, outbox: Outbox, receivers: Sequence[Receiver], key: str) -> None:
        self._outbox, self._receivers, self._key = outbox, receivers, key

    async def run(self) -> None:
        """Deliver for ever; without receivers everything waits."""
        while self._receivers:
            if not await self.deliver_one():
                await asyncio.sleep(LOOK_SECONDS)

    async def deliver_one(self) -> bool:
        """Try the notice that has been due longest; whether there was one to try."""
        try:
            notice = await in_thread(self._outbox.claim, LEASE)
            if notice is not None:
                await self._deliver(notice)
        except StoreDown:
            log.warning("the outbox can't be read or written: database")
            return False
        return notice is not None

    async def _deliver(self, notice: Notice) -> None:
        try:
            values = unseal(self._key, notice.sealed, REQUEST_SECONDS)
        except Unsealable:
            log.error("a notice can't be opened: was SECRET_KEY changed?")
            await in_thread(self._outbox.given_up, notice, "unsealable")
            return
        told = Told(notice.key, notice.kind, notice.created_at, values)
        waiting = [receiver for receiver in self._receivers if receiver.name not in notice.reached]
        outcomes = await asyncio.gather(*(_in_time(receiver, told) for receiver in waiting), return_exceptions=True)
        failures = [self._part(outcome) for outcome in outcomes if isinstance(outcome, BaseException)]
        if not failures:
            await in_thread(self._outbox.delivered, notice)
            return
        log.warning("a notice could not be delivered yet: %s", ", ".join(failures))
        has_it = [receiver.name for receiver, outcome in zip(waiting, outcomes) if not isinstance(outcome, BaseException)]
        await in_thread(self._outbox.retry, notice, has_it, pause(notice.attempts), ", ".join(failures))

    def _part(self, failure: BaseException) -> str:
        if not isinstance(failure, (NotDelivered, Exception)):
            raise failure
        return str(failure) if isinstance(failure, NotDelivered) else type(failure).__name__


async def _in_time(receiver: Receiver, told: Told) -> None:
    """Hand it over, or leave it: past the lease another program would hand it over too."""
    try:
        await asyncio.wait_for(receiver.deliver(told), LONGEST_SECONDS)
    except asyncio.TimeoutError:
        raise NotDelivered(f"{receiver.name}: slow") from None


def pause(attempts: int) -> timedelta:
    """How long to wait after so many attempts: a second, then twice as long each time, up to a minute."""
    return min(FIRST_PAUSE * 2 ** min(attempts - 1, 16), LONGEST_PAUSE)


def courier(settings: Settings, outbox: Outbox) -> Courier:
    """The courier to the receivers that the settings name."""
    receivers: list[Receiver] = []
    if settings.smtp_url and settings.notify_email:
        receivers.append(Mail(settings.smtp_url, settings.notify_email))
    if settings.notify_webhook_url:
        receivers.append(Webhook(settings.notify_webhook_url, settings.notify_webhook_secret))
    return Courier(outbox, receivers, settings.secret_for("sealing"))


def how_the_clinic_hears(settings: Settings) -> str:
    """One line for whoever starts the program."""
    by_mail = bool(settings.smtp_url and settings.notify_email)
    ways = [way for way, on in (("e-mail", by_mail), ("webhook", bool(settings.notify_webhook_url))) if on]
    if ways:
        return f"the clinic hears of call-back requests by {' and '.join(ways)}"
    return (
        "call-back requests wait in the console: nobody is told until SMTP_URL and NOTIFY_EMAIL, or NOTIFY_WEBHOOK_URL, are set"
    )
