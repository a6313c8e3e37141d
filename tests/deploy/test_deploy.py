"""deploy/: the files for a small server, checked by the programs that read them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.settings import ROOT, Settings

DEPLOY = ROOT / "deploy"
INSTALLED = "/opt/front-desk"
UNITS = sorted(path.name for path in DEPLOY.iterdir() if path.suffix in (".service", ".timer"))


def checked(*command: str) -> str:
    """What a command says, once it has succeeded."""
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout + result.stderr


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for the name in the file."""
    files = ("-keyout", str(tmp_path / "privkey.pem"), "-out", str(tmp_path / "fullchain.pem"))
    checked("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=chat.example.org", *files)
    return tmp_path


@pytest.mark.parametrize("name", ["nginx.conf", "nginx-several.conf"])
def test_nginx_takes_its_file(certificate: Path, name: str) -> None:
    """`nginx -t` finds nothing to say about the file, with a certificate in its place and addresses for the machines' names."""
    served = re.sub(r"\b(?:edge|brain)-(\d):", r"127.0.0.\1:", (DEPLOY / name).read_text(encoding="utf-8"))
    served = served.replace("/etc/letsencrypt/live/chat.example.org", str(certificate))
    scratch = " ".join(f"{name}_temp_path {certificate}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    whole = f"pid {certificate}/pid; error_log stderr warn; events {{}} http {{ {scratch}\n{served} }}"
    (certificate / "whole.conf").write_text(whole, encoding="utf-8")
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin") or "nginx"
    said = checked(nginx, "-t", "-c", str(certificate / "whole.conf"), "-p", str(certificate))

    assert "[warn]" not in said


@pytest.mark.parametrize("name", UNITS)
def test_systemd_takes_the_unit(name: str, tmp_path: Path) -> None:
    """`systemd-analyze verify` finds nothing wrong with the unit, with the programs it starts in their places."""
    for unit in UNITS:
        text = (DEPLOY / unit).read_text(encoding="utf-8").replace(INSTALLED, str(ROOT)).replace("User=front-desk", "User=root")
        (tmp_path / unit).write_text(text.replace("/usr/bin/certbot", "/bin/true"), encoding="utf-8")
    said = checked("systemd-analyze", "verify", "--man=no", str(tmp_path / name))

    assert str(tmp_path) not in said
    assert Path(name).stem not in said


def test_the_unit_writes_where_the_program_does() -> None:
    """The unit leaves writable what the program keeps its store in, what the console edits and what a training leaves."""
    unit = (DEPLOY / "front-desk.service").read_text(encoding="utf-8")
    line = next(each for each in unit.splitlines() if each.startswith("ReadWritePaths="))
    chosen = Settings(root=ROOT)

    assert [Path(folder).name for folder in line.partition("=")[2].split()] == [
        each.name for each in (chosen.var, chosen.data, chosen.models)
    ]
