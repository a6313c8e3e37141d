"""A stock Rasa NLU pipeline on one data set, in a process of its own: trained by Rasa's own API, asked one message at a time.

Run as `python -m tests.benchmarks.nlu_stock <data folder> <set> <pipeline> <folder for what is made>`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from bot.understanding.judgement import OUT_OF_SCOPE
from tests.benchmarks import nlu_data
from tests.benchmarks.nlu_data import Split
from tests.benchmarks.nlu_score import Answer, score
from tests.benchmarks.program import Failed
from tests.benchmarks.stock_project import suggestion

FALLBACK = "nlu_fallback"
NOT_NEEDED = ("ResponseSelector", "EntitySynonymMapper")
"""Of the suggested pipeline: there are no retrieval intents and no entities in these data."""
RESULT = "result.json"


def pipeline(kind: str) -> list[dict[str, Any]]:
    """`diet`: as `rasa init` suggests. `lr`: the same with Rasa's LogisticRegressionClassifier in the place of DIET."""
    suggested = [each for each in suggestion()["pipeline"] if each["name"] not in NOT_NEEDED]
    if kind == "diet":
        return suggested
    return [{"name": "LogisticRegressionClassifier"} if each["name"] == "DIETClassifier" else each for each in suggested]


def write(folder: Path, split: Split, kind: str) -> None:
    """The configuration and the training phrases as Rasa reads them."""
    phrases = defaultdict(list)
    for text, label in split.train:
        phrases[label].append(" ".join(text.split()))
    examples = [
        {"intent": label, "examples": "".join(f"- {_escaped(text)}\n" for text in texts)} for label, texts in phrases.items()
    ]
    for name, document in {
        "config.yml": {"recipe": "default.v1", "assistant_id": "stock", "language": "en", "pipeline": pipeline(kind)},
        "nlu.yml": {"version": "3.1", "nlu": examples},
    }.items():
        (folder / name).write_text(yaml.safe_dump(document, sort_keys=False, allow_unicode=True), encoding="utf-8")


def measure(split: Split, kind: str, folder: Path) -> dict[str, float]:
    """Train and ask; seconds of training among the figures."""
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.WARNING)  # a line of log a message would be counted as Rasa's time
    write(folder, split, kind)
    began = time.monotonic()
    model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder / "models"))
    training = time.monotonic() - began
    agent = Agent.load(str(model))
    answers, times = asyncio.run(_asked(agent, [text for text, _ in split.test]))
    figures = score([label for _, label in split.test], answers, 1000 * statistics.median(times))
    return {**figures.flat(), "training_seconds": round(training, 1)}


async def _asked(agent: Any, texts: list[str]) -> tuple[list[Answer], list[float]]:
    answers, times = [], []
    for text in texts:
        began = time.perf_counter()
        parsed = await agent.parse_message(text)
        times.append(time.perf_counter() - began)
        answers.append(answer(parsed))
    return answers, times


def answer(parsed: dict[str, Any]) -> Answer:
    """What Rasa made of one message; its fallback is a refusal."""
    named = [each["name"] for each in parsed.get("intent_ranking", [])]
    best = next((name for name in named if name not in (FALLBACK, OUT_OF_SCOPE)), OUT_OF_SCOPE)
    taken = parsed["intent"]["name"] or FALLBACK
    return Answer(best, OUT_OF_SCOPE if taken == FALLBACK else taken)


def _escaped(text: str) -> str:
    # Brackets are Rasa's marks for entities.
    return text.translate(str.maketrans("[]{}", "()()"))


def main() -> int:
    """Measure one pipeline on one data set and leave the figures in the folder."""
    data, name, kind, folder = sys.argv[1:]
    try:
        figures = measure(nlu_data.read(Path(data), name), kind, Path(folder))
    except Failed as error:
        print(error, file=sys.stderr)
        return 1
    (Path(folder) / RESULT).write_text(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
