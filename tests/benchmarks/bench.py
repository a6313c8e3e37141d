"""`make bench`: our assistant beside a stock Rasa assistant on the same content, both sides in turn in one run.

Each figure stands beside what is required of it, as held or missed. What is merely slower or larger than required ends with 0 all
the same, for that is the machine's as well; 1 means that something gave no answer, or ended by itself.

QUICK=1 takes fewer rounds and reuses the stock model of an earlier full run; STOCK_EPOCHS=100 trains the stock model to its end.
"""

from __future__ import annotations

import os
import platform
import random
import signal
import sys
import tempfile
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from types import FrameType

import httpx

from bot import content, safety
from bot.settings import ROOT
from tests.benchmarks import report, rounds
from tests.benchmarks.ours import Ours
from tests.benchmarks.plan import INIT_EPOCHS, Plan
from tests.benchmarks.program import Failed
from tests.benchmarks.report import Figures
from tests.benchmarks.stock import Stock

RESULTS = ROOT / "results"
BUSY = 0.7  # processes that wanted to run in the minute before, on average


def tell(text: str) -> None:
    """A line of progress."""
    print(f"· {text}", file=sys.stderr, flush=True)


def questions() -> list[str]:
    """The held-out FAQ questions in a fixed random order, without those the edge answers as emergencies by itself."""
    flags = safety.load(ROOT / "data" / "red_flags")
    held_out = content.phrases(ROOT / "tests" / "data" / "faq")
    found = [text for texts in held_out.values() for text in texts if flags.check(text) is None]
    random.Random(2017).shuffle(found)
    return found


def notes(plan: Plan, figures: Figures) -> list[str]:
    """What a reader of the table must know."""
    about = figures.about
    found = [
        f"stock: rasa {about['rasa']}, `rasa init` pipeline and policies, {about['stock_phrases']} phrases, REST, SQLite",
        "stock has rules but no stories, as an FAQ assistant needs none: TED and UnexpecTED stay untrained, which spares it time",
    ]
    found.append("stock trains all of it again where a phrasing changed: its one training time stands in both rows")
    found.append(
        "the encoder's own pass is ours, in whole numbers; over the pass of its file as exported, run unchanged, a turn is"
        f" {about['turn_over_encoder_as_exported']:.2f}"
    )
    if about["stock_training_reused"]:
        found.append(f"the stock model and its training time are of {about['stock_trained_on']}, not of this run")
    if about["stock_content_outdated"]:
        found.append("the stock model was trained on other content than today's: run without QUICK")
    if plan.epochs < INIT_EPOCHS:
        found.append(_of_few_epochs(plan.epochs, figures))
    if max(about["load_before"], about["stock_load_before_training"]) > BUSY:
        found.append("the machine was busy with other work when this or the stock training began: figures are rough")
    if plan.quick:
        found.append(f"QUICK: fewer rounds; memory over {about['growth_turns']} turns and {about['growth_publishes']} publishes")
    return found


def _of_few_epochs(epochs: int, figures: Figures) -> str:
    """What stands in the training rows where the stock model was not trained to its end."""
    seconds, an_epoch = figures.about["stock_trained_seconds"], figures.about["stock_epoch_seconds"]
    if not an_epoch:
        return f"stock trained {epochs} of its {INIT_EPOCHS} epochs: both training ratios are floors"
    floors = [f"{seconds / figures.ours[name]:.1f} x" for name in ("train_cold", "train_warm")]
    return (
        f"stock trained {epochs} of its {INIT_EPOCHS} epochs in {seconds:.0f} s, {an_epoch:.0f} s for each after the first: its"
        f" time for all is foreseen at that pace; for these {epochs} alone the ratios are {' and '.join(floors)}"
    )


def run(plan: Plan, scratch: Path) -> Figures:
    """Measure everything."""
    ours, stock = Ours(scratch / "ours"), Stock(scratch / "stock", RESULTS / "stock", plan.epochs)
    ours.prepare(tell)
    stock.prepare()
    figures, asked = Figures(), questions()
    figures.about = {"rasa": version("rasa"), "measured_at": datetime.now().isoformat(timespec="seconds"), "quick": plan.quick}
    figures.about |= {"cores": os.cpu_count(), "machine": platform.platform(), "load_before": os.getloadavg()[0]}
    rounds.train(plan, ours, stock, figures, tell)
    rounds.serve(plan, (ours, stock), figures, asked, tell)
    return figures


def main() -> int:
    """Run, print, save; whatever happens, no process stays."""

    def stop(number: int, frame: FrameType | None) -> None:
        tell(f"stopped by signal {number}")
        sys.exit(128 + number)

    signal.signal(signal.SIGTERM, stop)
    plan = Plan.chosen(os.environ)
    try:
        with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
            figures = run(plan, Path(scratch))
    except (Failed, httpx.HTTPError, KeyboardInterrupt) as error:
        print(str(error) or type(error).__name__, file=sys.stderr)
        return 1
    print(report.table(figures, notes(plan, figures)))
    report.save(figures, RESULTS / "bench.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
