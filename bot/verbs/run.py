"""`python -m bot run`: the whole assistant, as `make run` starts it."""

from __future__ import annotations

import argparse
import asyncio

from bot.outbox import how_the_clinic_hears
from bot.run.processes import supervise
from bot.run.readiness import loaded, ready_model, tell
from bot.settings import Settings
from bot.verbs import sms, staff


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Nothing follows `run`."""


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """start everything at http://localhost:8000, training first where there is no model"""
    known = loaded(chosen)
    model = ready_model(chosen, known)
    if model is None:
        return 1
    for line in sms.warnings(chosen, known):
        tell(line)
    tell(how_the_clinic_hears(chosen))
    if chosen.serve != "chat":
        staff.greet_owner(chosen, tell)
    asyncio.run(supervise(chosen, model, tell))
    return 0
