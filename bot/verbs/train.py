"""`python -m bot train`: a model of the content as it stands."""

from __future__ import annotations

import argparse

from bot.run import training
from bot.run.readiness import fetch, tell
from bot.settings import Settings
from bot.verbs import check


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Nothing follows `train`."""


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """check the content and train a model on it"""
    fetch(chosen)
    if check.run(chosen, arguments):
        return 1
    tell("training (about 2 minutes)")
    tell(f"trained: {training.train(chosen, tell)}")
    return 0
