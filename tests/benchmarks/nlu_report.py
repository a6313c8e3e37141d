"""The understanding benchmark's figures as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.understanding.encoder import MODEL_FILE

SIDES = {"ours": "ours", "diet": "Rasa DIET", "lr": "Rasa LR"}
FIGURES = {
    "best": "likeliest intent right, in scope",
    "in_scope": "answered and right, in scope",
    "out_of_scope": "refused, out of scope",
    "all": "right of all messages",
    "milliseconds": "a message, ms",
}
FLOOR = {
    "banking77_5": {"best": "80.3"},
    "banking77_10": {"best": "86.3"},
    "clinc150_10": {"best": "91.1"},
    "hint3_sofmattress": {"in_scope": "72.3 or 66.7", "out_of_scope": "56.0 or 72.3"},
}
"""What is to be beaten: logistic regression on the same encoder and TF-IDF; the two figures of HINT3 belong together."""
NOTES = (
    "no threshold is chosen on a test file, and the constants are chosen on training parts alone (nlu_constants.py)",
    "stock refuses by `rasa init`'s FallbackClassifier, ours by what training learned",
    f"a message, ms: ours is {MODEL_FILE} and all that follows, the encoder's own part stands below it; median, one at a time",
    "DIET: the pipeline of `rasa init` with its 100 epochs; LR: the same with LogisticRegressionClassifier in DIET's place",
)


@dataclass
class Result:
    """One data set: figures by side, milliseconds of the encoder alone, and why a side has none."""

    words: str
    sides: dict[str, dict[str, float]] = field(default_factory=dict)
    encoder_milliseconds: float | None = None
    left_out: dict[str, str] = field(default_factory=dict)


def table(results: Mapping[str, Result]) -> str:
    """One block a data set, then what a reader must know."""
    lines = [f"{'':44}" + "".join(f"{words:>12}" for words in SIDES.values()) + f"{'floor':>16}"]
    for name, result in results.items():
        lines += [result.words, *_block(name, result), *(f"  * {SIDES[side]}: {why}" for side, why in result.left_out.items())]
    return "\n".join([*lines, "", *(f"* {note}" for note in NOTES)])


def save(results: Mapping[str, Result], about: Mapping[str, Any], path: Path) -> None:
    """By data set and side, under the names of FIGURES."""
    sets = {
        name: {
            **result.sides,
            "encoder_milliseconds": result.encoder_milliseconds,
            "floor": FLOOR.get(name, {}),
            "left_out": result.left_out,
        }
        for name, result in results.items()
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**about, "sets": sets}, indent=1) + "\n", encoding="utf-8")


def _block(name: str, result: Result) -> Iterator[str]:
    for figure, words in FIGURES.items():
        found = [result.sides.get(side, {}).get(figure) for side in SIDES]
        if any(value is not None for value in found):
            floor = FLOOR.get(name, {}).get(figure, "")
            yield f"  {words:42}" + "".join(f"{_cell(value):>12}" for value in found) + f"{floor:>16}"
    if result.encoder_milliseconds is not None:
        times = result.sides["ours"]["milliseconds"] / result.encoder_milliseconds
        yield f"  {'the encoder alone, ms':42}{_cell(result.encoder_milliseconds):>12}"
        yield f"  {'a message, times the encoder alone':42}{times:12.2f}"


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"
