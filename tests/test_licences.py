"""The table of licences tells of every package that is installed."""

from __future__ import annotations

import re

from bot.settings import ROOT
from tests.licences import pinned


def test_every_pinned_package_has_its_licence_told() -> None:
    """docs/licences.md has a row with a licence for each package of requirements.lock and for no other: `make sbom` writes it."""
    table = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\S+) \| \d\S* \| (\S.*) \|$", table, re.MULTILINE)

    assert sorted(re.sub(r"[-_.]+", "-", name).lower() for name, _ in rows) == sorted(
        re.sub(r"[-_.]+", "-", name) for name in pinned()
    )
