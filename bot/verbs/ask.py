"""`python -m bot ask`: questions on standard input, answers on standard output."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from bot.run.desk_alone import with_desk
from bot.settings import Settings


def add_arguments(command: argparse.ArgumentParser) -> None:
    """How patients are to have written."""
    command.add_argument("--channel", choices=("web", "sms"), default="web")


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """answer each line of standard input as a fresh conversation, as JSON lines"""
    from bot.ask import answer_lines

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    with _stdout_alone() as out:
        return with_desk(chosen, lambda desk: answer_lines(desk, arguments.channel, sys.stdin, out))


@contextmanager
def _stdout_alone() -> Iterator[TextIO]:
    """Standard output for the answers alone: what libraries print in between goes to standard error."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        yield out
