"""nginx on loopback, with deploy/nginx-several.conf as it is but for names, ports and the certificate."""

from __future__ import annotations

import re
import shutil
import ssl
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.run.processes import free_port
from bot.settings import ROOT
from tests.benchmarks.program import Program

CONFIGURATION = ROOT / "deploy" / "nginx-several.conf"
SERVER = re.compile(r"^( *server )(edge|brain)-(\d+):\d+(.*\n)", re.MULTILINE)
IPV6 = re.compile(r"^ *listen \[::\].*\n", re.MULTILINE)
LISTEN = re.compile(r"listen (80|443|5005)\b")
CERTIFICATES = "/etc/letsencrypt/live/chat.example.org"


def executable() -> str | None:
    """Where this machine has nginx; None where it has none."""
    return shutil.which("nginx", path="/usr/sbin:/usr/bin")


@dataclass(frozen=True)
class Nginx:
    """One nginx in a folder of its own: TLS in front of the edges, plain in front of the brains."""

    folder: Path
    ports: Mapping[str, int]

    @classmethod
    def before(cls, folder: Path, edges: Sequence[int], brains: Sequence[int]) -> Nginx:
        """One that is ready to start, for edges and brains on these loopback ports."""
        folder.mkdir()
        ports = {listened: free_port() for listened in ("80", "443", "5005")}
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=chat.example.org"]
        command += ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
        subprocess.run(command, check=True, capture_output=True)
        served = served_here(CONFIGURATION.read_text(encoding="utf-8"), folder, ports, {"edge": edges, "brain": brains})
        scratch = " ".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        whole = f"daemon off; pid {folder}/pid; error_log stderr error; events {{}} http {{ {scratch}\n{served} }}"
        (folder / "nginx.conf").write_text(whole, encoding="utf-8")
        return cls(folder, ports)

    @property
    def url(self) -> str:
        """Where patients find the chat."""
        return f"https://127.0.0.1:{self.ports['443']}"

    @property
    def brains(self) -> str:
        """Where edges find the brains."""
        return f"http://127.0.0.1:{self.ports['5005']}"

    @property
    def trust(self) -> ssl.SSLContext:
        """Trusts this one's certificate, on loopback."""
        context = ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))
        context.check_hostname = False
        return context

    def program(self) -> Program:
        """Its process, to be entered."""
        command = [executable() or "nginx", "-c", str(self.folder / "nginx.conf"), "-p", str(self.folder)]
        return Program(command, self.folder, self.folder / "nginx.log", {})


def served_here(text: str, certificates: Path, ports: Mapping[str, int], machines: Mapping[str, Sequence[int]]) -> str:
    """The shipped file with this machine's ports in place of names and of what only root may listen on."""

    def server(found: re.Match[str]) -> str:
        before, kind, number, after = found.groups()
        here = machines[kind]
        return f"{before}127.0.0.1:{here[int(number) - 1]}{after}" if int(number) <= len(here) else ""

    text = SERVER.sub(server, IPV6.sub("", text))
    text = LISTEN.sub(lambda found: f"listen 127.0.0.1:{ports[found[1]]}", text)
    return text.replace(CERTIFICATES, str(certificates))
