"""A PostgreSQL server of the tests' own, from Debian's package, on loopback and in a temporary folder."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bot.processes import free_port


@dataclass
class Postgres:
    """One running server."""

    port: int
    folder: Path
    programs: Path

    @classmethod
    def installed(cls) -> bool:
        return bool(list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))

    @classmethod
    def start(cls, folder: Path) -> Postgres:
        server = cls(free_port(), folder / "cluster", sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1])
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        server._run("initdb", "-D", str(server.folder), "-A", "trust", "-U", "postgres", "--no-sync")
        options = f"-p {server.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        server._run("pg_ctl", "-D", str(server.folder), "-w", "-l", str(folder / "log"), "-o", options, "start")
        return server

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
