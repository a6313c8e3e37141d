"""Edges and brains as on several machines: PostgreSQL, nginx, and each process with a copy of the project of its own."""

from __future__ import annotations

import secrets
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bot.run.processes import free_port, programs
from bot.settings import Settings
from tests.benchmarks.nginx import Nginx
from tests.benchmarks.ours import UNLIMITED
from tests.benchmarks.program import Failed, Program
from tests.project import copy_project

START_SECONDS = 240.0
STEP_SECONDS = 0.05


@dataclass
class Node:
    """One process of ours on one machine; killed, it can be started again."""

    name: str
    settings: Settings
    ready: str
    program: Program | None = None
    starts: int = 0

    def start(self) -> None:
        """Begin; `wait` tells when it serves."""
        kind = self.name.partition("-")[0]
        own = next(each for each in programs(self.settings, self.settings.models / "assistant.tar.gz") if each.name == kind)
        told = {"DATABASE_URL": self.settings.database_url, "SECRET_KEY": self.settings.secret_key, **UNLIMITED}
        self.starts += 1
        log = self.settings.root.parent / f"{self.name}-{self.starts}.log"
        self.program = Program(own.command, self.settings.root, log, {**own.environment, **told}).__enter__()

    def wait(self) -> None:
        """Until it serves.

        Raises:
            Failed: it ended, or did not serve in time.
        """
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.program:
            self.program.check()
            if self.serves():
                return
            time.sleep(STEP_SECONDS)
        raise Failed(f"{self.name} did not serve in {START_SECONDS:.0f} seconds")

    def serves(self) -> bool:
        """Whether it answers at the address that tells so."""
        try:
            return httpx.get(self.ready, timeout=3, trust_env=False).status_code == 200
        except httpx.HTTPError:
            return False

    def kill(self) -> None:
        """SIGKILL."""
        assert self.program is not None
        self.program.process.kill()
        self.program.process.wait()

    def stop(self) -> None:
        """End it in order."""
        if self.program:
            self.program.__exit__(None, None, None)

    def megabytes(self) -> float:
        """Its memory."""
        return self.program.memory({})["all"] if self.program else 0.0


@dataclass
class Cluster:
    """One set-up under one database."""

    settings: Settings
    nginx: Nginx
    nodes: dict[str, Node] = field(default_factory=dict)
    _running: ExitStack = field(default_factory=ExitStack)

    @classmethod
    def make(cls, folder: Path, database_url: str, edges: int, brains: int) -> Cluster:
        """So many edges and brains, to be entered."""
        folder.mkdir()
        machines = [("edge", number + 1) for number in range(edges)] + [("brain", number + 1) for number in range(brains)]
        ports = {f"{kind}-{number}": free_port() for kind, number in machines}
        own = {kind: [port for name, port in ports.items() if name.startswith(kind)] for kind in ("edge", "brain")}
        found = cls(
            Settings(database_url=database_url, secret_key=secrets.token_hex(32)),
            Nginx.before(folder / "nginx", own["edge"], own["brain"]),
        )
        for name, port in ports.items():
            found._add(folder, name, port)
        return found

    def _add(self, folder: Path, name: str, port: int) -> None:
        root = copy_project(folder / name)
        (root / "var").mkdir(mode=0o700)
        shared = {"root": root, "database_url": self.settings.database_url, "secret_key": self.settings.secret_key}
        if name.startswith("edge"):
            own = Settings(**shared, port=port, brain_url=self.nginx.brains, hands_url="http://127.0.0.1:1")
            self.nodes[name] = Node(name, own, f"http://127.0.0.1:{port}/health/ready")
        else:
            here = f"http://127.0.0.1:{port}"
            own = Settings(**shared, brain_url=here, hands_url=f"http://127.0.0.1:{free_port()}")
            self.nodes[name] = Node(name, own, f"{here}/webhooks/edge/ready")
            self.nodes[f"hands-{name[-1]}"] = Node(f"hands-{name[-1]}", own, f"{own.hands_url}/health")

    def __enter__(self) -> Cluster:
        try:
            self._running.enter_context(self.nginx.program())
            for node in self.nodes.values():
                self._running.callback(node.stop)
                node.start()
            for node in self.nodes.values():
                node.wait()
        except BaseException:
            self._running.close()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        self._running.close()

    def edges(self) -> list[str]:
        """The addresses of the edges themselves."""
        return [node.ready.removesuffix("/health/ready") for name, node in self.nodes.items() if name.startswith("edge")]

    def client(self) -> httpx.Client:
        """A patient's connection through nginx."""
        return httpx.Client(base_url=self.nginx.url, timeout=30, trust_env=False, verify=self.nginx.trust)

    def megabytes(self) -> dict[str, float]:
        """Memory of each process."""
        return {name: node.megabytes() for name, node in self.nodes.items()}
