"""The clinic is told by e-mail."""

from __future__ import annotations

import asyncio
import email
import email.policy
from dataclasses import replace
from typing import Any

import pytest

from bot.outbox import mail
from bot.outbox.mail import Mail
from bot.outbox.told import NotDelivered, Told
from bot.run.processes import free_port


def test_the_clinic_reads_who_asks_and_how_to_reach_them(mailbox: Any, told: Told) -> None:
    """One plain e-mail reaches the clinic's mailbox with everything that was asked, and the questions passed on."""
    asyncio.run(Mail(mailbox.url, "desk@example.org").deliver(told))

    (envelope,) = mailbox.taken
    message = email.message_from_bytes(envelope.content, policy=email.policy.default)
    body = message.get_content()
    assert (envelope.rcpt_tos, message["Subject"]) == (["desk@example.org"], "A patient asks for a call back")
    assert all(each in body for each in ("Name: Jen", "Number: +1 610 555 0100", "Best time: after 5", "- is it safe"))
    assert "About:" not in body


def test_a_repeat_has_the_same_message_id(told: Told) -> None:
    """Sent again it bears the same Message-ID and date, so a mail program shows it once."""
    first, second = (Mail("smtp://localhost", "desk@example.org").message(told) for _ in range(2))

    assert first["Message-ID"] == "<key-1@example.org>"
    assert first.as_bytes() == second.as_bytes()


@pytest.mark.parametrize(
    ("url", "sender"),
    [("smtp://bot%40clinic.org:p@localhost", "bot@clinic.org"), ("smtp://user:p@localhost", "desk@example.org")],
)
def test_it_comes_from_who_signs_in(told: Told, url: str, sender: str) -> None:
    """The sender is the mail account where that is an address, else the clinic's own mailbox."""
    assert Mail(url, "desk@example.org").message(told)["From"] == sender


def test_what_a_patient_wrote_cannot_add_a_header(told: Told) -> None:
    """Line breaks and header names in a patient's words stay in the body."""
    message = Mail("smtp://localhost", "desk@example.org").message(
        replace(told, values={**told.values, "name": "Jen\nBcc: all@example.org\n\n<b>hi</b>"})
    )

    assert message["Bcc"] is None
    assert "<b>hi</b>" in message.get_content()


FAILURES = {
    "refused for now": "mail: SMTPDataError",
    "nobody there": "mail: ConnectionRefusedError",
    "no words for it": "template: TemplateNotFound",
    "no encryption": "mail: SMTPNotSupportedError",
}


@pytest.mark.parametrize("case", FAILURES)
def test_what_goes_wrong_is_told_by_its_part(mailbox: Any, told: Told, case: str) -> None:
    """A server that refuses, is away or would have it read on the way, and a kind without a template, each fail by name."""
    mailbox.failures = 1 if case == "refused for now" else 0
    url = f"smtp://127.0.0.1:{free_port()}" if case == "nobody there" else mailbox.url
    # This machine too, but under a name that isn't trusted without encryption.
    url = url.replace("127.0.0.1", "127.0.0.01") if case == "no encryption" else url
    given = replace(told, kind="unheard_of") if case == "no words for it" else told

    with pytest.raises(NotDelivered) as raised:
        asyncio.run(Mail(url, "desk@example.org").deliver(given))

    assert (str(raised.value), mailbox.taken) == (FAILURES[case], [])


def test_a_server_of_tls_alone_is_told_too(encrypted_mailbox: Any, told: Told) -> None:
    """By `smtps://` the e-mail travels encrypted from the first byte."""
    asyncio.run(Mail(encrypted_mailbox.url, "desk@example.org").deliver(told))

    assert [envelope.rcpt_tos for envelope in encrypted_mailbox.taken] == [["desk@example.org"]]


def test_nothing_is_sent_once_time_is_over(mailbox: Any, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that keeps each step's time but not the whole's is left without the message: a later attempt brings it."""
    monkeypatch.setattr(mail, "WHOLE_SECONDS", 0.3)
    mailbox.seconds = 0.6

    with pytest.raises(NotDelivered):
        asyncio.run(Mail(mailbox.url, "desk@example.org").deliver(told))

    assert mailbox.taken == []


def test_a_withdrawal_is_worded(told: Told) -> None:
    """Who was told of a request reads that it no longer stands, and nothing of the patient."""
    message = Mail("smtp://localhost", "desk@example.org").message(replace(told, kind="callback_withdrawn", values={}))

    assert "withdrawn" in message["Subject"]
    assert "erase the earlier message" in message.get_content()
