"""Text messages over HTTP: only the provider's own requests count, and patients get the right text."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from bot import content
from bot.content.sms_text import BASIC, EXTENDED, length
from bot.store import open_store
from tests.contract import kept, refusal
from tests.edges import Edge
from tests.phone import ACCOUNT, ADDRESS, OLD_TOKEN, SET_UP, TOKEN, Phone, form, message_of, sid, signed
from tests.stored import found_in

URGENT = "I have chest pain"
SENDER = "+16105550199"
SIX = {
    "is it safe at 30 weeks": "trained",
    "how long do the needles stay in": "20-30 minutes",
    "how often should i come": "1-3 sessions a week",
    "where are you": "141 West Wayne Ave",
    "how much does it cost": "484.222.0854",
    "what is the capital of france": "acupuncture",
}
UNUSUAL = {
    "blank": {"Body": ""},
    "picture": {"Body": "", "NumMedia": "1", "MediaUrl0": "https://example.org/1"},
    "a new field": {"NewField": "of=next&year"},
    "not ASCII": {"Body": "¿Sí? 👶"},
}


@pytest.fixture(scope="module")
def edge(assistant: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edge]:
    """An edge with text messages set up for two auth tokens of one account."""
    settings = {**SET_UP, "TWILIO_AUTH_TOKEN_PREVIOUS": OLD_TOKEN, "TWILIO_ACCOUNT_SID": ACCOUNT}
    with Edge.beside(assistant, tmp_path_factory.mktemp("sms"), **settings) as running:
        yield running


@pytest.fixture
def client(edge: Edge) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=edge.url, timeout=30, trust_env=False) as opened:
        yield opened


@pytest.fixture
def phone(client: httpx.Client) -> Phone:
    return Phone(client)


def rows(edge: Edge) -> dict[str, int]:
    """How many rows each table has."""
    store = open_store(edge.environment["DATABASE_URL"])
    with store.engine.begin() as connection:
        names = [row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() for name in names}
    store.close()
    return found


@pytest.mark.parametrize("question", SIX)
def test_a_question_gets_its_text(phone: Phone, known: content.Content, question: str) -> None:
    """The six questions, as signed form posts, get one text each in a phone's alphabet, introduced the first time alone."""
    first, second = phone.text(question), phone.text(question)
    line, offer = known.reply("first_contact", "sms"), known.reply("offer_contact", "sms")

    assert first.removesuffix(f" {offer}") == f"{line}\n{second}"  # the offer never comes twice in a row
    assert SIX[question].casefold() in second.casefold()
    assert length(first) <= 306
    assert set(first) <= BASIC | EXTENDED


def test_the_first_contact_says_what_it_must(phone: Phone) -> None:
    """Automated, not private, 911 and how to end it stand in the very first text."""
    first = phone.text("hello")

    assert [word in first for word in ("utomated", "private", "911", "STOP")] == [True] * 4


def test_a_number_is_kept_nowhere(edge: Edge, phone: Phone) -> None:
    """After a conversation of questions the number that it came from stands in no table: it is known by a keyed digest alone."""
    for text in ("how long does it take", "im 30 weeks, is it safe", "thanks"):
        phone.text(text)
    store = open_store(edge.environment["DATABASE_URL"])

    assert found_in(store, phone.number.removeprefix("+1")) == []
    store.close()


def refused_requests() -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """Fields as posted and headers of requests that aren't the provider's."""
    fields = form(SENDER, "where are you")
    good = signed(fields)
    other = form(SENDER, "where are you", AccountSid="AC" + "8" * 32)
    unsigned = {"Content-Type": good["Content-Type"]}
    return {
        "missing": (fields, unsigned),
        "empty": (fields, {**good, "X-Twilio-Signature": ""}),
        "forged": (fields, {**good, "X-Twilio-Signature": "bm90IGEgc2lnbmF0dXJlIGF0IGFs"}),
        "not ASCII": (fields, {**good, "X-Twilio-Signature": "\u00e9" * 28}),
        "another key": (fields, signed(fields, "a" * 32)),
        "no key": (fields, signed(fields, "")),
        "another account": (other, signed(other)),
        "no account": ({**fields, "AccountSid": ""}, signed({**fields, "AccountSid": ""})),
        "tampered text": ({**fields, "Body": "where am i"}, good),
        "tampered sender": ({**fields, "From": "+16105550198"}, good),
        "a field more": ({**fields, "OptOutType": "STOP"}, good),
        "a field less": ({name: value for name, value in fields.items() if name != "Body"}, good),
        "another address": (fields, signed(fields, url="https://chat.example.org/sms/other")),
        "rebuilt address": (fields, signed(fields, url="http://127.0.0.1/sms/twilio")),
        "urgent": (form(SENDER, URGENT), unsigned),
        "no message id": (form(SENDER, "hi", MessageSid=""), signed(form(SENDER, "hi", MessageSid=""))),
    }


