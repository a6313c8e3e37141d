"""`python -m bot evaluate`: how well it does on words that it never learned."""

from __future__ import annotations

import argparse

from bot.run.desk_alone import with_desk
from bot.settings import Settings
from bot.sms import opt_out


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Nothing follows `evaluate`."""


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """measure masking, and the shipped path on the held-out phrasings in tests/data"""
    from bot.evaluation import evaluate as measure
    from bot.evaluation import masking, opt_outs

    print(masking.table(masking.measure(chosen.root / "tests" / "privacy.yml")))
    ears = opt_out.load(chosen.data / "sms" / "opt_out.yml")
    print(opt_outs.heed(ears, chosen.root / "tests" / "data" / "sms" / "opt_out.yml"))
    return with_desk(chosen, lambda desk: measure(desk, chosen.root))
