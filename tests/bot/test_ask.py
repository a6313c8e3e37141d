"""`python -m bot ask`: one JSON line per line of input, through the code that serves patients."""

from __future__ import annotations

import asyncio
import io
import json
from typing import Any

import pytest

from bot.ask import answer_lines, ask, text_of
from bot.content import Content
from bot.content.model import KINDS
from bot.settings import ROOT
from bot.turn import FrontDesk
from tests.project import run_bot

KEYS = ["text", "kind", "topics", "confidence", "reply"]
LONG = "where is the clinic located? " * 104
LINES: dict[str, tuple[bytes, str, str]] = {
    "plain": (b"where is the clinic located", "where is the clinic located", "answer"),
    "JSON": (b'{"text": "how much does a session cost"}', "how much does a session cost", "not_covered"),
    "JSON with more in it": (b'{"id": 1, "text": "hello", "label": "x"}', "hello", "smalltalk"),
    "JSON with escapes": (b'{"text": "I have crushing\\nchest pain"}', "I have crushing\nchest pain", "emergency"),
    "no text in the JSON": (b'{"question": "hello"}', '{"question": "hello"}', ""),
    "a text that is none": (b'{"text": 5}', '{"text": 5}', ""),
    "a JSON list": (b'["hello"]', '["hello"]', ""),
    "a number": (b"2", "2", ""),
    "broken JSON": (b'{"text": "hello', '{"text": "hello', ""),
    "empty": (b"", "", "clarify"),
    "blank": (b"   ", "   ", "clarify"),
    "marks only": (b"?!", "?!", "clarify"),
    "Spanish": ("\u00bfCu\u00e1nto cuesta?".encode(), "\u00bfCu\u00e1nto cuesta?", ""),
    "emoji": ("\U0001f930 hello".encode(), "\U0001f930 hello", ""),
    "an intent": (b"/emergency", "/emergency", ""),
    "a separator within": (b'{"text": "hello\\u2028there"}', "hello\u2028there", ""),
    "3,000 characters": (LONG.encode()[:3000], LONG[:3000], "out_of_scope"),
    "3,000 characters, urgent": (f"I have chest pain. {LONG}".encode()[:3000], f"I have chest pain. {LONG}"[:3000], "emergency"),
}

HOSTILE = (b"[" * 3000, b'{"text": "half an emoji \\ud83e"}', b"no UTF-8 \xff")
"""What no program should send."""


@pytest.fixture(scope="module")
def answered() -> list[dict[str, Any]]:
    """What the command wrote for every line, the hostile ones last, the very last without a line feed."""
    lines = [*(line for line, _, _ in LINES.values()), *HOSTILE]
    done = run_bot(ROOT, "ask", "--channel", "sms", stdin=b"\n".join(lines))
    assert done.returncode == 0, done.stderr.decode()[-500:]
    return [json.loads(line) for line in done.stdout.decode().split("\n")[:-1]]


def test_each_line_gets_a_line(answered: list[dict[str, Any]]) -> None:
    """Every line of input, empty and hostile ones too, gets one line of output, in order, with its text as it was given."""
    assert [each["text"] for each in answered[: len(LINES)]] == [text for _, text, _ in LINES.values()]
    assert len(answered) == len(LINES) + len(HOSTILE)


def test_each_line_has_the_shape_others_rely_on(answered: list[dict[str, Any]]) -> None:
    """Each line holds text, kind, topics, confidence and reply, each of its type, and nothing else."""
    assert [list(each) for each in answered] == [KEYS] * len(answered)
    assert {each["kind"] for each in answered} <= set(KINDS)
    assert all(isinstance(topic, str) for each in answered for topic in each["topics"])
    assert all(isinstance(each["topics"], list) and 0 <= each["confidence"] <= 1 for each in answered)
    assert all(isinstance(each["reply"], str) and each["reply"] for each in answered)


@pytest.mark.parametrize("name", [name for name, (_, _, kind) in LINES.items() if kind])
def test_each_line_is_understood(answered: list[dict[str, Any]], name: str) -> None:
    """Plain or JSON, short or long, a message gets the kind of reply that a patient gets."""
    assert answered[list(LINES).index(name)]["kind"] == LINES[name][2]


def test_without_input_there_is_no_output(desk: FrontDesk) -> None:
    """An empty input ends well and writes nothing."""
    out = io.StringIO()
    asyncio.run(answer_lines(desk, "web", [], out))

    assert out.getvalue() == ""


def test_another_channel_is_refused() -> None:
    """Only channels there are can be asked on."""
    assert run_bot(ROOT, "ask", "--channel", "fax").returncode == 2


def test_each_line_is_a_fresh_conversation(desk: FrontDesk) -> None:
    """What one line said changes nothing for the next: the same line twice gets the same reply."""
    out = io.StringIO()
    asyncio.run(answer_lines(desk, "web", ["I am pregnant\n", "is it safe\n", "I am pregnant\n", "is it safe\n"], out))
    lines = out.getvalue().splitlines()

    assert lines[:2] == lines[2:]


def test_a_line_is_answered_on_its_channel(desk: FrontDesk, known: Content, answered: list[dict[str, Any]]) -> None:
    """The same line gets the words of whichever channel it is asked on."""
    out = io.StringIO()
    asyncio.run(answer_lines(desk, "web", ["where is the clinic located\n"], out))
    location = {each.channel: each for each in known.topics["faq/location"].responses}

    assert json.loads(out.getvalue())["topics"] == answered[0]["topics"] == ["location"]
    assert json.loads(out.getvalue())["reply"] != answered[0]["reply"]
    assert "sms" in location


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_what_is_too_long_is_refused_with_the_number(desk: FrontDesk, known: Content, channel: str) -> None:
    """A message over the channel's limit gets a kind word and the clinic's number."""
    reply = asyncio.run(ask(desk, channel, "word " * 600))

    assert reply.kind == "out_of_scope"
    assert known.placeholders()["clinic_phone"] in reply.messages[0]["text"]


@pytest.mark.parametrize(
    ("line", "text"),
    [("hello", "hello"), ('{"text": "a"}', "a"), ('{"text": null}', '{"text": null}'), ("null", "null"), ('"a"', '"a"')],
)
def test_the_message_in_a_line(line: str, text: str) -> None:
    """The `text` of a JSON object is the message; any other line is a message as it stands."""
    assert text_of(line) == text
