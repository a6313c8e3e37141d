"""A PostgreSQL server of the tests' own, from Debian's package, on loopback and in a temporary folder."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from bot.processes import free_port
from tests.system import alive


@dataclass
class Postgres:
    """One running server."""

    port: int
    folder: Path
    programs: Path
    durable: bool = False

    @classmethod
    def installed(cls) -> bool:
        return bool(list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))

    @classmethod
    def start(cls, folder: Path, durable: bool = False) -> Postgres:
        """A new server; `durable` for one that waits for the disk, as in service."""
        server = cls(free_port(), folder / "cluster", sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1], durable)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        server._run("initdb", "-D", str(server.folder), "-A", "trust", "-U", "postgres", "--no-sync")
        server.serve()
        return server

    def serve(self) -> None:
        """Start it on what its folder holds."""
        above = self.folder.parent
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={above}"
        options += f" -c max_connections=200 -c fsync={'on' if self.durable else 'off'}"
        self._run("pg_ctl", "-D", str(self.folder), "-w", "-l", str(above / "log"), "-o", options, "start")

    def kill(self) -> None:
        """SIGKILL; returns once it and what it started are gone."""
        server = int((self.folder / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
        os.kill(server, signal.SIGKILL)
        while any(alive(int(each)) for each in children):
            time.sleep(0.05)

    def new_database(self) -> str:
        name = f"test_{secrets.token_hex(6)}"
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", name)
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder), "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        user = pwd.getpwnam("postgres").pw_name if os.geteuid() == 0 else None
        # initdb refuses to run as root, and pg_ctl's server would keep our pipes open.
        subprocess.run(command, user=user, cwd="/tmp", check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
