"""The edge's line to a brain in another process: the real one, a wrong secret, and lines that lead nowhere."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest

from bot import settings
from bot.brain import MOST_CONNECTIONS, Asked, BrainDown, HttpBrain
from bot.run.processes import free_port
from tests.conftest import Assistant
from tests.processes import brain_url

QUESTION = "how long do the needles stay in"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


@pytest.fixture
def silent() -> Iterator[str]:
    """A port that accepts connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


def calling(url: str, secret: str, use: Callable[[HttpBrain], Awaitable[Any]], seconds: float = 10.0) -> Any:
    """What `use` makes of a line to the brain at `url`."""

    async def main() -> Any:
        brain = HttpBrain(url, secret, seconds)
        try:
            return await use(brain)
        finally:
            await brain.close()

    return asyncio.run(main())


def answer(brain: HttpBrain) -> Awaitable[dict[str, Any]]:
    return brain.answer(Asked(QUESTION, "web", {}))


def secret_of(assistant: Assistant) -> str:
    return settings.load(assistant.environment).secret_for("brain")


def test_the_real_brain_answers_and_passes_the_state_on(assistant: Assistant) -> None:
    """The secret opens it; each answer's state, sent with the next message, makes one conversation."""

    async def converse(brain: HttpBrain) -> list[dict[str, Any]]:
        assert await brain.check() == ""
        first = await brain.answer(Asked(QUESTION, "web", {}))
        return [first, await brain.answer(Asked("2", "sms", first["state"], "faq/causes"))]

    answers = calling(brain_url(assistant.process.pid), secret_of(assistant), converse)

    assert [each["messages"][0]["topics"] for each in answers] == [["session_length"], ["causes"]]
    assert [each["state"]["topic"] for each in answers] == ["faq/session_length", "faq/causes"]


@pytest.mark.parametrize("secret", ["wrong", "", "a" * 64])
def test_a_wrong_secret_is_a_brain_down(assistant: Assistant, secret: str) -> None:
    """A brain that doesn't know us gives no answer, and the patient must not wait for one."""
    with pytest.raises(BrainDown):
        calling(brain_url(assistant.process.pid), secret, answer)


@pytest.mark.parametrize("use", [answer, HttpBrain.check], ids=["answer", "check"])
def test_a_closed_port_is_a_brain_down(use: Callable[[HttpBrain], Awaitable[Any]]) -> None:
    """Nobody listens: told at once, in our own words."""
    with pytest.raises(BrainDown, match="^ClientConnectorError$"):
        calling(f"http://127.0.0.1:{free_port()}", "secret", use)


@pytest.mark.parametrize("use", [answer, HttpBrain.check], ids=["answer", "check"])
def test_a_silent_brain_is_given_up(silent: str, use: Callable[[HttpBrain], Awaitable[Any]]) -> None:
    """A brain slower than the time allowed counts as down."""
    with pytest.raises(BrainDown, match="^TimeoutError$"):
        calling(silent, "secret", use, seconds=0.2)


@pytest.mark.parametrize("use", [answer, HttpBrain.check], ids=["answer", "check"])
def test_another_program_on_the_port_is_no_brain(assistant: Assistant, use: Callable[[HttpBrain], Awaitable[Any]]) -> None:
    """A server that isn't a brain, here the edge itself, is told as down."""
    with pytest.raises(BrainDown):
        calling(assistant.url, secret_of(assistant), use)


@pytest.mark.parametrize("where", ["/", "/widget"])
def test_an_answer_that_is_no_json_is_no_answer(assistant: Assistant, where: str) -> None:
    """An error page of a proxy in between is told as down, not raised as a puzzle."""
    with pytest.raises(BrainDown):
        calling(f"{assistant.url}{where}", "secret", answer)


def test_a_choice_the_model_does_not_know_is_a_brain_down(assistant: Assistant) -> None:
    """A label that was published away between offer and choice fails as a whole, never as half an answer."""
    gone = Asked("2", "web", {}, "faq/never")

    with pytest.raises(BrainDown):
        calling(brain_url(assistant.process.pid), secret_of(assistant), lambda brain: brain.answer(gone))


async def serving(one: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]) -> tuple[asyncio.Server, str]:
    server = await asyncio.start_server(one, "127.0.0.1", 0)
    return server, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


def test_a_crowd_shares_few_connections() -> None:
    """Fifty patients at once are all answered over connections that a brain has taken up soon; none waits for one of its own."""
    callers: set[tuple[str, int]] = set()

    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        callers.add(writer.get_extra_info("peername"))
        with contextlib.suppress(asyncio.IncompleteReadError):
            while True:
                await read(reader)
                writer.write(OK)

    async def main() -> list[dict[str, Any]]:
        server, url = await serving(one)
        brain = HttpBrain(url, "secret", 10.0)
        answers = await asyncio.gather(*(answer(brain) for _ in range(50)))
        await brain.close()
        server.close()
        return answers

    assert asyncio.run(main()) == [{}] * 50
    assert len(callers) <= MOST_CONNECTIONS


def test_a_busy_brain_is_a_brain_that_is_there() -> None:
    """While every connection waits for an answer, whether there is a brain is found out all the same."""

    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (await read(reader)).startswith(b"get "):
            writer.write(OK)

    async def main() -> None:
        server, url = await serving(one)
        brain = HttpBrain(url, "secret", 10.0)
        waiting = [asyncio.ensure_future(answer(brain)) for _ in range(2 * MOST_CONNECTIONS)]
        await asyncio.sleep(0.2)
        await brain.check()
        assert not any(each.done() for each in waiting)
        for each in waiting:
            each.cancel()
        await brain.close()
        server.close()

    asyncio.run(main())


async def read(reader: asyncio.StreamReader) -> bytes:
    """The head of one request, in lower case; its body is read as well."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    await reader.readexactly(next((int(line.split()[1]) for line in head.splitlines() if line.startswith(b"content-length")), 0))
    return head
