"""`python -m bot run` as an operator lives with it: it listens here only, outlives its parts, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import errno
import os
import secrets
import signal
import socket
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.content import Content
from bot.conversation import emergency_backlog
from bot.outbox.courier import LOOK_SECONDS
from bot.run import background, first_use, following, processes, retention
from bot.run.processes import FIRST_PAUSE_SECONDS, CannotStart, Program, free_port, next_pause, require_free, supervise, to_start
from bot.settings import ROOT, Settings
from tests.conftest import Assistant, Chat, launch_assistant, start_assistant, stop_assistant
from tests.processes import child
from tests.system import alive, descendants, eventually, listening

LOOPBACK = "0100007F"
PROGRAMS = ("brain", "hands", "edge")
QUESTION = "where is the clinic located"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant of this module's own, to hurt."""
    running = start_assistant(tmp_path_factory.mktemp("own"))
    yield running
    stop_assistant(running)


def process(assistant: Assistant, name: str) -> int:
    """One of the three programs; 0 while it doesn't run."""
    found = child(assistant.process.pid, name) or 0
    return found if alive(found) else 0


def kill(assistant: Assistant, name: str) -> int:
    """Kill one of the three programs, as soon as it runs; its process id that was."""
    pid = eventually(lambda: process(assistant, name))
    os.kill(pid, signal.SIGKILL)
    return pid


def answered(chat: Chat) -> bool:
    """Whether the patient gets an answer, be it that the edge itself is away just now."""
    try:
        return [message["kind"] for message in chat.ask(QUESTION)] == ["answer"]
    except httpx.TransportError:
        return False


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_listens_on_loopback_only(assistant: Assistant, name: str) -> None:
    """Brain, hands and edge each listen, and nobody outside this machine can reach them."""
    assert set(eventually(lambda: listening(process(assistant, name)))) == {LOOPBACK}


def test_without_a_brain_the_edge_hands_over(own: Assistant, known: Content) -> None:
    """While the brain is dead a patient gets the clinic's number and emergency advice; it comes back by itself.

    Meanwhile `/health/ready` names it, and `/health/live` stays well.
    """
    chat = own.chat()
    assert eventually(lambda: answered(chat))
    kill(own, "brain")
    meanwhile, urgent = chat.ask(QUESTION), chat.ask("I have crushing chest pain")
    ready, live = (chat.client.get(f"/health/{which}") for which in ("ready", "live"))

    assert [(message["kind"], message["topics"]) for message in meanwhile] == [("handoff", ["handoff"])]
    assert known.placeholders()["clinic_phone"] in meanwhile[0]["text"]
    assert [message["kind"] for message in urgent] == ["emergency"]
    assert (ready.json()["failing"], live.status_code) == (["brain"], 200)
    assert eventually(lambda: answered(chat))
    assert eventually(lambda: chat.client.get("/health/ready").status_code == 200)


def test_a_killed_edge_comes_back_with_every_chat(own: Assistant) -> None:
    """After the edge was killed the same token opens the same chat, its history whole."""
    chat = own.chat()
    assert eventually(lambda: answered(chat))
    before = chat.client.get("/chat/messages", headers=chat.headers).json()
    kill(own, "edge")
    eventually(lambda: answered(chat))
    after = chat.client.get("/chat/messages", headers=chat.headers).json()

    assert after["messages"][: len(before["messages"])] == before["messages"]


def test_without_hands_questions_are_answered(own: Assistant) -> None:
    """The hands are needed inside forms only: while they are dead questions are answered, and they come back."""
    chat = own.chat()
    assert eventually(lambda: answered(chat))
    old = kill(own, "hands")

    assert answered(chat)
    assert eventually(lambda: process(own, "hands")) != old


def test_after_a_fault_the_house_looks_again_within_five_seconds() -> None:
    """However long it lasted: the pause between two starts stops growing, and nothing else of ours that waits waits longer."""
    pauses = list(accumulate(range(20), lambda pause, _: next_pause(pause, lived=1.0), initial=FIRST_PAUSE_SECONDS))
    waits = (
        background.PAUSE_SECONDS, LOOK_SECONDS, first_use.EVERY_SECONDS, following.EVERY_SECONDS,
        emergency_backlog.EVERY_SECONDS, retention.AGAIN_SECONDS,
    )  # fmt: skip

    assert (pauses[:4], next_pause(4.0, lived=3600.0)) == ([0.5, 1.0, 2.0, 4.0], 0.5)
    assert max(*pauses, *waits) < 5


