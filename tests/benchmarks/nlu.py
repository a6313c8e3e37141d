"""`make bench-nlu DATA=<folder>`: our classifier, unchanged, on public data sets, beside two stock Rasa pipelines in one run.

SETS="banking77_5 hint3_sofmattress" takes only these; STOCK_MINUTES is how long one stock pipeline may take on one set (30): one
that would take longer, by what it took on the sets before, is not begun. QUICK=1 reuses the stock figures of earlier runs.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from bot.settings import ROOT
from bot.understanding import encoder
from tests.benchmarks import nlu_data, nlu_ours, nlu_report, nlu_stock
from tests.benchmarks.nlu_data import Split
from tests.benchmarks.nlu_pace import Pace
from tests.benchmarks.nlu_report import Result
from tests.benchmarks.program import Failed, Program

RESULTS = ROOT / "results"
STOCK = ("lr", "diet")
MINUTES = 30.0


def tell(text: str) -> None:
    """A line of progress."""
    print(f"· {text}", file=sys.stderr, flush=True)


def kept(split: Split, kind: str) -> Path:
    """Where the figures of a stock pipeline on this very data lie once measured."""
    return RESULTS / "nlu-stock" / f"{split.name}-{kind}-{split.digest}.json"


def stock(split: Split, data: Path, kind: str, minutes: float, reuse: bool) -> dict[str, float] | None:
    """Figures of a stock pipeline, kept for QUICK; None where it takes longer than `minutes`."""
    figures = kept(split, kind)
    if reuse and figures.exists():
        return dict(json.loads(figures.read_text(encoding="utf-8")))
    if not minutes:
        return None
    with tempfile.TemporaryDirectory(prefix="bench-nlu-stock-") as scratch:
        folder = Path(scratch)
        command = [sys.executable, "-m", "tests.benchmarks.nlu_stock", str(data.resolve()), split.name, kind, str(folder)]
        if not _finished(command, folder, minutes):
            return None
        figures.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / nlu_stock.RESULT, figures)
    return dict(json.loads(figures.read_text(encoding="utf-8")))


def _finished(command: Sequence[str], folder: Path, minutes: float) -> bool:
    late = threading.Event()
    with Program(command, ROOT, folder / "stock.log", {}) as training:

        def stop() -> None:
            late.set()
            training.process.kill()

        timer = threading.Timer(60 * minutes, stop)
        timer.start()
        try:
            training.finish(tell)
        except Failed:
            if not late.is_set():
                raise
        finally:
            timer.cancel()
    return not late.is_set()


def run(data: Path, names: Sequence[str], minutes: float, reuse: bool) -> dict[str, Result]:
    """Measure every side on every set, the small sets first: they tell how long a large one would take."""
    results: dict[str, Result] = {}
    paces = {kind: Pace(kind) for kind in STOCK}
    for split in sorted((nlu_data.read(data, name) for name in names), key=lambda split: len(split.train)):
        tell(f"{split.words}: {len(split.train)} phrases, {len(split.test)} messages")
        ours, alone = nlu_ours.measure(split, encoder.load(ROOT / "models" / "encoder"), RESULTS)
        results[split.name] = result = Result(split.words, {"ours": ours.flat()}, alone)
        for kind in STOCK:
            expected = paces[kind].minutes(split)
            tell(f"{split.words}: {nlu_report.SIDES[kind]}, about {max(expected, 1):.0f} minutes")
            if expected > minutes > 0 and not (reuse and kept(split, kind).exists()):
                result.left_out[kind] = f"left out, would take about {expected:.0f} minutes"
                continue
            began = time.monotonic()
            figures = stock(split, data, kind, minutes, reuse)
            if figures is None:
                result.left_out[kind] = f"left out, takes over {minutes:.0f} minutes" if minutes else "not run"
                continue
            result.sides[kind] = figures
            paces[kind].note(split, max(time.monotonic() - began, figures["training_seconds"]))
    return {name: results[name] for name in names}


def main() -> int:
    """Run, print, save."""
    data = Path(os.environ.get("DATA") or ROOT.parent / "shared" / "bench")
    names = os.environ.get("SETS", "").split() or nlu_data.NAMES
    minutes = float(os.environ.get("STOCK_MINUTES") or MINUTES)
    reuse = os.environ.get("QUICK", "") not in ("", "0")
    try:
        results = run(data, names, minutes, reuse)
    except (Failed, KeyboardInterrupt) as error:
        print(str(error) or type(error).__name__, file=sys.stderr)
        return 1
    print(nlu_report.table(results))
    about = {"measured_at": datetime.now().isoformat(timespec="seconds"), "rasa": version("rasa"), "stock_reused": reuse}
    nlu_report.save(results, about, RESULTS / "bench-nlu.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
