"""What only we promise: a late turn costs what an early one does, and the brain's memory stays where it is."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from itertools import cycle, islice

import httpx

from tests.benchmarks.measure import REST_SECONDS
from tests.benchmarks.ours import Ours
from tests.benchmarks.program import Failed, Program

EARLY, LATE = 10, 1000
FIRST = 10
"""Answers before the brain is weighed: what is only loaded by them belongs to its memory at rest."""
FOLLOW_SECONDS = 60.0


def late_over_early(ours: Ours, questions: Sequence[str], pairs: int) -> float:
    """Turns about the 1,000th of one conversation over 10th turns of others, the same questions in turn."""
    with ours.client() as client:
        old, own = ours.conversation(client), cycle(questions)
        for _ in range(LATE - pairs // 2):
            old.ask(next(own))
        early, late = [], []
        for _ in range(pairs):
            young = ours.conversation(client)
            for _ in range(EARLY - 1):
                young.ask(next(own))
            question = next(own)
            late.append(old.ask(question))
            early.append(young.ask(question))
    return statistics.median(late) / statistics.median(early)


def memory_growth(ours: Ours, server: Program, questions: Sequence[str], turns: int, publishes: int) -> float:
    """By how many per cent the brain grows over so many turns with so many publishes between them.

    It is weighed at rest after its first few answers, as `memory` is, and again at rest. Each publish carries an archive of other
    bytes, which the brain fetches, unpacks and loads anew: it is waited for until it answers from that one.
    """
    own = cycle(questions)
    with ours.client() as client:
        first = ours.conversation(client)
        for question in islice(own, FIRST):
            first.ask(question)
        before = at_rest(ours, server)
        for number in range(publishes):
            wait_for_release(ours, ours.publish(number))
            for turn in range(turns // publishes):
                if turn % EARLY == 0:
                    patient = ours.conversation(client)
                patient.ask(next(own))
    return (at_rest(ours, server) / before - 1) * 100


def at_rest(ours: Ours, server: Program) -> float:
    """Megabytes of the brain once it has been left alone for a moment."""
    time.sleep(REST_SECONDS)
    return server.memory(ours.roles)["brain"]


def wait_for_release(ours: Ours, digest: str) -> None:
    """Until the brain answers by the release.

    Raises:
        Failed: it doesn't within a minute.
    """
    deadline = time.monotonic() + FOLLOW_SECONDS
    while time.monotonic() < deadline:
        found = httpx.get(f"{ours.brain_url}/webhooks/edge/ready", trust_env=False).json()
        if found.get("release") == digest:
            return
        time.sleep(0.2)
    raise Failed("the brain didn't follow a publish")
