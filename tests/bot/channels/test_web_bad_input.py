"""Whatever is sent, the answer is the right refusal or a kind reply, and never an error of ours."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Chat
from tests.contract import kept, kinds, refusal

JSON = "application/json"
WORDLESS = """🙂|🤰🏽👍🏽❤️‍🔥|?!…|///|___""".split("|")
INVISIBLE = ["", " ", " \n\t\r\n ", "\u2003\u00a0", "\x00\x01\x1f\x7f", "\u200b\u200e", "\ud83d", "\udfff\ud800"]
STRANGE = re.split(
    r"[|\n]",
    """¿cuánto cuesta una sesión?|Wie lange dauert eine Sitzung?|针灸疼吗？|هل الوخز بالإبر آمن؟
акупунктура больно?|האם זה כואב|z͑ͫ̓ͪ̂a̴l̷g̸o|%s%n%x|\\u0000|NaN|null|../../etc/passwd|=1+1
<b>hi</b><script>alert(1)</script>|<img src=x onerror=alert(1)>|'; DROP TABLE turns; --
${SECRET_KEY}|{clinic_phone} {unknown}|[x](y)|/restart|/faq{"a":1}""",
)
LONG_OR_HIDDEN = ["a" * 1000, "ä" * 1000, "hi\u202egnp.exe", "how\ud83dlong", "\u2003/restart", "\x1c/restart"]
REPLIES = {"clarify", "out_of_scope", "smalltalk", "answer", "not_covered", "handoff"}
BODIES = {
    "nothing": b"",
    "no object": b"[]",
    "null": b"null",
    "a word": b'"hi"',
    "cut": b'{"text": "hi',
    "single quotes": b"{'text': 'hi'}",
    "two": b'{"text":"hi"}{"text":"hi"}',
    "not UTF-8": b'{"text":"\xff\xfe"}',
    "deep list": b"[" * 4000 + b"]" * 4000,
    "deep object": b'{"a":' * 1300 + b"1" + b"}" * 1300,
    "deep text": b'{"text":' + b"[" * 4000 + b"]" * 4000 + b"}",
    "huge number": b'{"text":' + b"9" * 8000 + b"}",
    "NaN": b'{"text": NaN}',
    "NaN beside": b'{"text": "hi", "x": NaN}',
    "infinity": b'{"text": -Infinity}',
}
NO_TEXTS: list[Any] = [None, 5, True, ["hi"], {"a": 1}]
NO_IDS: list[Any] = ["", "a b", "a" * 65, "é", "a/b", "\x00", "a\n", 5, 0, False, [], {}]
SHAPES: list[dict[str, Any]] = [
    {},
    {"id": "a"},
    {"message": "hi"},
    *({key: each} for key in ("text", "value") for each in NO_TEXTS),
    *({"text": "hi", "id": each} for each in NO_IDS),
    {"text": "hi", "value": 1},
]
FORM = "application/x-www-form-urlencoded"
TYPES = ["", "text/plain", FORM, "multipart/form-data; boundary=x", "application/jsonp", "text/json", "application/xml"]


def post(chat: Chat, content: Any, content_type: str = JSON) -> Any:
    return kept(chat.client.post("/chat/messages", content=content, headers={**chat.headers, "Content-Type": content_type}))


@pytest.fixture(scope="module")
def talking(assistant: Any) -> Chat:
    """One patient who sends all of it."""
    return assistant.chat().open()


@pytest.mark.parametrize("text", [*WORDLESS, *INVISIBLE], ids=ascii)
def test_a_message_without_words_is_asked_about(talking: Chat, text: str) -> None:
    """Empty, blank, emoji, control characters, lone surrogates: a kind question, on the web as 200."""
    assert kinds(post(talking, json.dumps({"text": text}))) == ["clarify"]


