"""`make bench-swap`: how long patients wait while another release goes live on a running assistant, and who gets no answer."""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import httpx

from bot.settings import ROOT
from tests.benchmarks import required, results
from tests.benchmarks.bench import questions
from tests.benchmarks.endurance import wait_for_release
from tests.benchmarks.measure import percentile, wait_for_answer
from tests.benchmarks.ours import Ours
from tests.benchmarks.program import Failed
from tests.benchmarks.required import Judged, Required
from tests.benchmarks.side import NoAnswer

PATIENTS, THINKING_SECONDS = 8, 0.4
SWAPS, QUIET_SECONDS = 5, 8.0
STEPS = ("none", *map(str, range(1, SWAPS + 1)), "back")
MOST_SECONDS, MOST_LIVE_SECONDS, MOST_BACK_SECONDS = 1.0, 90.0, 5.0
"""What may pass: to an answer, until a release answers, until the one before answers again."""


class Patients:
    """Patients who ask, think for a moment and ask on; `waits` holds when each answer was asked for and how long it took."""

    def __init__(self, ours: Ours, asked: Sequence[str]) -> None:
        self.waits: list[tuple[float, float]] = []
        self.failures: list[str] = []
        self._ours, self._asked, self._over = ours, asked, threading.Event()

    @contextmanager
    def talking(self) -> Iterator[None]:
        """They come and go until the block ends."""
        with ThreadPoolExecutor(PATIENTS) as pool:
            talks = [pool.submit(self._talk, patient) for patient in range(PATIENTS)]
            try:
                yield
            finally:
                self._over.set()
        for talk in talks:
            talk.result()  # a patient who could not even begin is no success

    def _talk(self, patient: int) -> None:
        own = cycle(self._asked[patient::PATIENTS])
        with self._ours.client() as client:
            conversation = self._ours.conversation(client)
            while not self._over.is_set():
                began = time.monotonic()
                try:
                    self.waits.append((began, conversation.ask(next(own))))
                except NoAnswer as error:
                    self.failures.append(type(error).__name__)
                time.sleep(THINKING_SECONDS)


def swapped(ours: Ours, asked: Sequence[str]) -> tuple[list[results.Row], list[str]]:
    """What patients saw of each swap, first of none and last of the way back, and every failure."""
    patients = Patients(ours, asked)
    spans = []
    with patients.talking():
        time.sleep(QUIET_SECONDS)  # what the first questions wake up is not measured
        for number, step in enumerate(STEPS):
            began = time.monotonic()
            if number:
                wait_for_release(ours, ours.go_back() if step == "back" else ours.publish(number))
            live = time.monotonic() - began
            time.sleep(QUIET_SECONDS)
            spans.append((began, time.monotonic(), live))
    return [_row(step, span, patients.waits) for step, span in zip(STEPS, spans)], patients.failures


def judged(rows: Sequence[results.Row], failures: Sequence[str]) -> list[Judged]:
    """What is required of them."""
    longest, live = (max(row[name] for row in rows) for name in ("longest_s", "live_after_s"))
    return [
        Judged("no answer", len(failures), Required(most=0)),
        Judged("longest wait, s", longest, Required(most=MOST_SECONDS)),
        Judged("live after, s", live, Required(most=MOST_LIVE_SECONDS)),
        Judged("back after, s", rows[-1]["live_after_s"], Required(most=MOST_BACK_SECONDS)),
    ]


def _row(step: str, span: tuple[float, float, float], waits: Sequence[tuple[float, float]]) -> results.Row:
    began, ended, live = span
    own = [seconds for asked_at, seconds in waits if began <= asked_at <= ended]
    times = {"p50_s": percentile(own, 50), "longest_s": max(own), "live_after_s": live}
    return {"swap": step, "messages": len(own), **{name: round(value, 3) for name, value in times.items()}}


def main() -> int:
    """Run, print, save; 1 where somebody got no answer or waited too long."""
    machine = results.about()
    try:
        with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
            ours = Ours(Path(scratch) / "ours")
            ours.prepare(results.tell)
            shutil.copy2(ROOT / "models" / "assistant.tar.gz", ours.model)
            with ours.serve() as server:
                asked = questions()
                wait_for_answer(ours, server, asked[0])
                results.tell(f"{PATIENTS} patients, {SWAPS} swaps")
                rows, failures = swapped(ours, asked)
    except (Failed, OSError, httpx.HTTPError, KeyboardInterrupt) as error:
        print(str(error) or type(error).__name__, file=sys.stderr)
        return 1
    found = judged(rows, failures)
    print(results.table([{name: str(value) for name, value in row.items()} for row in rows]))
    print(f"\n{required.table(found)}\n")
    print("\n".join(f"* {note}" for note in results.notes(machine)))
    results.save("bench-swap", {**machine, "rows": rows, "no_answer": len(failures), "missed": required.missed(found)})
    return 1 if required.missed(found) else 0


if __name__ == "__main__":
    sys.exit(main())