def test_what_could_not_be_started_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A moment without room for one more process keeps no program down: it is said, and the next try starts it."""
    program, told, started = Program("hands", [sys.executable, "-c", ""], {}, tmp_path / "hands.log"), [], []
    start = asyncio.create_subprocess_exec

    async def once_refused(*command: str, **more: Any) -> Any:
        started.append(command)
        if len(started) == 2:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        return await start(*command, **more)

    monkeypatch.setattr(asyncio, "create_subprocess_exec", once_refused)
    monkeypatch.setattr(processes, "LONGEST_PAUSE_SECONDS", 0.01)

    async def main() -> None:
        running = asyncio.create_task(program.keep_running(tmp_path, told.append))
        while len(started) < 4 and not running.done():
            await asyncio.sleep(0.01)
        running.cancel()
        await program.stop()

    asyncio.run(asyncio.wait_for(main(), 20))

    assert len(started) == 4
    assert [("hands could not be started" in each, "temporarily unavailable" in each) for each in told] == [(True, True)]


def test_a_keeper_that_fails_ends_them_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No program stays down behind a house that looks as if it ran: a service manager sees the end, and starts it anew."""

    async def fail(*_: Any) -> None:
        raise KeyError("nobody foresaw this")

    monkeypatch.setattr(Program, "keep_running", fail)

    with pytest.raises(KeyError):
        asyncio.run(supervise(Settings(root=tmp_path, secret_key="k" * 40, port=free_port()), tmp_path, [].append))


def test_no_log_holds_what_a_patient_said(assistant: Assistant, chat: Chat) -> None:
    """Neither the three logs nor what `run` itself printed holds a patient's words, whatever became of them."""
    word = secrets.token_hex(8)
    for text in (f"where is {word}", f"/{word}", f"chest pain {word}", word * 100, f"{word}\0{word}"):
        chat.send(text)
    logs = [*(ROOT / "var").glob("*.log"), assistant.folder / "run.log"]

    assert len(logs) >= len(PROGRAMS) + 1
    assert [log.name for log in logs if word in log.read_text(errors="replace")] == []


@pytest.mark.parametrize(
    ("while_starting", "number", "code"),
    [(True, signal.SIGTERM, 0), (True, signal.SIGKILL, -signal.SIGKILL), (False, signal.SIGINT, 0)],
    ids=["stopped while starting", "killed while starting", "Ctrl-C once ready"],
)
def test_whatever_ends_it_leaves_no_process(
    own: Assistant, tmp_path: Path, while_starting: bool, number: signal.Signals, code: int
) -> None:
    """Ctrl-C, a service manager's stop and even a kill end every process of ours and free the port, without a traceback."""
    running = launch_assistant(tmp_path) if while_starting else own
    assert eventually(lambda: all(process(running, name) for name in PROGRAMS), 30)
    started = descendants(running.process.pid)
    running.process.send_signal(number)

    assert running.process.wait(timeout=30) == code
    assert eventually(lambda: not any(map(alive, started)), 30)
    assert "Traceback" not in (running.folder / "run.log").read_text()
    assert require_free("127.0.0.1", running.port) is None


@pytest.mark.parametrize(
    ("given", "started"),
    [
        ({}, ["brain", "hands", "edge"]),
        ({"brain_url": "https://brain.example.org"}, ["edge"]),
        ({"hands_url": "http://10.0.0.5:5055"}, ["brain", "edge"]),
        ({"brain_url": "http://10.0.0.5:5005", "hands_url": "http://10.0.0.5:5055"}, ["edge"]),
    ],
)
def test_what_runs_elsewhere_is_not_started(tmp_path: Path, given: dict[str, str], started: list[str]) -> None:
    """A program whose address is set is somebody else's to run; those that are ours are told where it is."""
    found = to_start(Settings(root=tmp_path, secret_key="k" * 40, **given), tmp_path / "model.tar.gz")

    assert [program.name for program in found] == started
    assert all(program.environment[name.upper()] == url for program in found for name, url in given.items())


def test_a_busy_port_is_refused_with_another_to_try() -> None:
    """A port that is taken is named, with a command that takes the next one."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CannotStart, match=f"{port} is already in use.*PORT={port + 1}"):
            require_free("127.0.0.1", port)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "192.0.2.1"])
def test_a_host_that_is_not_this_machine_is_named(host: str) -> None:
    """A misspelt host is not told as a busy port."""
    with pytest.raises(CannotStart, match=f"HOST must be .*{host}"):
        require_free(host, free_port())


@pytest.mark.parametrize("host", ["0.0.0.0", "localhost", "::1", "::"])
def test_any_host_of_this_machine_can_be_listened_on(host: str) -> None:
    """By name, and by addresses of either kind."""
    assert require_free(host, free_port()) is None


def test_a_port_that_was_just_left_is_free() -> None:
    """A restart right after a stop is not refused because of connections that linger."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        port = server.getsockname()[1]
        server.accept()[0].close()

    assert require_free("127.0.0.1", port) is None


def test_a_free_port_can_be_listened_on() -> None:
    """The ports given to brain and hands are not taken."""
    assert require_free("127.0.0.1", free_port()) is None
