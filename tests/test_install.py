"""Installing from a lock file ends well or in one sentence."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bot.settings import ROOT

WHEEL = {
    "tiny.py": "",
    "tiny-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
    "tiny-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: a test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "tiny-1.0.dist-info/RECORD": "",
}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(made)], check=True)
    return made


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """A folder with one small package."""
    with zipfile.ZipFile(tmp_path / "tiny-1.0-py3-none-any.whl", "w") as wheel:
        for name, text in WHEEL.items():
            wheel.writestr(name, text)
    return tmp_path


def install(environment: Path, lock: Path, **options: str) -> tuple[int, str]:
    """The exit code and what a person reads."""
    found = subprocess.run(
        ["sh", str(ROOT / ".ci" / "install"), str(environment), str(lock)],
        capture_output=True, text=True, cwd=lock.parent, env={**os.environ, **options},
    )  # fmt: skip
    return found.returncode, found.stdout + found.stderr


def locked(folder: Path, digest: str) -> Path:
    lock = folder / "some.lock"
    lock.write_text(f"tiny==1.0 --hash=sha256:{digest}\n")
    return lock


def test_another_package_than_the_lock_file_names_is_refused(environment: Path, wheels: Path) -> None:
    """A wrong hash stops the installation, with a sentence on what to do."""
    code, said = install(environment, locked(wheels, "0" * 64), PIP_NO_INDEX="1", PIP_FIND_LINKS=str(wheels))

    assert code == 1
    assert said.count("\n") == 1
    assert "a package is not the one" in said


def test_a_registry_that_is_away_is_named(environment: Path, tmp_path: Path) -> None:
    """Without a network one reads that, and no traceback."""
    code, said = install(environment, locked(tmp_path, "0" * 64), PIP_INDEX_URL="http://127.0.0.1:9/", PIP_RETRIES="1")

    assert code == 1
    assert said.count("\n") == 1
    assert "registry can't be reached" in said


def test_anything_else_is_in_the_log(environment: Path, tmp_path: Path) -> None:
    """What nobody foresaw can be read in pip's own words, where the sentence says."""
    code, said = install(environment, tmp_path / "missing.lock")

    assert code == 1
    assert f"pip's own words are in {environment}/install.log" in said
    assert "missing.lock" in (environment / "install.log").read_text()


def test_what_the_lock_file_names_is_installed_without_a_word(environment: Path, wheels: Path) -> None:
    """A package whose hash is right is there afterwards."""
    digest = hashlib.sha256((wheels / "tiny-1.0-py3-none-any.whl").read_bytes()).hexdigest()

    # The last of the tests on this environment: what is there already is not looked at again.
    assert install(environment, locked(wheels, digest), PIP_NO_INDEX="1", PIP_FIND_LINKS=str(wheels)) == (0, "")
    assert subprocess.run([environment / "bin" / "python", "-c", "import tiny"]).returncode == 0
