"""`make bench-scale`: one and two edges and brains behind nginx over PostgreSQL; what faults do; two messages at one instant.

ROUNDS says how many rounds of the last (1,000 unless said otherwise), SECONDS how long each set-up is measured (20).
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any

import httpx

from bot.store.engine import connect
from tests.benchmarks import nginx, required, results
from tests.benchmarks.bench import questions
from tests.benchmarks.cluster import Cluster
from tests.benchmarks.kept import Kept
from tests.benchmarks.measure import percentile
from tests.benchmarks.patients import ADVISED, ANSWERED, Crowd
from tests.benchmarks.program import Failed
from tests.benchmarks.required import Judged, Required
from tests.benchmarks.results import tell
from tests.benchmarks.scale_faults import suffered
from tests.benchmarks.two_at_once import harmless, race
from tests.postgres import Postgres

WARM_UP_SECONDS = 3.0
MOST_SECONDS = 2.0
WRONG = ("given up", "lost", "duplicated", "miscounted")
SIZES = tuple(product((1, 2), (1, 2)))


def throughput(cluster: Cluster, asked: Sequence[str], seconds: float) -> dict[str, Any]:
    """What eight patients at once get who never pause."""
    Crowd(cluster.client, asked).for_seconds(WARM_UP_SECONDS)
    sent = Crowd(cluster.client, asked).for_seconds(seconds).sent
    waits = [each.seconds for each in sent]
    return {
        "messages_a_second": len(sent) / seconds,
        "p50_ms": percentile(waits, 50) * 1000,
        "p99_ms": percentile(waits, 99) * 1000,
        "errors": sum(each.errors + (each.how not in (ANSWERED, ADVISED)) for each in sent),
    }


def measure(database: Postgres, folder: Path, rounds: int, seconds: float) -> dict[str, Any]:
    """Everything; the largest set-up stays up for faults and races."""
    asked = questions()
    found: dict[str, Any] = {"about": results.about(), "throughput": []}
    for edges, brains in SIZES:
        tell(f"{edges} edges, {brains} brains")
        with Cluster.make(folder / f"{edges}-{brains}", database.new_database(), edges, brains) as cluster:
            kept = Kept(connect(cluster.settings.database_url))
            found["throughput"].append({"edges": edges, "brains": brains, **throughput(cluster, asked, seconds)})
            if (edges, brains) == SIZES[-1]:
                found["megabytes"] = cluster.megabytes()
                found["bytes_a_turn"] = kept.bytes_a_turn()
                tell(f"{rounds} rounds of two messages at the same instant")
                found["at_once"] = race(cluster.edges(), harmless(asked), rounds, kept)
                found["faults"] = []
                for row in suffered(cluster, database, asked, kept):
                    tell(f"{row['fault']}: {row['messages']} messages, {row['errors']} errors")
                    found["faults"].append(row)
            kept.close()
    return found


def judged(found: dict[str, Any]) -> list[Judged]:
    """What is required: nothing lost, nothing twice, one order, nobody stuck."""
    race, never = found["at_once"], Required(most=0)
    wrong = {
        "two at once: messages without an answer": race["failed"],
        "two at once: rounds not in one order": race["rounds"] - race["in_order"],
        "without faults: errors": sum(each["errors"] for each in found["throughput"]),
        **{f"under faults: {name}": sum(each[name.replace(" ", "_")] for each in found["faults"]) for name in WRONG},
    }
    waits = Judged("two at once: longest wait, s", race["longest_wait_s"], Required(most=MOST_SECONDS))
    return [waits, *(Judged(name, number, never) for name, number in wrong.items())]


def told(found: dict[str, Any]) -> str:
    """The figures as people read them."""
    parts = [results.table(found["throughput"]), results.table(found["faults"]), results.table([found["at_once"]])]
    parts.append(required.table(judged(found)))
    sizes = ", ".join(f"{name} {size:.0f}" for name, size in found["megabytes"].items())
    parts.append(f"* memory after the load, MB: {sizes}\n* on the disk for each turn: {found['bytes_a_turn']:.0f} bytes")
    return "\n\n".join([*parts, "\n".join(f"* {note}" for note in results.notes(found["about"]))])


def missing() -> str:
    """Which program of the machine's this needs and does not find, as a sentence; empty for none."""
    found = {"PostgreSQL": Postgres.installed(), "nginx": nginx.executable() is not None}
    lacking = " and ".join(name for name, there in found.items() if not there)
    return f"bench-scale needs {lacking}: on Debian, apt-get install postgresql nginx-light openssl." if lacking else ""


def main() -> int:
    """Run, print, save; whatever happens, no process stays. 1 where something was lost, wrong or stuck."""
    if lacking := missing():
        print(lacking, file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    rounds, seconds = int(os.environ.get("ROUNDS") or 1000), float(os.environ.get("SECONDS") or 20)
    with tempfile.TemporaryDirectory(prefix="scale-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # PostgreSQL and nginx run as users of their own
        (folder / "postgres").mkdir()
        database = Postgres.start(folder / "postgres", durable=True)
        try:
            found = measure(database, folder, rounds, seconds)
        except (Failed, httpx.HTTPError, KeyboardInterrupt) as error:
            print(str(error) or type(error).__name__, file=sys.stderr)
            return 1
        finally:
            database.stop()
    print(told(found))
    missed = required.missed(judged(found))
    results.save("bench-scale", {**found, "missed": missed})
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
