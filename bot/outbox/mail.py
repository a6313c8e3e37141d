"""Telling the clinic by e-mail."""

from __future__ import annotations

import smtplib
import ssl
import time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from bot.outbox.told import LONGEST_SECONDS, NotDelivered, Told
from bot.threads import in_thread

SECONDS = 15.0
"""For one step of the dialogue, such as a command and its reply."""
WHOLE_SECONDS = LONGEST_SECONDS - 5
"""For the whole dialogue: no step begins later, so that nothing is sent after it was said that it could not be."""
TEMPLATES = Path(__file__).parent / "templates"
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Mail:
    """One mailbox that is told by SMTP, worded by `templates/<kind>.txt`: its first line is the subject.

    What patients ask travels encrypted: a server beyond this machine must offer STARTTLS (`smtp://`) or TLS (`smtps://`).
    """

    name = "mail"

    def __init__(self, url: str, to: str) -> None:
        self._url, self._to = urlsplit(url), to
        user = unquote(self._url.username or "")
        self._sender = user if "@" in user else to
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            undefined=StrictUndefined,
            trim_blocks=True,
            autoescape=False,  # noqa: S701 — plain text
        )

    async def deliver(self, told: Told) -> None:
        """Send it.

        Raises:
            NotDelivered: the server can't be reached, or does not take it, or nothing words this kind.
        """
        try:
            await in_thread(self._send, self.message(told), time.monotonic() + WHOLE_SECONDS)
        except TemplateError as error:  # first, because a missing template is also an OSError
            raise NotDelivered(f"template: {type(error).__name__}") from error
        except (OSError, smtplib.SMTPException) as error:
            raise NotDelivered(f"mail: {type(error).__name__}") from error

    def message(self, told: Told) -> EmailMessage:
        """The e-mail, with the same Message-ID at every attempt."""
        text = self._templates.get_template(f"{told.kind}.txt").render(told.values)
        subject, _, body = text.partition("\n")
        message = EmailMessage(policy=SMTP)
        message["Subject"], message["From"], message["To"] = subject, self._sender, self._to
        message["Date"] = format_datetime(told.created_at)
        message["Message-ID"] = f"<{told.key}@{self._sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(body.strip() + "\n")
        return message

    def _send(self, message: EmailMessage, ends: float) -> None:
        host, context = self._url.hostname or "", ssl.create_default_context()
        if self._url.scheme == "smtps":
            server: _Dialogue = _EncryptedDialogue(ends, host, self._url.port or 465, context=context)
        else:
            server = _Dialogue(ends, host, self._url.port or 587)
        with server:
            server.ehlo()
            if self._url.scheme == "smtp" and (host not in LOOPBACK or server.has_extn("starttls")):
                server.starttls(context=context)
            if self._url.username:
                server.login(unquote(self._url.username), unquote(self._url.password or ""))
            server.send_message(message)


class _Dialogue(smtplib.SMTP):
    """Begins no step after its end, a moment of `time.monotonic`: smtplib's own time-out is for each of a dozen steps."""

    def __init__(self, ends: float, host: str, port: int, **options: Any) -> None:
        self._ends = ends
        super().__init__(host, port, timeout=SECONDS, **options)

    def send(self, s: Any) -> None:
        self._step()
        super().send(s)

    def getreply(self) -> tuple[int, bytes]:
        self._step()
        return super().getreply()

    def _step(self) -> None:
        left = self._ends - time.monotonic()
        if left <= 0:
            # Told as a lost connection is: smtplib minds neither in a farewell, when the message has been taken.
            raise smtplib.SMTPServerDisconnected("out of time")
        if self.sock:
            self.sock.settimeout(min(SECONDS, left))


class _EncryptedDialogue(_Dialogue, smtplib.SMTP_SSL):
    """The same over TLS from its first byte."""
