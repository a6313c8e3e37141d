"""Figures for an operator's Prometheus: counts, durations and ages, and nothing of any patient."""

from __future__ import annotations

from datetime import datetime, timezone

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from bot.conversation.watch import Watch
from bot.store import Store, StoreDown
from bot.store.outbox import Outbox
from bot.store.releases import Releases

PREFIX = "front_desk"
SECONDS = (0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.2, 0.5, 1, 2, 5, 10)
PARTS = ("brain", "store", "edge")


class Metrics(Watch):
    """One registry for one edge.

    Args:
        store: whose outbox is looked at.
        releases: which of them answers.
    """

    def __init__(self, store: Store, releases: Releases) -> None:
        self._outbox, self._releases = Outbox(store.engine), releases
        own = CollectorRegistry()
        self._registry = own
        self._turns = Counter("turns", "Messages answered.", ["channel", "kind"], PREFIX, registry=own)
        self._seconds = Histogram(
            "turn_seconds", "From a message to its reply.", ["channel"], PREFIX, buckets=SECONDS, registry=own
        )
        self._failures = Counter("failures", "What patients were spared by kind words.", ["part"], PREFIX, registry=own)
        self._up = Gauge("part_up", "1 where the part answers now.", ["part"], PREFIX, registry=own)
        self._waiting = Gauge("outbox_waiting", "Notices that the clinic hasn't got yet.", (), PREFIX, registry=own)
        self._age = Gauge("outbox_age_seconds", "How long the oldest of them waits.", (), PREFIX, registry=own)
        self._release = Gauge(
            "release", "Id of the published model that answers; 0 before the first publishing.", (), PREFIX, registry=own
        )
        self._behind = Gauge("brain_behind", "1 where the brain answers by another model than that.", (), PREFIX, registry=own)
        ProcessCollector(namespace=PREFIX, registry=own)
        for part in PARTS:  # a counter that begins at its first failure hides that failure from a rate
            self._failures.labels(part)

    def turn(self, channel: str, kind: str, seconds: float) -> None:
        """See Watch."""
        self._turns.labels(channel, kind).inc()
        self._seconds.labels(channel).observe(seconds)

    def failure(self, part: str) -> None:
        """See Watch."""
        self._failures.labels(part).inc()

    def text(self, answers: str | None) -> bytes:
        """Everything in Prometheus' text format; what the database would tell stays as it was while that is down.

        Args:
            answers: the digest of the release that the brain answers by, empty for the model on the disk; None where it is down.
        """
        self._up.labels("brain").set(answers is not None)
        try:
            waiting, oldest = self._outbox.waiting(), self._outbox.oldest()
            current = self._releases.current()
        except StoreDown:
            self._up.labels("store").set(0)
            return generate_latest(self._registry)
        self._up.labels("store").set(1)
        self._waiting.set(waiting)
        self._age.set((datetime.now(timezone.utc) - oldest).total_seconds() if oldest else 0)
        self._release.set(current.id if current else 0)
        self._behind.set(answers is not None and answers != (current.digest if current else ""))
        return generate_latest(self._registry)
