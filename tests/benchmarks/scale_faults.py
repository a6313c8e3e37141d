"""What is done to a cluster while patients talk: processes killed, the database stuck, a new release going live."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import httpx
from sqlalchemy import create_engine, text

from bot.settings import ROOT
from bot.store.engine import connect
from bot.store.releases import Releases
from tests.benchmarks import patients
from tests.benchmarks.cluster import Cluster
from tests.benchmarks.kept import Kept
from tests.benchmarks.patients import Crowd, Sent
from tests.postgres import Postgres

BEFORE_SECONDS, DOWN_SECONDS, AFTER_SECONDS = 5.0, 3.0, 5.0
LIVE_SECONDS = 60.0
SLOW = 2.0
"""Seconds from which a wait counts as not yet recovered."""
Fault = Callable[[Cluster, Postgres], None]


def kill(name: str) -> Fault:
    """A node is killed, and started again after a moment."""

    def fault(cluster: Cluster, database: Postgres) -> None:
        node = cluster.nodes[name]
        node.kill()
        time.sleep(DOWN_SECONDS)
        node.start()
        node.wait()

    return fault


def kill_database(cluster: Cluster, database: Postgres) -> None:
    """PostgreSQL is killed, and started again after a moment."""
    database.kill()
    time.sleep(DOWN_SECONDS)
    database.serve()


def stuck_database(cluster: Cluster, database: Postgres) -> None:
    """Somebody holds a lock on what every turn must read and write."""
    engine = create_engine(cluster.settings.database_url, future=True)
    with engine.begin() as connection:
        connection.execute(text("LOCK TABLE conversations IN ACCESS EXCLUSIVE MODE"))
        time.sleep(DOWN_SECONDS * 2)
    engine.dispose()


def publish(cluster: Cluster, database: Postgres) -> None:
    """Another release goes live: the same model in another file, so that every brain fetches, checks and loads it."""
    packed = (ROOT / "models" / "assistant.tar.gz").read_bytes()
    other = gzip.compress(gzip.decompress(packed), compresslevel=1, mtime=int(time.time()))
    engine = connect(cluster.settings.database_url)
    releases = Releases(engine, cluster.settings.secret_for("releases"))
    releases.add(other, "bench-scale", 0, {}, choose=True)
    current = releases.current()
    engine.dispose()
    brains = [node.ready for name, node in cluster.nodes.items() if name.startswith("brain")]
    deadline = time.monotonic() + LIVE_SECONDS
    while time.monotonic() < deadline and current:
        if all(httpx.get(brain, timeout=10, trust_env=False).json().get("release") == current.digest for brain in brains):
            return
        time.sleep(0.1)
    raise TimeoutError("the release did not go live on every brain")


FAULTS: dict[str, Fault] = {
    "SIGKILL of a brain": kill("brain-1"),
    "SIGKILL of an edge": kill("edge-1"),
    "SIGKILL of PostgreSQL": kill_database,
    "the database stuck": stuck_database,
    "a release goes live": publish,
}


def suffered(cluster: Cluster, database: Postgres, questions: Sequence[str], kept: Kept) -> Iterator[dict[str, Any]]:
    """Each fault in turn, with what patients saw of it."""
    for name, fault in FAULTS.items():
        crowd = Crowd(cluster.client, questions)
        with crowd.talking():
            time.sleep(BEFORE_SECONDS)
            began = time.monotonic()
            fault(cluster, database)
            ended = time.monotonic()
            time.sleep(AFTER_SECONDS)
        yield {"fault": name, **figures(crowd.sent, began), "fault_s": ended - began, **kept.compared(crowd.sent)}
        for node in cluster.nodes.values():
            node.wait()


def figures(sent: Sequence[Sent], began: float) -> dict[str, Any]:
    """What the patients of one fault saw; `recovered_s` from its begin to the last answer that was late, none or makeshift."""
    makeshift = (patients.EXCUSED, patients.UNKEPT, patients.GIVEN_UP)
    bad = [each for each in sent if each.ended > began and (each.errors or each.how in makeshift or each.seconds > SLOW)]
    slowest = max(sent, key=lambda each: each.seconds)
    return {
        "messages": len(sent),
        "errors": sum(each.errors for each in sent),
        "excused": sum(each.how == patients.EXCUSED for each in sent),
        "unkept": sum(each.how == patients.UNKEPT for each in sent),
        "given_up": sum(each.how == patients.GIVEN_UP for each in sent),
        "longest_wait_s": slowest.seconds,
        "which_began_s": slowest.began - began,
        "recovered_s": max([each.ended - began for each in bad], default=0.0),
    }
