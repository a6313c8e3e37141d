"""The way into the brain, over real HTTP: to one with a model, and to one without."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from bot.run.child_process import environment as environment_of
from bot.run.processes import free_port
from bot.settings import Settings
from tests.processes import brain_url
from tests.project import copy_project, put
from tests.system import eventually

TURN = {"text": "where is the clinic located", "channel": "web", "state": {}}
KEY = "k" * 40


def client(address: str, key: str) -> httpx.Client:
    """Calls as the edge makes them."""
    secret = Settings(secret_key=key).secret_for("brain")
    headers = {"Authorization": f"Bearer {secret}"}
    return httpx.Client(base_url=f"{address}/webhooks/edge", headers=headers, timeout=30, trust_env=False)


@pytest.fixture(scope="module")
def served(assistant: Any) -> Iterator[httpx.Client]:
    """The brain of the running assistant."""
    with client(brain_url(assistant.process.pid), assistant.environment["SECRET_KEY"]) as caller:
        yield caller


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """`rasa run` on loopback whose model can't be loaded; without any archive it would not even start."""
    root = copy_project(tmp_path_factory.mktemp("bare"))
    put(root / "models" / "assistant.tar.gz", b"not an archive")
    port = str(free_port())
    environment = {**environment_of(Settings(root=root, secret_key=KEY)), "SECRET_KEY": KEY}
    command = [sys.executable, "-m", "rasa", "run", "--quiet", "-i", "127.0.0.1", "-p", port]
    log = os.open(root / "rasa.log", os.O_WRONLY | os.O_CREAT)
    with subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=log) as process:
        try:
            with client(f"http://127.0.0.1:{port}", KEY) as caller:
                eventually(lambda: process.poll() is not None or _answers(caller), 90)
                yield caller
        finally:
            process.kill()  # the end of `with` would wait for ever for one that runs on
    os.close(log)


def test_a_stop_is_no_error(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A brain that is stopped ends what it follows, and its log tells of no error: else an alarm on errors is worth nothing."""
    root = copy_project(tmp_path_factory.mktemp("stopped"))
    port = str(free_port())
    environment = {**environment_of(Settings(root=root, secret_key=KEY)), "SECRET_KEY": KEY}
    command = [sys.executable, "-m", "rasa", "run", "--quiet", "-i", "127.0.0.1", "-p", port]
    with (
        open(root / "rasa.log", "wb") as log,
        subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=log) as process,
        client(f"http://127.0.0.1:{port}", KEY) as caller,
    ):
        ready = eventually(lambda: _answers(caller), 90)
        process.terminate()

    assert ready
    said = (root / "rasa.log").read_text(errors="replace")
    assert "Task was destroyed" not in said
    assert "Traceback" not in said


def _answers(caller: httpx.Client) -> bool:
    try:
        return bool(caller.get("/ready").status_code)
    except httpx.HTTPError:
        return False


def test_a_turn_comes_back_whole(served: httpx.Client) -> None:
    """With the secret, text and state go in and messages and state come out."""
    answer = served.post("/turn", json=TURN)

    assert answer.status_code == 200
    assert [message["topics"] for message in answer.json()["messages"]] == [["location"]]
    assert served.post("/turn", json={**TURN, "state": answer.json()["state"]}).status_code == 200


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer wrong", "Basic d3Jvbmc6d3Jvbmc=", "Bearer \u00e9"])
def test_without_the_secret_nothing_is_answered(served: httpx.Client, authorization: str) -> None:
    """Whoever reaches the port without the shared secret is refused before the body is looked at."""
    answer = served.post("/turn", content=b"{", headers={"Authorization": authorization.encode()})

    assert answer.status_code == 403
    assert "messages" not in answer.json()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b"null",
        b"{}",
        b'{"text": "hello"}',
        b'{"text": "hello", "channel": "web"}',
        b'{"channel": "web", "state": {}}',
        b'{"text": 5, "channel": "web", "state": {}}',
        b'{"text": "hello", "channel": null, "state": {}}',
        b'{"text": "hello", "channel": "web", "state": []}',
        b'{"text": "hello", "channel": "web", "state": {}, "choice": 5}',
        b"\xff\xfe",
    ],
)
def test_a_malformed_turn_is_the_caller_s_fault(served: httpx.Client, body: bytes) -> None:
    """What can't be a turn is a 4xx: never a 5xx, which the edge would take for a brain that is down."""
    answer = served.post("/turn", content=body, headers={"Content-Type": "application/json"})

    assert 400 <= answer.status_code < 500


def test_a_brain_without_a_model_says_so(bare: httpx.Client) -> None:
    """Without a model a turn is a 503 that names the reason, never an empty 200."""
    answer = bare.post("/turn", json=TURN)

    assert (answer.status_code, answer.json()) == (503, {"error": "model"})


def test_a_brain_without_a_model_is_not_ready(bare: httpx.Client) -> None:
    """Without a model `/ready` is a 503."""
    assert bare.get("/ready").status_code == 503


def test_a_brain_with_a_model_is_ready(served: httpx.Client) -> None:
    """With a model `/ready` is a 200 that names it."""
    answer = served.get("/ready")

    assert answer.status_code == 200
    assert answer.json()["model"]