@pytest.mark.parametrize("name", refused_requests())
def test_a_request_that_is_not_the_providers_is_refused(edge: Edge, client: httpx.Client, name: str) -> None:
    """403 whatever is wrong with it, urgent or not, and nothing at all is stored."""
    fields, headers = refused_requests()[name]
    before = rows(edge)

    response = client.post(
        "/sms/twilio", content=urlencode(fields), headers=[(k, v.encode("latin-1")) for k, v in headers.items()]
    )

    assert refusal(kept(response)) == (403, "signature")
    assert rows(edge) == before


@pytest.mark.parametrize("fields", UNUSUAL.values(), ids=list(UNUSUAL))
@pytest.mark.parametrize("token", [TOKEN, OLD_TOKEN], ids=["token", "previous token"])
def test_every_signed_request_passes(client: httpx.Client, fields: dict[str, str], token: str) -> None:
    """Blank values, fields that come new one day, other letters, and a token that is being changed."""
    posted = {**form(SENDER, "where are you"), **fields}

    assert message_of(client.post("/sms/twilio", content=urlencode(posted), headers=signed(posted, token))) != ""


def test_a_proxy_changes_nothing(client: httpx.Client) -> None:
    """The configured address is what counts, whatever host, scheme or path query a proxy lets through."""
    posted = form(SENDER, "where are you")
    changed = {"Host": "10.0.0.7:8000", "X-Forwarded-Proto": "http", "X-Forwarded-Host": "internal", "X-Original-URL": "/x"}

    response = client.post("/sms/twilio?from=proxy", content=urlencode(posted), headers={**signed(posted), **changed})

    assert "Wayne" in message_of(response)


def test_the_providers_default_port_is_the_address_too(client: httpx.Client) -> None:
    """Twilio signs some addresses with their port."""
    posted = form(SENDER, "where are you")
    headers = signed(posted, url=ADDRESS.replace(".org", ".org:443"))

    assert "Wayne" in message_of(client.post("/sms/twilio", content=urlencode(posted), headers=headers))


def test_a_replayed_request_changes_nothing(edge: Edge, phone: Phone) -> None:
    """Sent again, a signed request brings the same answer byte for byte, and neither a turn nor a cost."""
    one, message_id = phone.post("where are you", "SMreplayed"), "SMreplayed"
    phone.text("how often should i come")
    before = rows(edge)

    again = phone.post("where are you", message_id)

    assert (again.content, rows(edge)) == (one.content, before)


@pytest.mark.parametrize("count", [5, 200])
def test_retries_at_once_are_one_turn(edge: Edge, phone: Phone, count: int) -> None:
    """However many times at once it comes, a message is answered with one and the same text and kept once."""
    posted = form(phone.number, "where are you", sid())
    before = rows(edge)

    async def at_once() -> list[httpx.Response]:
        limits = httpx.Limits(max_connections=count)
        async with httpx.AsyncClient(base_url=edge.url, timeout=60, limits=limits, trust_env=False) as opened:
            post = [opened.post("/sms/twilio", content=urlencode(posted), headers=signed(posted)) for _ in range(count)]
            return await asyncio.gather(*post)

    answers = asyncio.run(at_once())
    after = rows(edge)

    assert {(answer.status_code, answer.content) for answer in answers} == {(200, answers[0].content)}
    assert {name: after[name] - before[name] for name in ("turns", "sms_sessions", "sms_spending")} == {
        "turns": 1, "sms_sessions": 1, "sms_spending": 1,
    }  # fmt: skip


def test_what_became_of_a_message_is_no_message(edge: Edge, client: httpx.Client) -> None:
    """The provider's word on a delivery is taken without an answer."""
    posted = form(SENDER, "", MessageStatus="delivered")
    before = rows(edge)

    assert message_of(client.post("/sms/twilio", content=urlencode(posted), headers=signed(posted))) == ""
    assert rows(edge) == before


def test_marks_of_xml_arrive_as_they_are(client: httpx.Client) -> None:
    """An answer is told as XML text and an empty one as an empty element."""
    response = Phone(client).post("where are you")

    assert response.headers["content-type"] == "text/xml; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"
    assert response.text.startswith("<Response><Message>")


def test_an_endless_body_is_refused(client: httpx.Client) -> None:
    """More than any text message is not read, so it can't be verified."""
    response = client.post("/sms/twilio", content=b"Body=" + b"x" * 50_000, headers={"Content-Type": "text/plain"})

    assert refusal(kept(response)) == (413, "too_large")


def test_the_longest_text_of_any_phone_passes(phone: Phone) -> None:
    """1,600 characters beyond ASCII take many bytes, and are read."""
    assert phone.text("👶" * 1600) != ""


def test_text_messages_are_off_until_they_are_set_up(chat: Any) -> None:
    """Without an auth token the address says kindly that there is nothing, signed or not."""
    posted = form(SENDER, "hello")

    response = chat.client.post("/sms/twilio", content=urlencode(posted), headers=signed(posted))

    assert refusal(kept(response)) == (503, "sms_off")
    assert "484.222.0854" in response.text