@pytest.mark.parametrize("text", [*STRANGE, *LONG_OR_HIDDEN], ids=lambda text: ascii(text)[:30])
def test_a_strange_message_is_answered_kindly(talking: Chat, text: str) -> None:
    """Other languages, markup, commands, templates: a reply, none of it obeyed, repeated or an emergency."""
    response = post(talking, json.dumps({"text": text}))
    told = " ".join(message["text"] for message in response.json()["messages"])

    assert set(kinds(response)) <= REPLIES
    assert [part in told for part in ("<script", "onerror", "{", "SECRET", "Traceback")] == [False] * 5


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(blacklist_categories=()), max_size=300))
def test_any_text_at_all_is_answered(talking: Chat, text: str) -> None:
    """Unicode's every corner: 200 and a documented reply."""
    assert set(kinds(post(talking, json.dumps({"text": text})))) <= {*REPLIES, "emergency"}


@pytest.mark.parametrize(("characters", "expected"), [(1001, (422, "too_long")), (10_000, (413, "too_large"))])
def test_a_text_too_long_is_refused(talking: Chat, characters: int, expected: tuple[int, str]) -> None:
    """Over 1,000 characters is too long a text, over 8 kB too large a body."""
    assert refusal(post(talking, json.dumps({"text": "x" * characters}))) == expected


@pytest.mark.parametrize("content_type", TYPES)
def test_another_content_type_is_refused(talking: Chat, content_type: str) -> None:
    """Only JSON is read, whatever the body looks like."""
    assert refusal(post(talking, b'{"text": "hi"}', content_type)) == (415, "type")


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "Application/JSON"])
def test_json_by_any_spelling_is_read(talking: Chat, content_type: str) -> None:
    """Parameters and case of the content type don't matter."""
    assert kinds(post(talking, b'{"text": "hi"}', content_type)) == ["smalltalk"]


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_is_no_message_is_refused(talking: Chat, name: str) -> None:
    """Broken, deep, boundless or bare JSON is 422."""
    assert refusal(post(talking, BODIES[name])) == (422, "json")


@pytest.mark.parametrize("given", SHAPES, ids=ascii)
def test_a_message_in_another_shape_is_refused(talking: Chat, given: dict[str, Any]) -> None:
    """A missing text, a wrong type or an id outside the documented letters is 422."""
    assert refusal(post(talking, json.dumps(given))) == (422, "json")


@pytest.mark.parametrize("value", ["x", "", "faq/causes", "1", "\ud800", "v" * 5000, "\x00"], ids=lambda value: ascii(value)[:12])
def test_a_button_that_was_never_shown_is_refused(talking: Chat, value: str) -> None:
    """A value nobody offered opens no topic; an empty one is a message without words."""
    response = post(talking, json.dumps({"value": value}))

    assert (refusal(response) if value else kinds(response)) == ((422, "choice") if value else ["clarify"])


def test_a_used_id_with_a_broken_button_is_a_conflict(talking: Chat) -> None:
    """Comparing with the message first sent under the id can't fail over half a character."""
    post(talking, b'{"text": "hi", "id": "used"}')

    assert refusal(post(talking, b'{"value": "\\ud800", "id": "used"}')) == (409, "conflict")


@pytest.mark.parametrize("path", ["/chat/messages", "/chat/feedback"])
@pytest.mark.parametrize("chunked", [False, True])
def test_fifty_megabytes_are_refused(talking: Chat, path: str, chunked: bool) -> None:
    """A body far too large is 413, announced or not, and the next message is served."""
    chunk = b'{"text": "' + b"x" * 1_048_566
    content: Any = (chunk for _ in range(50)) if chunked else chunk * 50

    response = talking.client.post(path, content=content, headers={**talking.headers, "Content-Type": JSON})

    assert refusal(kept(response)) == (413, "too_large")
    assert kinds(talking.send("hi")) == ["smalltalk"]


def test_fifty_megabytes_open_no_session(talking: Chat) -> None:
    """A body far too large is refused here as everywhere, and the next session opens."""
    refused = kept(talking.client.post("/chat/sessions", content=b"x" * 50_000_000))

    assert refusal(refused) == (413, "too_large")
    assert kept(talking.client.post("/chat/sessions")).status_code == 201
