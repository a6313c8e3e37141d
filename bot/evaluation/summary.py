"""Every set in one table, a row each, as docs/understanding.md shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.evaluation.conversations import Talk
from bot.evaluation.red_flags import Heard

HEADS = (
    *("set", "single questions: right · wrong", "not covered: owned up to · wrong", "out of scope: refused · answered"),
    *("several at once: whole", "follow-ups: right", "noisy · the same, clean"),
    *("dangers heard (by patterns alone)", "calm taken for danger"),
)


def table(talks: Mapping[str, Sequence[Talk]], heard: Mapping[str, Sequence[Heard]]) -> str:
    """Markdown, in per cent of each set; a cell stays empty where a set holds nothing of its kind."""
    rows = [HEADS, ("---",) * len(HEADS)]
    rows += [(name, *_of_patients(talks[name]), *_of_danger(heard[name])) for name in talks]
    every_talk = [talk for held in talks.values() for talk in held]
    every_danger = [each for cases in heard.values() for each in cases]
    rows.append(("all", *_of_patients(every_talk), *_of_danger(every_danger)))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _of_patients(talks: Sequence[Talk]) -> tuple[str, ...]:
    def share(group: str, outcome: str) -> str:
        return _percent([talk.outcome == outcome for talk in talks if talk.group == group])

    def pair(one: str, other: str) -> str:
        return f"{one} · {other}" if one else ""

    single, *others = (pair(share(group, "right"), share(group, "wrong")) for group in ("single", "not_covered", "out_of_scope"))
    several = share("compound", "right"), share("follow_up", "right"), pair(share("noisy", "right"), share("clean", "right"))
    return f"{single} of {sum(talk.group == 'single' for talk in talks)}", *others, *several


def _of_danger(heard: Sequence[Heard]) -> tuple[str, str]:
    urgent, calm = ([each for each in heard if each.urgent is wanted] for wanted in (True, False))
    alone = _percent([each.by_patterns for each in urgent])
    return f"{_percent([each.by_all for each in urgent])} of {len(urgent)} ({alone})", _percent([each.by_all for each in calm])


def _percent(hits: Sequence[bool]) -> str:
    if not hits:
        return ""
    percent = 100 * sum(hits) / len(hits)
    return f"{percent:.2f}" if 99.95 <= percent < 100 else f"{percent:.1f}"  # one in thousands is not none
