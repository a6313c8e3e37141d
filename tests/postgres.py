"""A PostgreSQL server of the tests' own, from Debian's package, on loopback and in a temporary folder."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg2

from bot.run.processes import free_port
from bot.store import open_store
from tests.system import alive

EMPTY = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
SET LOCAL session_replication_role = replica;
DO $$
DECLARE one text; filled boolean;
BEGIN
  FOR one IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
    EXECUTE 'SELECT EXISTS (SELECT 1 FROM ' || one || ')' INTO filled;
    IF filled THEN EXECUTE 'DELETE FROM ' || one; END IF;
  END LOOP;
  FOR one IN SELECT quote_ident(sequencename) FROM pg_sequences WHERE last_value IS NOT NULL LOOP
    EXECUTE 'ALTER SEQUENCE ' || one || ' RESTART';
  END LOOP;
END $$;"""
"""Nobody is connected, nothing is in any table, and numbers begin at one. As a replica: no trigger keeps the audit log."""

TABLES = "SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public'"


@dataclass
class Postgres:
    """One running server."""

    port: int
    folder: Path
    programs: Path
    durable: bool = False
    _free: list[str] = field(default_factory=list)
    """The URLs of databases whose tables are made and empty, and that nobody uses."""
    _tables: str = ""

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
        """The URL of a new database without any table."""
        name = f"test_{secrets.token_hex(6)}"
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", name)
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The URL of a database with every table and no row, used again and again: a new one is 300 files."""
        url = self._free.pop() if self._free else self._migrated()
        yield url
        with suppress(psycopg2.Error):  # a test may have dropped it, or a table of it
            if _run_in(url, EMPTY + TABLES) == self._tables:
                self._free.append(url)

    def _migrated(self) -> str:
        url = self.new_database()
        open_store(url).close()
        self._tables = _run_in(url, TABLES)
        return url

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder), "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        user = pwd.getpwnam("postgres").pw_name if os.geteuid() == 0 else None
        # initdb refuses to run as root, and pg_ctl's server would keep our pipes open.
        subprocess.run(command, user=user, cwd="/tmp", check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _run_in(url: str, statements: str) -> str:
    """What the last of the statements finds."""
    with closing(psycopg2.connect(url)) as connection, connection, connection.cursor() as cursor:
        cursor.execute(statements)
        return str(cursor.fetchone()[0])
