"""The rounds of one run: which measurement is taken how often, and what becomes of its figures."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from itertools import cycle, islice
from pathlib import Path

from bot.settings import ROOT
from bot.understanding import encoder
from tests.benchmarks import asking, endurance, measure
from tests.benchmarks.ours import Ours
from tests.benchmarks.plan import Plan
from tests.benchmarks.program import MEGABYTE
from tests.benchmarks.report import Figures
from tests.benchmarks.stock import Stock

WARM_UP = 20
Tell = Callable[[str], None]


def train(plan: Plan, ours: Ours, stock: Stock, figures: Figures, tell: Tell) -> None:
    """Training times and model sizes."""
    tell(f"training ours, 1 of {plan.trainings}")
    seconds = [ours.train(tell)]
    tell("training stock Rasa, or taking its kept model")
    about = stock.training(plan.quick, tell)
    for number in range(1, plan.trainings):
        tell(f"training ours, {number + 1} of {plan.trainings}")
        seconds.append(ours.train(tell))
    figures.put("train_cold", {"ours": statistics.median(seconds), "stock": about.foreseen})
    tell("training ours again after one phrasing changed")
    again = [ours.train_again(tell) for _ in range(plan.trainings)]
    figures.put("train_warm", {"ours": statistics.median(again), "stock": about.foreseen})
    sizes = {side.name: side.model.stat().st_size / MEGABYTE for side in (ours, stock)}
    figures.put("model_size", sizes)
    figures.put("model_and_encoder", {**sizes, "ours": sizes["ours"] + ours.encoder_bytes / MEGABYTE})
    figures.about |= {"stock_trained_on": about.date, "stock_epochs": about.epochs, "stock_phrases": about.phrases}
    figures.about |= {"stock_training_reused": stock.reused, "stock_content_outdated": stock.outdated(about)}
    figures.about |= {"stock_load_before_training": about.load, "stock_trained_seconds": round(about.seconds, 1)}
    figures.about["stock_epoch_seconds"] = round(about.epoch_seconds, 1)


def serve(plan: Plan, sides: tuple[Ours, Stock], figures: Figures, asked: list[str], tell: Tell) -> None:
    """Start-up times and memory at rest; the last start stays up to be talked to."""
    samples: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for number in range(1, plan.starts + 1):
        tell(f"starting both, {number} of {plan.starts}")
        with ExitStack() as running:
            for side in sides:
                seconds, megabytes = measure.start(side, running, asked[0])
                samples["start"][side.name].append(seconds)
                for role, size in megabytes.items():
                    samples["memory" if role == "brain" else f"memory_{role}"][side.name].append(size)
            if number == plan.starts:
                talk(plan, sides, figures, asked, tell)
    last(plan, sides[0], figures, asked, tell)
    for name, values in samples.items():
        figures.put(name, {side: statistics.median(each) for side, each in values.items()})


def talk(plan: Plan, sides: tuple[Ours, Stock], figures: Figures, asked: list[str], tell: Tell) -> None:
    """Latencies and throughput of the running servers."""
    reader = encoder.load(ROOT / "models" / "encoder")
    measure.fresh_turns(sides, asked[-WARM_UP:], reader)
    tell(f"{plan.fresh} fresh conversations with each")
    fresh = measure.fresh_turns(sides, asked[: plan.fresh], reader)
    alone = statistics.median(fresh.pop(measure.ENCODER))
    put_latency("turn", [fresh], figures)
    figures.own["turn_over_encoder"] = statistics.median(fresh["ours"]) / alone
    exported = encoder.Encoder(ROOT / "models" / "encoder", read=Path.read_bytes)
    unchanged = statistics.median(measure.forward_passes(exported, asked[: plan.fresh]))
    figures.about["turn_over_encoder_as_exported"] = round(statistics.median(fresh["ours"]) / unchanged, 2)
    late = []
    for number in range(plan.long_conversations):
        tell(f"a conversation of {measure.LATE.stop - 1} turns with each, {number + 1} of {plan.long_conversations}")
        late.append(measure.late_turns(sides, asked[number * 7 :]))
    put_latency("turn200", late, figures)
    steady: dict[str, list[float]] = defaultdict(list)
    rates: dict[str, list[float]] = defaultdict(list)
    waits: dict[str, list[float]] = defaultdict(list)
    for number in range(plan.throughput_rounds):
        tell(f"a steady and a crowded waiting room, {number + 1} of {plan.throughput_rounds}")
        for side in sides:
            steady[side.name] += measure.steady(side, asked, plan.throughput_seconds)
            rate, waited = measure.throughput(side, asked, plan.throughput_seconds)
            rates[side.name].append(rate)
            waits[side.name] += waited
    figures.put("steady_p95", {name: measure.percentile(each, 95) * 1000 for name, each in steady.items()})
    figures.put("throughput", {name: statistics.median(each) for name, each in rates.items()})
    figures.put("throughput_p99", {name: measure.percentile(each, 99) * 1000 for name, each in waits.items()})


def last(plan: Plan, ours: Ours, figures: Figures, asked: list[str], tell: Tell) -> None:
    """Ours alone, started anew: what turns and publishes do to its memory, a late turn beside an early one, and `bot ask`."""
    with ExitStack() as running:
        server = running.enter_context(ours.serve())
        measure.wait_for_answer(ours, server, asked[0])
        tell(f"{plan.turns} turns with {plan.publishes} publishes between them")
        figures.own["memory_growth_percent"] = endurance.memory_growth(ours, server, asked, plan.turns, plan.publishes)
        figures.about |= {"growth_turns": plan.turns, "growth_publishes": plan.publishes}
        tell("a conversation of 1,000 turns beside conversations of 10")
        figures.own["turn1000_over_turn10"] = endurance.late_over_early(ours, asked, plan.pairs)
    tell(f"{plan.asked} lines of `bot ask`")
    figures.own["ask_per_s"] = asking.messages_a_second(ours, list(islice(cycle(asked), plan.asked)))


def put_latency(name: str, rounds: list[measure.Samples], figures: Figures) -> None:
    """Keep p50 and p95 of all rounds in milliseconds."""
    for percent in (50, 95):
        joined = {side: [seconds for samples in rounds for seconds in samples[side]] for side in rounds[0]}
        figures.put(f"{name}_p{percent}", {side: measure.percentile(each, percent) * 1000 for side, each in joined.items()})
