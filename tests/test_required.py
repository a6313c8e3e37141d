"""Every figure of the benches stands beside what is required of it, and says whether that was held."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.store import Store
from bot.store.tables import conversations
from tests.benchmarks import linear, report, scale
from tests.benchmarks.kept import Kept
from tests.benchmarks.report import OWN, ROWS, Figures
from tests.benchmarks.required import Judged, Required, missed, table
from tests.stored import a_turn, keep

ISSUE = {
    "turn_p50": 2, "turn_p95": 2, "turn200_p50": 10, "turn200_p95": 10, "throughput": 3, "train_cold": 5, "train_warm": 20,
    "start": 1 / 0.6, "memory": 1 / 0.75,
}  # fmt: skip
OURS = {"turn1000_over_turn10": 1.15, "memory_growth_percent": 5, "turn_over_encoder": 3}


@pytest.fixture
def figures() -> Figures:
    """A run in which everything is exactly as required."""
    ours = {row.name: 1000.0 if row.more_is_better else 10.0 for row in ROWS}
    stock = {row.name: ours[row.name] * (1 / row.times if row.more_is_better else row.times or 1) for row in ROWS}
    return Figures(ours, stock, {**OURS, "ask_per_s": 20.0}, {"quick": True})


def test_what_is_required_is_what_the_issue_says() -> None:
    """Each figure's bound, none left out; that of ten messages a second is the widget's, of its table of targets."""
    assert {row.name: row.times for row in ROWS if row.times} == ISSUE
    assert [(row.name, row.most) for row in ROWS if row.most < 1e9] == [("steady_p95", 400), ("throughput_p99", 1000)]
    assert {each.name: each.required.most for each in OWN if each.name in OURS} == OURS


def test_the_table_says_held_or_missed(figures: Figures, tmp_path: Path) -> None:
    """In the table a word in each line with a bound, in the flat JSON the names of what was missed, the old names as before."""
    held = report.table(figures, [])
    assert (held.count("held"), held.count("missed"), report.missed(figures)) == (15, 0, [])
    figures.stock["turn_p50"] *= 0.9
    figures.ours["throughput_p99"] = 1001
    figures.own["turn_over_encoder"] = 3.1

    report.save(figures, tmp_path / "bench.json")

    saved = json.loads((tmp_path / "bench.json").read_text())
    assert saved["missed"] == ["turn_p50", "throughput_p99", "turn_over_encoder"]
    assert (saved["turn_p50"], saved["ours_turn_p50_ms"], saved["ask_per_s"]) == (1.8, 10.0, 20.0)
    assert report.table(figures, []).count("missed") == 3


def test_what_was_not_measured_is_not_held(figures: Figures) -> None:
    """A figure that is not there keeps no promise."""
    del figures.own["memory_growth_percent"], figures.stock["start"]

    assert report.missed(figures) == ["start", "memory_growth_percent"]


def test_a_bound_is_told_with_its_verdict() -> None:
    """The bound itself is within; the table names bound, figure and verdict."""
    rows = [Judged("waits", 2.0, Required(most=2)), Judged("rate", 1.9, Required(least=2))]

    assert missed(rows) == ["rate"]
    assert ("| waits | ≤ 2 | 2 | held |" in table(rows), "| rate | ≥ 2 | 1.9 | missed |" in table(rows)) == (True, True)


def sizes(kind: str, *rows: tuple[int, float, float]) -> list[dict[str, Any]]:
    return [{kind: size, "turn_p50_ms": turn, "turn_p95_ms": turn, "training_s": training} for size, turn, training in rows]


@pytest.mark.parametrize(
    ("turn", "training", "wrong"),
    [
        (13.0, 100.0, []),
        (14.0, 100.0, ["turn_p50_ms at 250 FAQs over 25", "turn_p95_ms at 250 FAQs over 25"]),
        (10.0, 101.0, ["fastest from 25 to 250 FAQs: training_s"]),
    ],
)
def test_growth_is_held_against_what_must_be_read(turn: float, training: float, wrong: list[str]) -> None:
    """A turn may cost 1.3 times as much at the most FAQs, and nothing may grow faster than its size."""
    found = {"faqs": sizes("faqs", (25, 10.0, 10.0), (250, turn, training)), "turns": sizes("turns", (10, 10.0, 1.0))}

    assert missed(linear.judged(found)) == wrong


def scaled(**changed: Any) -> dict[str, Any]:
    """A run of bench-scale in which all is well but what is given."""
    race = {"rounds": 5, "failed": 0, "in_order": 5, "longest_wait_s": 2.0, **changed}
    faults = [dict.fromkeys(("given_up", "lost", "duplicated", "miscounted"), 0)]
    return {"at_once": race, "throughput": [{"errors": 0}], "faults": faults}


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [({}, 0), ({"longest_wait_s": 2.1}, 1), ({"in_order": 4}, 1), ({"failed": 1, "in_order": 4}, 2)],
)
def test_nothing_may_be_lost_or_stuck(changed: dict[str, Any], wrong: int) -> None:
    """A wait over two seconds, a round in no order and a message without an answer are each told."""
    assert len(missed(scale.judged(scaled(**changed)))) == wrong


PAIR = ["m2", "m3"]
KNOWN = {"events": [{"event": "slot", "name": "pregnant", "value": True}]}


def told_one_after_the_other(store: Store, told: dict[str, dict[str, Any]], counted: int = 0) -> bool:
    """What the race says of turns that left these states, in a conversation that miscounts by so many."""
    for message_id, state in {"m1": {}, **told}.items():
        keep(store, a_turn(message_id), state=state)
    with store.engine.begin() as connection:
        connection.execute(update(conversations).values(turns=conversations.c.turns + counted))
    return Kept(store.engine).one_after_the_other(PAIR)


def test_one_order_is_told_from_a_turn_written_over(store: Store) -> None:
    """The state knows what one of them told, in whichever order they were kept."""
    assert told_one_after_the_other(store, {"m3": {}, "m2": KNOWN})


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ({"m2": KNOWN, "m3": {}}, 0),
        ({"m2": KNOWN}, 0),
        ({"m2": KNOWN, "m3": KNOWN}, 1),
    ],
    ids=["thought out on the same state", "one is not there", "miscounted"],
)
def test_no_order_is_told(store: Store, told: dict[str, list[float]], counted: int) -> None:
    """Two turns thought out on the same state, a turn that is missing, and a wrong count are each no order."""
    assert not told_one_after_the_other(store, told, counted)
