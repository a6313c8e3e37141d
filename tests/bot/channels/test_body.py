"""Reading bodies: never more than 8 kB of them, JSON objects only, and words found in anything."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from bot.channels.body import MOST_BYTES, as_text, json_object, read
from bot.channels.errors import Refused

NO_OBJECT = [b"", b" ", b"null", b"[]", b"1", b'"x"', b"{", b"{'a': 1}", b'{"a": 1}}', b"\xff", b'{"a": NaN}', b"1" * 8000]
BOTTOMLESS = [b"[" * 8000, b'{"a":' * 1600, b'{"a":' + b"[" * 4000 + b"]" * 4000 + b"}"]


def request(chunks: Iterable[bytes] = (), content_type: str = "application/json") -> Request:
    """A request whose body comes in these chunks, as a server hands it on."""
    waiting = iter(chunks)

    async def receive() -> dict[str, Any]:
        chunk = next(waiting, None)
        return {"type": "http.request", "body": chunk or b"", "more_body": chunk is not None}

    return Request({"type": "http", "headers": [(b"content-type", content_type.encode())]}, receive)


@pytest.mark.parametrize(
    ("chunks", "expected"),
    [
        ([], (b"", True)),
        ([b"hello"], (b"hello", True)),
        ([b"he", b"", b"llo"], (b"hello", True)),
        ([b"x" * MOST_BYTES], (b"x" * MOST_BYTES, True)),
        ([b"x"] * MOST_BYTES, (b"x" * MOST_BYTES, True)),
        ([b"x" * MOST_BYTES, b"y"], (b"x" * MOST_BYTES, False)),
        ([b"x" * (MOST_BYTES + 1)], (b"x" * MOST_BYTES, False)),
        ([b"x" * 1000] * 9 + [b"y" * 50_000_000], (b"x" * MOST_BYTES, False)),
    ],
    ids=["none", "one", "several", "exactly 8 kB", "byte by byte", "one more", "one more at once", "50 MB"],
)
def test_no_more_than_8_kb_are_kept(chunks: list[bytes], expected: tuple[bytes, bool]) -> None:
    """Up to 8 kB the body is whole; of more, the first 8 kB are kept and it is said that there was more."""
    assert asyncio.run(read(request(chunks))) == expected


def test_a_body_without_end_is_cut_off() -> None:
    """A client that never stops sending is not listened to for ever."""
    assert asyncio.run(read(request(itertools.repeat(b"x" * 1_000_000)))) == (b"x" * MOST_BYTES, False)


@pytest.mark.parametrize("content_type", ["application/json", "application/json;charset=utf-8", "APPLICATION/JSON ; a=b"])
def test_a_json_object_is_read(content_type: str) -> None:
    """An object comes back as it was sent."""
    assert json_object(request(content_type=content_type), '{"text": "é", "n": [1]}'.encode()) == {"text": "é", "n": [1]}


@pytest.mark.parametrize("content_type", ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonx", "json"])
def test_another_content_type_is_refused_by_name(content_type: str) -> None:
    """The type is looked at before the body."""
    with pytest.raises(Refused, match="^type$"):
        json_object(request(content_type=content_type), b"{}")


@pytest.mark.parametrize("body", [*NO_OBJECT, *BOTTOMLESS], ids=lambda body: ascii(body[:12]))
def test_what_is_no_json_object_is_refused_by_name(body: bytes) -> None:
    """Broken, bare, bottomless and not-quite JSON are all the client's mistake."""
    with pytest.raises(Refused, match="^json$"):
        json_object(request(), body)


@given(st.binary(max_size=300))
def test_any_bytes_are_an_object_or_refused(body: bytes) -> None:
    """Nothing else ever comes out of a body."""
    try:
        found = json_object(request(), body)
    except Refused as refused:
        found = {"refused": refused.code}

    assert isinstance(found, dict)
    assert isinstance(as_text(body), str)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"text": "chest pain"}', "chest pain"),
        (b'{"text": "\\u0063hest \\u0070ain"}', "chest pain"),
        (b'{"text": "can\\u2019t breathe"}', "can’t breathe"),
        (b'{"text": "help\\nchest pain"}', "help chest pain"),
        (b'{"text": "help\\r\\nchest\\tpain"}', "help chest pain"),
        (b'{"text": "the \\"chest\\" pain"}', 'the "chest" pain'),
        (b"text=chest+pain", "chest pain"),
        (b"text=chest%20pain&x=1", "chest pain"),
        (b"text=can%E2%80%99t+breathe", "can’t breathe"),
        (b"chest&#32;pain", "chest pain"),
        (b"\xff\xfechest pain\xff", "chest pain"),
        ("douleur thoracique été".encode(), "thoracique été"),
    ],
    ids=lambda each: ascii(each)[:40],
)
def test_the_words_of_a_body_are_found(body: bytes, words: str) -> None:
    """JSON's, a form's and a page's escapes are undone, so that danger is read as it was meant."""
    assert words in " ".join(as_text(body).split())
