"""How well the shipped path understands people: tables for reading, figures for programs, a page with the worst misses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot import content
from bot.evaluation import conversations, held_out, red_flags, reliability, report, summary
from bot.turn import FrontDesk


async def evaluate(desk: FrontDesk, root: Path) -> int:
    """Print every table, write `results/evaluation.json` and the page `results/evaluation.html`."""
    judged = await held_out.judge(desk, content.phrases(root / "tests" / "data"))
    talks = {name: await conversations.judge_all(desk, root / folder) for name, folder in conversations.SETS.items()}
    heard = {name: await red_flags.listen(desk, root / folder) for name, folder in red_flags.SETS.items()}
    print(held_out.table(judged))
    print(held_out.confusions(judged))
    for name, held in talks.items():
        print(conversations.table(held, name))
    print(reliability.table(judged))
    for name, cases in heard.items():
        print(f"red flags, the {name} set")
        print(red_flags.table(cases))
    print(summary.table(talks, heard))
    figures: dict[str, Any] = {**held_out.headline(judged), **reliability.headline(judged)}
    for name, held in talks.items():
        figures |= conversations.headline(held, f"patients_{name}")
    safety = red_flags.by_set(heard)
    figures |= safety["all"] | {"safety_sets": safety}
    figures["misses"] = [each.__dict__ for each in judged if each.outcome == "wrong"]
    results = root / "results"
    results.mkdir(exist_ok=True)
    (results / "evaluation.json").write_text(json.dumps(figures, indent=1, ensure_ascii=False))
    (results / "evaluation.html").write_text(
        report.page(judged, [talk for held in talks.values() for talk in held]), encoding="utf-8"
    )
    return 0
