"""Brain, hands and edge as three processes: started together, restarted when one dies, stopped together."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx

from bot.private_files import private
from bot.run.child_process import die_with_parent, environment
from bot.settings import Settings

STOP_SECONDS = 25.0
"""An edge answers what it was sent (15 seconds at most) and then keeps what is still being kept."""
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 4.0
"""Between two starts, however often it ended: what was wrong may be over, and patients must not wait for us to look again."""
STEADY_SECONDS = 30.0
"""What ran that long did not end because of its start."""
START_SECONDS = 180.0
HANDS_SECONDS = 20.0
PAUSE_SECONDS = 0.1


class CannotStart(Exception):
    """The program can't run; the message is one sentence for whoever started it."""


@dataclass
class Program:
    """One process to keep running."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    process: Process | None = field(default=None, compare=False)

    async def keep_running(self, root: Path, tell: Callable[[str], None] = lambda text: None) -> None:
        """Start it, and again whenever it ends or could not be started, waiting longer each time it ends soon."""
        pause = FIRST_PAUSE_SECONDS
        while True:
            began = asyncio.get_running_loop().time()
            try:
                await (await self._start(root)).wait()
            except (OSError, RuntimeError) as error:  # no room for a process, a file, or the thread that waits for its end
                tell(f"{self.name} could not be started ({error}): trying again")
            lived = asyncio.get_running_loop().time() - began
            pause = next_pause(pause, lived)
            await asyncio.sleep(pause)

    async def _start(self, root: Path) -> Process:
        with open(private(self.log), "ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *self.command, cwd=root, env=dict(self.environment), stdin=asyncio.subprocess.DEVNULL, stdout=log,
                stderr=log, start_new_session=True, preexec_fn=die_with_parent,
            )  # fmt: skip
        return self.process

    async def stop(self) -> None:
        """Ask it to end, and end it where it won't."""
        if self.process is None or self.process.returncode is not None:
            return
        self.process.terminate()
        try:
            await asyncio.wait_for(self.process.wait(), STOP_SECONDS)
        except asyncio.TimeoutError:
            self.process.kill()
            await self.process.wait()


def next_pause(pause: float, lived: float) -> float:
    """How long to wait before a program that ended is started again.

    Args:
        pause: how long it was waited last, in seconds.
        lived: how long the program ran, in seconds.
    """
    return FIRST_PAUSE_SECONDS if lived > STEADY_SECONDS else min(pause * 2, LONGEST_PAUSE_SECONDS)


def programs(settings: Settings, model: Path) -> list[Program]:
    """The three programs, brain and hands on free loopback ports unless settings say where they are."""
    brain_url = settings.brain_url or f"http://127.0.0.1:{free_port()}"
    hands_url = settings.hands_url or f"http://127.0.0.1:{free_port()}"
    common = {**environment(settings), "BRAIN_URL": brain_url, "HANDS_URL": hands_url, "PORT": str(settings.port)}
    brain_port, hands_port = (url.rpartition(":")[2] for url in (brain_url, hands_url))
    brain = ["rasa", "run", "--quiet", "-i", "127.0.0.1", "-p", brain_port, "-m", str(model)]
    hands = ["rasa_sdk", "--quiet", "--actions", "actions", "-p", hands_port]
    commands = {
        "brain": [sys.executable, "-m", *brain, "--endpoints", "endpoints.yml", "--credentials", "credentials.yml"],
        "hands": [sys.executable, "-m", *hands],
        "edge": [sys.executable, "-m", "bot", "edge"],
    }
    extra = {"hands": {"SANIC_HOST": "127.0.0.1"}}
    return [
        Program(name, command, {**common, **extra.get(name, {})}, settings.var / f"{name}.log")
        for name, command in commands.items()
    ]


def to_start(settings: Settings, model: Path) -> list[Program]:
    """Those of the three programs that are ours to run: whoever says where one of them listens runs it by himself.

    Hands beside a brain that is somebody else's would wait for calls that never come.
    """
    elsewhere = {"brain": settings.brain_url, "hands": settings.hands_url or settings.brain_url}
    return [program for program in programs(settings, model) if not elsewhere.get(program.name)]


@contextlib.asynccontextmanager
async def hands_alone(settings: Settings) -> AsyncIterator[str]:
    """The hands by themselves, for a brain in this process; yields their address once they listen."""
    settings.var.mkdir(mode=0o700, exist_ok=True)
    url = f"http://127.0.0.1:{free_port()}"
    program = next(each for each in programs(replace(settings, hands_url=url), Path()) if each.name == "hands")
    task = asyncio.create_task(program.keep_running(settings.root))
    try:
        await _listening(f"{url}/health")
        yield url
    finally:
        task.cancel()
        await program.stop()


async def _listening(url: str) -> None:
    async with httpx.AsyncClient(trust_env=False, timeout=3) as client:
        for _attempt in range(int(HANDS_SECONDS / PAUSE_SECONDS)):
            with contextlib.suppress(httpx.HTTPError):
                await client.get(url)
                return
            await asyncio.sleep(PAUSE_SECONDS)


async def supervise(settings: Settings, model: Path, tell: Callable[[str], None]) -> None:
    """Run those that are ours until SIGINT or SIGTERM; says so when patients can be served.

    Should keeping one of them running fail for a reason that nobody foresaw, all end by it: a service manager starts them anew.
    """
    require_free(settings.host, settings.port)
    settings.var.mkdir(mode=0o700, exist_ok=True)
    kept = to_start(settings, model)
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    tasks = [asyncio.create_task(program.keep_running(settings.root, tell)) for program in kept]
    stop = asyncio.create_task(stopped.wait())
    waiting = asyncio.create_task(_say_when_ready(settings, tell))
    try:
        for ended in (await asyncio.wait({stop, *tasks}, return_when=asyncio.FIRST_COMPLETED))[0]:
            ended.result()
    finally:
        for task in (*tasks, waiting, stop):
            task.cancel()
        # The edge first: what patients have sent is answered before brain and hands go.
        await asyncio.gather(*(program.stop() for program in kept if program.name == "edge"))
        await asyncio.gather(*(program.stop() for program in kept))


async def _say_when_ready(settings: Settings, tell: Callable[[str], None]) -> None:
    tell("starting (about 10 seconds)")
    deadline = asyncio.get_running_loop().time() + START_SECONDS
    async with httpx.AsyncClient(trust_env=False, timeout=3) as client:
        while asyncio.get_running_loop().time() < deadline:
            try:
                if (await client.get(f"{settings.edge_url}/health/ready")).status_code == 200:
                    tell(f"ready: http://localhost:{settings.port}  (Ctrl-C stops it; logs are in {settings.var.name}/)")
                    return
            except httpx.HTTPError:
                pass
            await asyncio.sleep(0.2)
    tell(f"not ready after {START_SECONDS:.0f} seconds: the last lines of the logs in {settings.var} say why")


def require_free(host: str, port: int) -> None:
    """Raise CannotStart where the edge could not listen: another program does, or the host is none of this machine."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise CannotStart(_why_not(error, host, port)) from None


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is already in use: stop the program that uses it, or choose another with PORT={port + 1} make run."
    if error.errno == errno.EACCES:
        return f"Port {port} is for the system's own programs: choose one above 1023."
    return f"HOST must be an address or name of this machine, such as 127.0.0.1, not {host!r}."


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
