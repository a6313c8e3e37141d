"""deploy/compose.yml: read by Compose itself where it is installed, and held against what the program knows."""

from __future__ import annotations

import os
import re
import subprocess
from typing import Any

import pytest
import yaml

from bot import settings
from bot.settings import ROOT

DEPLOY = ROOT / "deploy"
SECRETS = {"SECRET_KEY": "k" * 40, "DATABASE_PASSWORD": "p" * 20}
OURS = ("edge-1", "edge-2", "brain-1", "brain-2")
OF_OTHERS = {"PYTHONPATH", "RASA_TELEMETRY_ENABLED", "TF_CPP_MIN_LOG_LEVEL", "SANIC_HOST"}
COMPOSES = (["docker", "compose"], ["docker-compose"])


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    """Every service, its anchors followed."""
    return dict(yaml.safe_load((DEPLOY / "compose.yml").read_text(encoding="utf-8"))["services"])


def installed(command: list[str]) -> bool:
    try:
        return subprocess.run([*command, "version"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def test_compose_takes_its_file(tmp_path: Any) -> None:
    """Each Compose that is installed finds nothing wrong with the file; without one the other tests stand alone."""
    for name in ("compose.yml", "nginx-several.conf"):
        (tmp_path / name).write_text((DEPLOY / name).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "front-desk.env").write_text((ROOT / ".env.example").read_text(encoding="utf-8"), encoding="utf-8")
    for command in filter(installed, COMPOSES):
        arguments = [*command, "-f", str(tmp_path / "compose.yml"), "config", "--quiet"]
        done = subprocess.run(arguments, env={**os.environ, **SECRETS}, capture_output=True, text=True, check=False)

        assert (done.returncode, done.stderr) == (0, "")


def test_only_nginx_is_open_to_the_world(services: dict[str, Any]) -> None:
    """No edge, brain or database publishes a port, and the hands share their brain's loopback."""
    assert [name for name, service in services.items() if "ports" in service] == ["nginx"]
    assert {name: services[name]["network_mode"] for name in services if name.startswith("hands")} == {
        f"hands-{number}": f"service:brain-{number}" for number in (1, 2)
    }


def test_every_setting_is_one_the_program_knows(services: dict[str, Any]) -> None:
    """What the edges and brains are told, they read: each variable stands in bot/settings.py."""
    known = (ROOT / "bot" / "settings.py").read_text(encoding="utf-8")
    told = {name for service in OURS for name in services[service]["environment"]} - OF_OTHERS

    assert {"DATABASE_URL", "SECRET_KEY", "BRAIN_URL", "TRUSTED_PROXIES"} <= told
    assert [name for name in sorted(told) if f'"{name}"' not in known] == []


def test_edges_and_brains_differ_in_nothing_but_their_names(services: dict[str, Any]) -> None:
    """Any edge and any brain can take any turn: the same image, settings and key."""
    same = [{key: value for key, value in services[name].items() if key != "hostname"} for name in OURS]

    assert same[0] == same[1]
    assert same[2] == same[3]
    assert {services[name]["environment"]["SECRET_KEY"] for name in OURS} == {services["edge-1"]["environment"]["SECRET_KEY"]}


def test_no_secret_is_written_down_or_put_on_a_command_line(services: dict[str, Any]) -> None:
    """Key and password come from the environment of whoever starts it, and an unset one stops the start."""
    secrets = [services["edge-1"]["environment"]["SECRET_KEY"], services["database"]["environment"]["POSTGRES_PASSWORD"]]

    assert all(re.fullmatch(r"\$\{[A-Z_]+:\?.+\}", secret) for secret in secrets)
    assert [name for name, service in services.items() if "${" in str(service.get("command", ""))] == []


def test_nginx_passes_on_to_every_edge_and_brain(services: dict[str, Any]) -> None:
    """Each is named in nginx's file with the port it listens on, and nginx has the address that the edges trust."""
    named = re.findall(r"server ((?:edge|brain)-\d):(\d+)", (DEPLOY / "nginx-several.conf").read_text(encoding="utf-8"))
    address = services["nginx"]["networks"]["inside"]["ipv4_address"]

    assert sorted(named) == sorted((name, "8000" if name.startswith("edge") else "5005") for name in OURS)
    assert services["edge-1"]["environment"]["TRUSTED_PROXIES"] == address
    assert all("-p 5005" in services[name]["command"] for name in OURS if name.startswith("brain"))


def test_what_the_image_leaves_out_holds_the_secrets() -> None:
    """Neither settings nor database nor key gets into an image, and building one makes no key that stays in it."""
    left_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    recipe = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")

    assert {".env", "var", ".git"} <= set(left_out)
    assert [line for line in recipe.splitlines() if "-m bot " in line and "SECRET_KEY=" not in line] == []


def test_the_key_while_building_is_one_that_the_program_takes() -> None:
    """A key that is too short would end the building of an image."""
    keys = re.findall(r"SECRET_KEY=(\S+)", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"))

    assert [settings.load({"SECRET_KEY": key}).secret_key for key in keys] == keys != []


def test_the_image_has_every_script_that_installs_it() -> None:
    """What `make` runs in the image before the rest is copied stands in it by then."""
    before = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").partition("RUN make")[0]
    copied = [name for line in before.splitlines() if line.startswith("COPY") for name in line.split()[1:-1]]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert ".ci" in copied
    assert set(re.findall(r"\bsh (\S+?)/", makefile)) == {".ci"}
