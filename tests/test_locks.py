"""An installation today and one in a month are the same: every package is named with its version and the digests of its files."""

from __future__ import annotations

import re
from importlib.metadata import version

import pytest

from bot.settings import ROOT

LOCKS = sorted(path.name for path in ROOT.glob("requirements*.lock"))
INSTALLED = ("requirements.lock", "requirements-test.lock")
PACKAGE = re.compile(r"^(?P<name>[A-Za-z0-9_.-]+)(?:\[[\w,-]+\])?==(?P<version>[^\s;\\]+)(?P<rest>.*(?:\n[ \t].*)*)", re.M)


def packages(lock: str) -> list[re.Match[str]]:
    """What a lock file names."""
    return list(PACKAGE.finditer((ROOT / lock).read_text(encoding="utf-8")))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_leaves_nothing_open(lock: str) -> None:
    """Each line begins a package with one version and at least one digest; none is taken from an address."""
    begun = [line for line in (ROOT / lock).read_text(encoding="utf-8").splitlines() if re.match(r"[^\s#]", line)]

    assert len(begun) == len(packages(lock)) > 0
    assert [each["name"] for each in packages(lock) if "--hash=sha256:" not in each["rest"]] == []


@pytest.mark.parametrize("lock", INSTALLED)
def test_what_runs_is_what_is_locked(lock: str) -> None:
    """The versions that these tests run with are those of the lock."""
    wanted = {each["name"]: each["version"] for each in packages(lock) if "; " not in each["rest"].split("\n")[0]}

    assert {name: version(name) for name in wanted} == wanted
