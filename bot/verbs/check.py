"""`python -m bot check`: may this content be served?"""

from __future__ import annotations

import argparse

from bot import content
from bot.run.readiness import loaded, mended, tell
from bot.settings import Settings


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Nothing follows `check`."""


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """refuse content that must not be served, naming file, line and what to do"""
    known = loaded(chosen)
    if not mended([*content.check(known), *content.gone(known)]):
        return 1
    tell("the content is sound")
    return 0
