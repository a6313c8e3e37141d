"""`make bench-growth`: what grows with the number of FAQs, and with the number of stored turns.

FAQS and EVENTS choose other sizes than 25, 250, 2,500 and 10,000, 100,000, 1,000,000, the smallest first; EXAMPLES=40 leaves the
shipped topics 40 ways of asking, which trains in a fifth of the time.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import httpx

from bot.run.retention import RetentionJob
from bot.store import open_store
from bot.store.retention import Retention
from tests.benchmarks import events, generated, growth_plot, linear, measure, required, results
from tests.benchmarks.bench import questions
from tests.benchmarks.grown import Grown
from tests.benchmarks.program import Failed
from tests.benchmarks.results import tell

FAQS, EVENTS = (25, 250, 2500), (10_000, 100_000, 1_000_000)
TURNS, WARM_UP = 200, 20
RETENTION_DAYS = 30


def with_faqs(grown: Grown, number: int, asked: list[str]) -> dict[str, Any]:
    """Everything at one number of FAQs; `grown` is trained afterwards."""
    grown.prepare(tell)
    if os.environ.get("EXAMPLES"):
        generated.shorten(grown.folder / "data", int(os.environ["EXAMPLES"]))
    generated.generate(grown.folder / "data", number - grown.faqs)
    tell(f"{number} FAQs: training")
    return {"faqs": grown.faqs, **grown.learn(tell), "model_mb": grown.model.stat().st_size / 1e6, **served(grown, asked)}


def served(grown: Grown, asked: list[str]) -> dict[str, float]:
    """Start, memory, latency and pages of what is trained and stored."""
    with ExitStack() as running:
        seconds, megabytes = measure.start(grown, running, asked[0])
        tell("turns")
        grown.turns(asked[-WARM_UP:], WARM_UP)
        waits = grown.turns(asked, TURNS)
        tell("pages")
        return {"start_s": seconds, "brain_mb": megabytes["brain"], "edge_mb": megabytes["edge"], **waits, **grown.pages()}


def with_events(grown: Grown, number: int, asked: list[str]) -> dict[str, Any]:
    """Everything at one number of stored turns."""
    grown.database = grown.folder / "var" / f"events-{number}.db"
    tell(f"{number} stored turns: writing them")
    topics = [path.stem for path in (grown.folder / "data" / "faq").glob("*.yml")]
    events.fill(grown.database, number, asked, topics)
    size = grown.database.stat().st_size
    found = {"turns": number, "bytes_a_turn": size / number, **served(grown, asked)}
    tell("retention")
    found.update(retention(grown))
    grown.database.unlink()
    return found


def retention(grown: Grown) -> dict[str, float]:
    """The job of a day later, when a thirtieth is past its time; the longest hold of the database by one batch."""
    store, holds = open_store(grown.settings.database_url), [0.0]

    def timed(purge: Callable[[datetime], int]) -> Callable[[datetime], int]:
        def run(now: datetime) -> int:
            began = time.perf_counter()
            erased = purge(now)
            holds.append(time.perf_counter() - began)
            return erased

        return run

    own = Retention(store.engine, RETENTION_DAYS)
    purges = (own.pending, own.old_turns, own.old_conversations, own.idle_memories, own.delivered_notices)
    job = RetentionJob([timed(each) for each in purges], own.overwrite)
    began = time.perf_counter()
    erased = asyncio.run(job.once(datetime.now(timezone.utc) + timedelta(days=1)))
    seconds = time.perf_counter() - began
    idle = time.perf_counter()
    asyncio.run(job.once(datetime.now(timezone.utc) + timedelta(days=1)))
    nothing = time.perf_counter() - idle
    store.close()
    return {
        "erased_rows": erased,
        "retention_s": seconds,
        "longest_batch_ms": max(holds) * 1000,
        "nothing_due_ms": nothing * 1000,
    }


def run(scratch: Path, faqs: Sequence[int], turns: Sequence[int]) -> dict[str, Any]:
    """All sizes; the smallest trained project holds the stored turns."""
    asked, found = questions(), {"about": results.about(), "faqs": [], "turns": []}
    small = Grown(scratch / f"faqs-{faqs[0]}" / "project")
    for number in faqs:
        grown = small if number == faqs[0] else Grown(scratch / f"faqs-{number}" / "project")
        found["faqs"].append(with_faqs(grown, number, asked))
        results.save("growth", found)
    for number in turns:
        found["turns"].append(with_events(small, number, asked))
        results.save("growth", found)
    return found


def _sizes(name: str, otherwise: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(map(int, os.environ.get(name, "").split())) or otherwise


def told(found: dict[str, Any]) -> str:
    """The figures as people read them, and which are as required."""
    parts = [results.table(found["faqs"]), results.table(found["turns"]), required.table(linear.judged(found))]
    return "\n\n".join([*parts, "\n".join(f"* {note}" for note in results.notes(found["about"]))])


def main() -> int:
    """Run, print, plot, save; whatever happens, no process stays. What grows faster than required is told and is no failure."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with tempfile.TemporaryDirectory(prefix="growth-") as scratch:
            found = run(Path(scratch), _sizes("FAQS", FAQS), _sizes("EVENTS", EVENTS))
    except (Failed, httpx.HTTPError, KeyboardInterrupt) as error:
        print(str(error) or type(error).__name__, file=sys.stderr)
        return 1
    print(told(found))
    results.save("growth", {**found, "missed": required.missed(linear.judged(found))})
    growth_plot.draw(found, results.RESULTS / "growth.svg")
    return 0


if __name__ == "__main__":
    sys.exit(main())
